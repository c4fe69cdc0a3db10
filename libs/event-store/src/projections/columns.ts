/** The values of columns, as every engine keeps and compares them. */
import { type Column, type Columns, type ColumnType, type ColumnValue, instant } from '@mulin/kernel';

/** Longer texts are told apart by their beginnings alone: an index holds no chapters. */
const longest = 300;

/** What PostgreSQL cannot hold, and what divides values on their way to it, is one and the same character. */
const plain = (text: string): string => text.slice(0, longest).replace(/[\p{Cc}\p{Cs}]/gu, '\ufffd');

const expected = (type: ColumnType, value: unknown) =>
  new TypeError(`A column of type ${type} holds no ${value === null ? 'null' : typeof value}.`);

const wholeOf = (value: number): number => {
  if (Number.isSafeInteger(value)) return value === 0 ? 0 : value;
  throw new RangeError(`${value} is no whole number that is kept exactly.`);
};

const setOf = (texts: readonly string[]): ColumnValue =>
  texts.length === 0 ? null : [...new Set(texts.map(plain))].sort(compareTexts);

/** What each type takes of a value; nothing (`undefined`) of one of another type. */
const takers: Readonly<Record<ColumnType, (value: unknown) => ColumnValue | undefined>> = {
  text: (value) => (typeof value === 'string' ? plain(value) : undefined),
  path: (value) => (typeof value === 'string' ? plain(value) : undefined),
  instant: (value) => (typeof value === 'string' ? instant(value) : undefined),
  boolean: (value) => (typeof value === 'boolean' ? value : undefined),
  integer: (value) => (typeof value === 'number' ? wholeOf(value) : undefined),
  number: (value) => (typeof value === 'number' ? finite(value) : undefined),
  texts: (value) => (Array.isArray(value) ? setOf(value.map(String)) : undefined),
};

/** Negative zero is zero. */
const finite = (value: number): number | null => (Number.isFinite(value) ? value + 0 : null);

/**
 * A value as a column of that type has it, so that what is equal in one engine is equal in all. Throws a `TypeError`
 * for a value of another type and a `RangeError` for one that the type cannot hold.
 */
export const normalized = (type: ColumnType, value: unknown): ColumnValue => {
  if (value === null) return null;
  const taken = takers[type](value);
  if (taken === undefined) throw expected(type, value);
  return taken;
};

/** What a row has in a column. */
export const valueIn = <Row>({ type, of }: Column<Row>, row: Row): ColumnValue => normalized(type, of(row));

/** By code point, as the "C" collation does; `<` would put the rarest characters before some common ones. */
export const compareTexts = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Nothing is least; no comes before yes. Of values of one column. */
export const compareValues = (a: ColumnValue, b: ColumnValue): number => {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b);
  return Number(a) - Number(b);
};

/** The column of that name; throws where none is declared. */
export const declared = <Row>(columns: Columns<Row>, name: string): Column<Row> => {
  const found = Object.hasOwn(columns, name) ? columns[name] : undefined;
  if (found !== undefined) return found;
  throw new Error(`No column "${name}" is declared; there are ${Object.keys(columns).join(', ') || 'none'}.`);
};

/** How a type is called in PostgreSQL. Texts are compared by code point, whatever the language of the database. */
export const sqlTypes = {
  text: 'text collate "C"',
  path: 'text collate "C"',
  integer: 'bigint',
  number: 'double precision',
  boolean: 'boolean',
  instant: 'timestamptz',
  texts: 'text[] collate "C"',
} as const satisfies Readonly<Record<ColumnType, string>>;

/** The type a value is cast to. */
export const castTo = (type: ColumnType): string => sqlTypes[type].replace(' collate "C"', '');

/** A value as text that PostgreSQL casts to the type; without line ends. */
export const sqlText = (type: ColumnType, value: NonNullable<ColumnValue>): string => {
  if (typeof value === 'object') return arrayText(value);
  // The year 0 is 1 BC there.
  if (type === 'instant' && String(value).startsWith('0000')) return `0001${String(value).slice(4)} BC`;
  return String(value);
};

const arrayText = (texts: readonly string[]): string =>
  `{${texts.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
