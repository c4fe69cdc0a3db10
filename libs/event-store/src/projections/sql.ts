/** A query, written for PostgreSQL over the typed columns of a view's table. */
import type { ColumnType, ColumnValue } from '@mulin/kernel';
import { castTo, sqlText } from './columns.js';
import type { Comparison, QueryPlan, Sorting, Test } from './query.js';

/** Takes a value in, and answers how the statement names it. */
type Bind = (type: ColumnType, value: NonNullable<ColumnValue>) => string;

export const quoted = (column: string): string => `"${column}"`;

export type Statement = Readonly<{ text: string; values: readonly unknown[] }>;

const binding = () => {
  const values: unknown[] = [];
  const bind: Bind = (type, value) => `$${values.push(sqlText(type, value))}::${castTo(type)}`;
  return { values, bind };
};

const signs = { lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;

const together = (tests: readonly Test[], word: 'and' | 'or', bind: Bind): string => {
  if (tests.length === 0) return word === 'and' ? 'true' : 'false';
  return `(${tests.map((it) => conditionOf(it, bind)).join(` ${word} `)})`;
};

const conditionOf = (test: Test, bind: Bind): string => {
  if ('all' in test) return together(test.all, 'and', bind);
  if ('any' in test) return together(test.any, 'or', bind);
  return comparison(quoted(test.column), test.type, test, bind);
};

const comparison = (name: string, type: ColumnType, wanted: Comparison, bind: Bind): string => {
  switch (wanted.is) {
    case 'eq':
      return wanted.value === null ? `${name} is null` : `${name} = ${bind(type, wanted.value)}`;
    case 'ne':
      return wanted.value === null
        ? `${name} is not null`
        : `${name} is distinct from ${bind(type, wanted.value)}`;
    case 'in':
      return wanted.values.length === 0
        ? 'false'
        : `${name} in (${wanted.values.map((it) => bind(type, it)).join(', ')})`;
    case 'within':
      return liesIn(name, bind('text', wanted.value));
    case 'contains':
      return `strpos(${name}, ${bind('text', wanted.value)}) > 0`;
    case 'hasAny':
      return wanted.values.length === 0 ? 'false' : `${name} && ${bind('texts', wanted.values)}`;
    default:
      return `${name} ${signs[wanted.is]} ${bind(type, wanted.value)}`;
  }
};

/** All that lies in a path stands in one stretch of the index, between it and what follows on its last slash. */
const liesIn = (name: string, path: string): string =>
  `(${name} >= ${path} and ${name} < ${path} || '0' and (${name} = ${path} or starts_with(${name}, ${path} || '/')))`;

/** A column whose values are counted. */
export type Grouping = Readonly<{ column: string; type: ColumnType }>;

/**
 * Of rows that match, how many there are for each combination of values, which are `v0`, `v1` and so on. Moments come as
 * milliseconds.
 */
export const counting = (table: string, by: readonly Grouping[], test: Test): Statement => {
  const { values, bind } = binding();
  const names = by.map(({ column }) => quoted(column));
  const taken = by.map(({ type }, nth) => {
    const value = type === 'instant' ? `(extract(epoch from ${names[nth]}) * 1000)::bigint` : names[nth];
    return `${value} as v${nth}`;
  });
  const text = `select ${[...taken, 'count(*)::int as count'].join(', ')} from ${table}
    where ${conditionOf(test, bind)}${names.length === 0 ? '' : ` group by ${names.join(', ')}`}`;
  return { text, values };
};

/** One row more than the page holds. */
export const listing = (table: string, plan: QueryPlan): Statement => {
  const { values, bind } = binding();
  const condition = conditionOf(plan.test, bind);
  const limit = `limit ${plan.limit + 1}`;
  const order = `order by ${orderOf(plan)}`;
  const stretches = stretchesAfter(plan, bind);
  const [only] = stretches;
  if (stretches.length === 1 && only !== undefined)
    return { text: `select key, row from ${table} where ${condition} and ${only} ${order} ${limit}`, values };
  // Each stretch is read by the index to no more than a page; then they are put in order.
  const names = plan.sorted.map(({ column }) => quoted(column)).join(', ');
  const parts = stretches.map(
    (stretch) =>
      `(select key, row, ${names} from ${table} where ${condition} and ${stretch} ${order} ${limit})`,
  );
  return { text: `select key, row from (${parts.join(' union all ')}) as rows ${order} ${limit}`, values };
};

/** Nothing is least. An index is read either way. */
const ordering = (name: string, descending: boolean): string =>
  `${name} ${descending ? 'desc nulls last' : 'asc nulls first'}`;

const orderOf = ({ sorted, descending }: QueryPlan): string =>
  [
    ...sorted.map((by) => ordering(quoted(by.column), by.descending)),
    `key ${descending ? 'desc' : 'asc'}`,
  ].join(', ');

/** Where the next page lies: stretches of the first column's index, each of which is read from its beginning. */
const stretchesAfter = ({ sorted, descending, after }: QueryPlan, bind: Bind): readonly string[] => {
  if (after === undefined) return ['true'];
  const key = bind('text', after.key);
  const ofKey = `key ${past(descending)} ${key}`;
  const [first, ...others] = sorted;
  if (first === undefined) return [ofKey];
  const rest = pastAll(others, after.values.slice(1), ofKey, bind);
  const isOneWay = others.length === 0 && first.descending === descending;
  return ofFirst(first, after.values[0] ?? null, { rest, bind, key: isOneWay ? key : null });
};

const past = (descending: boolean): string => (descending ? '<' : '>');

type Rest = Readonly<{ rest: string; bind: Bind; key: string | null }>;

/** `key`: where nothing else is sorted by, and keys go the same way, the index has both. */
const ofFirst = (first: Sorting, value: ColumnValue, { rest, bind, key }: Rest): readonly string[] => {
  const name = quoted(first.column);
  const [isNothing, isThere] = [`${name} is null`, `${name} is not null`];
  if (value === null) return [`${isNothing} and ${rest}`, ...(first.descending ? [] : [isThere])];
  const at = bind(first.type, value);
  const on = past(first.descending);
  const known =
    key === null
      ? `${name} ${on}= ${at} and (${name} ${on} ${at} or ${rest})`
      : `(${name}, key) ${on} (${at}, ${key})`;
  return [known, ...(first.descending ? [isNothing] : [])];
};

/** Past these values in the order of these columns, one after the other, and then past the key. */
const pastAll = (
  sorted: readonly Sorting[],
  values: readonly ColumnValue[],
  ofKey: string,
  bind: Bind,
): string => {
  const [first, ...others] = sorted;
  if (first === undefined) return ofKey;
  const name = quoted(first.column);
  const value = values[0] ?? null;
  const rest = pastAll(others, values.slice(1), ofKey, bind);
  if (value === null) {
    const onNull = `(${name} is null and ${rest})`;
    return first.descending ? onNull : `(${onNull} or ${name} is not null)`;
  }
  const at = bind(first.type, value);
  const beyond = first.descending ? `(${name} < ${at} or ${name} is null)` : `${name} > ${at}`;
  return `(${beyond} or (${name} = ${at} and ${rest}))`;
};
