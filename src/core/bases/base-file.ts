/** A condition for notes: an expression, or several combined. */
export type BaseFilter =
  | string
  | { readonly and: readonly BaseFilter[] }
  | { readonly or: readonly BaseFilter[] }
  | { readonly not: readonly BaseFilter[] };

/** A property as columns, sorting and grouping refer to it: its kind, a point, and its name. */
export type BaseProperty = `${'note' | 'file' | 'formula'}.${string}`;

/** A view of a Base. */
export interface BaseView {
  readonly type: 'table' | 'cards';
  readonly name: string;
  /** In addition to the filters of the whole Base. */
  readonly filters?: BaseFilter;
  readonly groupBy?: Order;
  /** The columns, or the lines of a card. */
  readonly order: readonly BaseProperty[];
  readonly sort: readonly Order[];
  /** The property with a card's image. */
  readonly image?: BaseProperty;
}

export interface Order {
  readonly property: BaseProperty;
  readonly direction: 'ASC' | 'DESC';
}

/** What a `.base` file holds, as YAML (https://help.obsidian.md/bases/syntax). */
export interface BaseFile {
  readonly filters: BaseFilter;
  /** Expressions, by the names that columns and other formulas use. */
  readonly formulas: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<BaseProperty, { readonly displayName: string }>>;
  readonly views: readonly BaseView[];
}
