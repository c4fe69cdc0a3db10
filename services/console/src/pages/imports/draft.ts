/** A mapping that is not whole yet: which column is what, and what its words mean. Its fields are those of a mapping file. */
export const roles = [
  'id',
  'reportedAt',
  'words',
  'closedAt',
  'dueAt',
  'claim',
  'menuItem',
  'channel',
  'address',
  'lat',
  'lon',
  'person',
  'phone',
] as const;
export type ColumnRole = (typeof roles)[number];

/** Without these nobody can say what a row is. */
export const needed: readonly ColumnRole[] = ['id', 'reportedAt', 'words'];

export type Draft = Readonly<{
  name: string;
  format: 'csv' | 'jsonl' | 'xlsx';
  zone: string;
  mode: 'archive' | 'live';
  asOf?: string | undefined;
  timeFormats?: readonly string[] | undefined;
  datum?: string | undefined;
  columns: Readonly<
    Partial<Record<Exclude<ColumnRole, 'words'>, string | undefined>> & {
      words?: readonly string[] | undefined;
    }
  >;
  channels: Readonly<{ default: string; of: Readonly<Record<string, string>> }>;
  menuItems: Readonly<{ default: string; of: Readonly<Record<string, string>> }>;
}>;

/** The columns that nobody has named and that are needed. */
export const lackingIn = ({ columns }: Draft): readonly ColumnRole[] =>
  needed.filter((role) => (columns[role] ?? []).length === 0);

/** As a draft with another column; `null`: none. */
export const withColumn = (draft: Draft, role: ColumnRole, names: readonly string[]): Draft => ({
  ...draft,
  columns: { ...draft.columns, [role]: role === 'words' ? names : names[0] },
});

/** How days are written where nobody can tell the month from the day. */
export const dayOrders = {
  day: ['d/M/yyyy H:mm', 'd/M/yyyy H:mm:ss', 'd/M/yyyy'],
  month: ['M/d/yyyy H:mm', 'M/d/yyyy H:mm:ss', 'M/d/yyyy'],
} as const;
export type DayOrder = keyof typeof dayOrders;

export const dayOrderOf = ({ timeFormats }: Draft): DayOrder | null =>
  (Object.keys(dayOrders) as DayOrder[]).find((it) => timeFormats?.[0] === dayOrders[it][0]) ?? null;

/** The fields of one draft, however they came to stand there. */
const fieldsOf = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const fields = Object.entries(value).filter(([, it]) => it !== undefined);
  return fields
    .map(([name, it]) => [name, fieldsOf(it)] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
};

/** Whether a file is read alike by both. */
export const isSameDraft = (one: Draft, other: Draft): boolean =>
  JSON.stringify(fieldsOf(one)) === JSON.stringify(fieldsOf(other));

/** What reads a file, as the mapping file that `mulin import --mapping` takes as well. */
export const mappingFileOf = (mapping: Draft): Readonly<{ name: string; text: string }> => ({
  name: `${mapping.name}.json`,
  text: `${JSON.stringify(mapping, null, 2)}\n`,
});
