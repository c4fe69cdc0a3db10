/**
 * What a read model can be asked. A query is plain data, so that the memory adapter and PostgreSQL answer the same
 * one; its types come from the columns that a projection declares, so that a wrong column name does not compile.
 */

/** How a column is kept and compared. */
type Values = {
  /** Compared by code point. Of longer ones the first 300 characters count; control characters are one and the same. */
  text: string;
  /** A whole number that a double can hold exactly. */
  integer: number;
  /** A double; what is not finite is nothing. */
  number: number;
  boolean: boolean;
  /** A moment that `instant()` can read, to the millisecond. */
  instant: string;
  /** Names divided by slashes: `town/community/village`. */
  path: string;
  /** A set of texts; an empty one is nothing. */
  texts: readonly string[];
};
/** The types that a column of a view can have. */
export type ColumnType = keyof Values;

/** What a row has in a column of this type; `null`: nothing. */
export type ColumnValue<Type extends ColumnType = ColumnType> = Values[Type] | null;

/** What rows can be found, sorted and counted by. */
export type Column<Row, Type extends ColumnType = ColumnType> = Readonly<{
  type: Type;
  of: (row: Row) => ColumnValue<Type>;
}>;
/** The columns of a view, by their names. */
export type Columns<Row> = Readonly<Record<string, Column<Row>>>;

const columnOf =
  <Type extends ColumnType>(type: Type) =>
  <Row>(of: (row: Row) => ColumnValue<Type>): Column<Row, Type> => ({ type, of });

/** Columns of each type, from what a row has in them. */
export const column = {
  text: columnOf('text'),
  integer: columnOf('integer'),
  number: columnOf('number'),
  boolean: columnOf('boolean'),
  instant: columnOf('instant'),
  path: columnOf('path'),
  texts: columnOf('texts'),
};

type Compared<Value> = Readonly<{
  /** One of these; of none, nothing is found. */
  in?: readonly Value[];
  /** Anything else, or nothing. */
  not?: Value | null;
  lt?: Value;
  lte?: Value;
  gt?: Value;
  gte?: Value;
}>;

/**
 * What a column must be: a value, `null` (nothing), or everything that is named of `in`, `not`, `lt`, `lte`, `gt`,
 * `gte`. Nothing is neither less nor greater than a value. A text may `contain` another one, a path lie `within` one
 * (it is that path or goes on after its last name), a set of texts have any of some.
 */
export type Condition<Type extends ColumnType> =
  | null
  | (Type extends 'texts'
      ? Readonly<{ hasAny?: readonly string[]; not?: null }>
      : | Values[Type]
        | (Compared<Values[Type]> &
            (Type extends 'text' ? Readonly<{ contains?: string }> : unknown) &
            (Type extends 'path' ? Readonly<{ within?: string }> : unknown)));

/**
 * All conditions hold: each column's own, one of `or` (of none: no row), and all of `and`. `undefined` is no
 * condition.
 */
export type Where<C> = Readonly<
  {
    [Name in keyof C]?: (C[Name] extends Column<never, infer Type> ? Condition<Type> : never) | undefined;
  } & {
    or?: readonly Where<C>[] | undefined;
    and?: readonly Where<C>[] | undefined;
  }
>;

/** A column to sort by, or the key; what has nothing there counts as least. Sets of texts have no order. */
export type OrderBy<C> = Readonly<{ by: (keyof C & string) | 'key'; descending?: boolean }>;

/** A page of a list; `next` is handed back as `cursor`, `null` at the end. */
export type Page<Row> = Readonly<{ items: readonly Row[]; next: string | null }>;

/** What is asked of a view, and in what order; an empty one: the first 100 rows, by their keys. */
export type Query<C> = Readonly<{
  where?: Where<C>;
  /** By one column after the other; what is equal in all of them is in the order of keys, turned as the last one is. */
  orderBy?: readonly OrderBy<C>[];
  /** 100 where it is not given. */
  limit?: number;
  /** What a page of a query with the same `orderBy` gave as `next`. */
  cursor?: string | undefined;
}>;
