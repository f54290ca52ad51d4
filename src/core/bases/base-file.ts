/** What a note must meet: an expression that is true of it, or several of them together. */
export type Filter =
  | string
  | { readonly and: readonly Filter[] }
  | { readonly or: readonly Filter[] }
  | { readonly not: readonly Filter[] };

/** A property as columns, sorting and grouping name it: its kind, a point, and its name as it is. */
export type PropertyId = `${'note' | 'file' | 'formula'}.${string}`;

/** One way to look at the notes of a Base. */
export interface BaseView {
  readonly type: 'table' | 'cards';
  readonly name: string;
  /** Beside the filters of the whole Base. */
  readonly filters?: Filter;
  readonly groupBy?: Order;
  /** The columns, or the lines of a card. */
  readonly order: readonly PropertyId[];
  readonly sort: readonly Order[];
  /** What a card's picture is taken from. */
  readonly image?: PropertyId;
}

export interface Order {
  readonly property: PropertyId;
  readonly direction: 'ASC' | 'DESC';
}

/** What a `.base` file holds, as YAML (https://help.obsidian.md/bases/syntax). */
export interface BaseFile {
  readonly filters: Filter;
  /** Expressions by the names under which columns and other formulas know them. */
  readonly formulas: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<PropertyId, { readonly displayName: string }>>;
  readonly views: readonly BaseView[];
}
