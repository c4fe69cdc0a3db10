/** What a clerk brings along: a file of old demands with its mapping, and a pack whose deadlines are seconds. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { smallPack } from './real-town.js';

type Listed = Readonly<Record<string, readonly unknown[]>>;

/** Adds to a list of a file of a pack. */
export const addTo = (file: string, list: string, item: object): void => {
  const known = JSON.parse(readFileSync(file, 'utf8')) as Listed;
  writeFileSync(file, JSON.stringify({ ...known, [list]: [...(known[list] ?? []), item] }));
};

const inHours = (name: string, seconds: number) => ({
  name,
  length: { unit: 'hour', amount: seconds / 3_600 },
});

/** The sample town, or another one, where one more kind of demand is owed an answer within seconds. */
export const packOfSeconds = (folder: string, of = smallPack): string => {
  const pack = path.join(folder, 'pack');
  cpSync(of, pack, { recursive: true });
  addTo(path.join(pack, 'policies.json'), 'policies', {
    id: 'seconds',
    calendar: 'town',
    clocks: [inHours('accept', 3), inHours('take', 2), inHours('complete', 3)],
    ladder: [
      { to: ['grid-member'], share: 0.5 },
      { to: ['village-committee', 'community-secretary'], share: 1 },
      { to: ['town-leader'], after: { unit: 'hour', amount: 1 / 3_600 } },
    ],
  });
  addTo(path.join(pack, 'menu.json'), 'items', {
    id: 'at-once',
    name: { zh: '立办', en: 'At once' },
    net: 'life',
    urgency: 'emergency',
    policy: 'seconds',
    public: false,
  });
  return pack;
};

/** Every sixth row was answered late, every seventh had no target, every hundredth lies outside the town. */
const rowOf = (number: number): readonly (string | number)[] => {
  const day = String((number % 28) + 1).padStart(2, '0');
  const isLate = number % 6 === 0;
  const closed = isLate ? `2026-01-${day}T17:00` : `2026-01-${day}T10:00`;
  const target = number % 7 === 0 ? '' : `2026-01-${day}T12:00`;
  const east = number % 100 === 0 ? 100 : 119.741 + (number % 35) / 1_000;
  const north = 36.371 + (number % 23) / 1_000;
  const words = `"Demand ${number}: the bin is full, says the neighbour, and ""nobody"" comes."`;
  return [`R${number}`, `2026-01-${day}T08:00`, closed, target, isLate ? 'late' : 'kept', words, north, east];
};

export type Papers = Readonly<{
  file: string;
  mapping: string;
  /** What an import of all of it must say. */
  sums: Readonly<
    Record<'read' | 'rejected' | 'routed' | 'unrouted' | 'agreeing' | 'disagreeing' | 'undecided', number>
  >;
}>;

export const demandsOfLastMonth = (folder: string, source: string, rows: number): Papers => {
  const numbers = Array.from({ length: rows }, (_, index) => index + 1);
  const file = path.join(folder, `${source}.csv`);
  const head = 'id,reported,closed,target,kept,words,lat,lon';
  writeFileSync(file, `${head}\n${numbers.map((number) => rowOf(number).join(',')).join('\n')}\n`);

  const mapping = path.join(folder, `${source}.json`);
  const columns = {
    id: 'id',
    reportedAt: 'reported',
    closedAt: 'closed',
    dueAt: 'target',
    claim: 'kept',
    words: ['words'],
    lat: 'lat',
    lon: 'lon',
  };
  writeFileSync(
    mapping,
    JSON.stringify({
      name: source,
      format: 'csv',
      zone: 'Asia/Shanghai',
      mode: 'archive',
      asOf: '2026-02-01T00:00',
      columns,
      claims: { kept: 'met', late: 'breached' },
      channels: { default: 'file' },
      menuItems: { default: 'sanitation' },
    }),
  );
  const [undecided, unrouted] = [Math.floor(rows / 7), Math.floor(rows / 100)];
  return {
    file,
    mapping,
    sums: {
      read: rows,
      rejected: 0,
      routed: rows - unrouted,
      unrouted,
      agreeing: rows - undecided,
      disagreeing: 0,
      undecided,
    },
  };
};
