/** Folds events into rows a batch at a time: each row is read once, and written once, however many events it met. */
import {
  categoryOf,
  type Event,
  type Projection,
  type Recent,
  recent,
  type RecordedEvent,
} from '@mulin/kernel';

export type Changes<Row> = ReadonlyMap<string, Row | null>;

type Folding<Row> = Readonly<{
  /** What these events make of the rows; nothing is remembered before `keep` is called. */
  fold: (events: readonly RecordedEvent[]) => Promise<Changes<Row>>;
  keep: (changes: Changes<Row>) => void;
  /** Forgets the rows it has seen: somebody else may have changed them. */
  forget: () => void;
}>;

type Rows<Row> = Readonly<{
  read: (keys: readonly string[]) => Promise<ReadonlyMap<string, Row>>;
  /** How many rows are remembered, so that the ones in use need not be read again. */
  remembered: number;
}>;

export const folding = <Row extends object, E extends Event>(
  { categories, key, project }: Projection<Row, E>,
  { read, remembered }: Rows<Row>,
): Folding<Row> => {
  const known = recent<string, Row | null>(remembered);

  return {
    fold: async (events) => {
      // A projection names its categories, and these hold the events it is typed for.
      const ours = events.filter((event) =>
        categories.includes(categoryOf(event)),
      ) as readonly RecordedEvent<E>[];
      if (ours.length === 0) return new Map();
      const keys = ours.map(key);
      const rows = await rowsOf(new Set(keys), known, read);
      for (const [place, event] of ours.entries()) {
        const name = keys[place] ?? '';
        rows.set(name, project(rows.get(name) ?? null, event));
      }
      return rows;
    },
    keep: (changes) => {
      for (const [name, row] of changes) known.set(name, row);
    },
    forget: known.clear,
  };
};

const rowsOf = async <Row>(
  names: ReadonlySet<string>,
  known: Pick<Recent<string, Row | null>, 'get'>,
  read: Rows<Row>['read'],
): Promise<Map<string, Row | null>> => {
  const rows = new Map<string, Row | null>();
  const unread: string[] = [];
  for (const name of names) {
    const row = known.get(name);
    if (row === undefined) unread.push(name);
    else rows.set(name, row);
  }
  if (unread.length === 0) return rows;
  const found = await read(unread);
  for (const name of unread) rows.set(name, found.get(name) ?? null);
  return rows;
};
