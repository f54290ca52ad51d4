/** A condition for notes: an expression, or several combined. */
export type Filter =
  | string
  | { readonly and: readonly Filter[] }
  | { readonly or: readonly Filter[] }
  | { readonly not: readonly Filter[] };

/** A property as columns, sorting and grouping refer to it: its kind, a point, and its name. */
export type PropertyId = `${'note' | 'file' | 'formula'}.${string}`;

/** A view of a Base. */
export interface BaseView {
  readonly type: 'table' | 'cards';
  readonly name: string;
  /** In addition to the filters of the whole Base. */
  readonly filters?: Filter;
  readonly groupBy?: Order;
  /** The columns, or the lines of a card. */
  readonly order: readonly PropertyId[];
  readonly sort: readonly Order[];
  /** The property with a card's image. */
  readonly image?: PropertyId;
}

export interface Order {
  readonly property: PropertyId;
  readonly direction: 'ASC' | 'DESC';
}

/** What a `.base` file holds, as YAML (https://help.obsidian.md/bases/syntax). */
export interface BaseFile {
  readonly filters: Filter;
  /** Expressions, by the names that columns and other formulas use. */
  readonly formulas: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<PropertyId, { readonly displayName: string }>>;
  readonly views: readonly BaseView[];
}
