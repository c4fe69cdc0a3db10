/** All that is left of a story when everything has been heard, by names that are the same in every town. */
import { areaOfRole, type RecordedEvent, type Role, upTo } from '@mulin/kernel';
import type { Json } from '../http.js';
import type { Tale } from './telling.js';

/** What differs between two towns and says nothing: ids that are drawn, and when something was written down. */
const isChance = new Set([
  'recordedat',
  'sequence',
  'recordedAt',
  'id',
  'causationid',
  'correlationid',
  'traceparent',
  'queryCode',
]);

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

const plain = (value: unknown, ids: readonly string[]): string =>
  JSON.stringify(value, (key, it: unknown) => (isChance.has(key) ? undefined : it)).replace(uuid, (id) => {
    const nth = ids.indexOf(id);
    return nth < 0 ? '<id>' : `#${nth}`;
  });

const services = ['intake', 'routing', 'sla-timer', 'feedback'] as const;

/**
 * What sla-timer says of its clocks: between news of one and the same moment they may stand otherwise for an instant, and
 * somebody may be told who is told next that it is not theirs. What the clocks come to, and who knows in the end, is
 * compared; whether somebody was reminded in time depends on when it was heard.
 */
const isOfClocks = (type: unknown): boolean => /^sla-timer\.(?!escalation-ack)/.test(String(type));

const aboutIn = ({ town, ids }: Tale, service: string): readonly Json[] =>
  town
    .messages(`mulin.${service}`)
    .map((event) => event as Json)
    .filter(({ subject }) => ids.includes(String(subject)));

/** Every public event of a case, whoever told it first. */
const toldBy = (tale: Tale): readonly string[] =>
  services
    .flatMap((service) => aboutIn(tale, service))
    .filter(({ type }) => !isOfClocks(type))
    .map(({ type, subject, time, actor, data }) => plain({ type, subject, time, actor, data }, tale.ids))
    .sort();

/** Who knows of which lateness in the end. */
const knowing = (tale: Tale): readonly string[] => {
  const known = new Set<string>();
  for (const { type, subject, data } of aboutIn(tale, 'sla-timer')) {
    const { clock, to } = data as Json;
    const name = plain(`${String(subject)} ${String(clock)} → ${String(to)}`, tale.ids);
    if (String(type).startsWith('sla-timer.case-escalated.')) known.add(name);
    if (String(type).startsWith('sla-timer.escalation-revoked.')) known.delete(name);
  }
  return [...known].sort();
};

type Item = Readonly<Record<string, unknown>>;

type To = Readonly<{ account: string }> | Readonly<{ role: Role; area: string | null }>;

/**
 * Whom a thing reaches. Somebody who answers for a community is reached by any place in it: which of them was named, when
 * an order moved at the moment of the telling, depends on which of the two was heard first.
 */
const reached = (it: Item): Item => ({
  ...it,
  to: (it['to'] as readonly To[]).map((to) =>
    'account' in to || to.area === null ? to : { ...to, area: upTo(areaOfRole[to.role].level, to.area) },
  ),
});

/** What waits for whom, by the log of the inbox. */
export const itemsOf = async ({ town, ids }: Tale): Promise<ReadonlyMap<string, Item>> => {
  const items = new Map<string, Item>();
  const all: readonly RecordedEvent[] = await town.platform
    .eventStore('inbox')
    .readAll({ from: null, maxCount: 100_000, filter: { categories: ['matter'] } });
  for (const { type, data } of all) {
    const it = data as Item;
    const id = String(it['id']);
    if (type === 'ItemOpened' || type === 'ItemChanged') items.set(id, it);
    if (type === 'ItemSettled') items.delete(id);
  }
  return new Map([...items].filter(([, it]) => ids.includes(String(it['caseId']))));
};

const rowsOf = async ({ town, ids }: Tale, who: string, path: string): Promise<readonly string[]> => {
  const { body } = await town.get(who, path);
  const rows = (body['items'] ?? []) as readonly Json[];
  return rows
    .filter(({ caseId }) => ids.includes(String(caseId)))
    .map((row) => plain(row, ids))
    .sort();
};

type Entry = Readonly<{ at: string; type: string; text: string }>;

const shownOf = async ({ town, ids }: Tale, id: string): Promise<Json> => {
  const shown = async (who: string, path: string) => plain(await town.get(who, path), ids);
  const { body } = await town.get('auditor', `/api/v1/timelines/${id}`);
  const { timeline = [], clocks = [], ...story } = body as Json & { timeline?: Entry[]; clocks?: Json[] };
  return {
    case: await shown('hotline-clerk', `/api/v1/cases/${id}`),
    order: await shown('auditor', `/api/v1/orders/${id}`),
    legs: await shown('auditor', `/api/v1/orders/${id}/legs`),
    story: plain(story, ids),
    clocks: clocks.map((clock) => plain(clock, ids)).sort(),
    timeline: timeline
      .filter(({ type }) => !isOfClocks(type))
      .map(({ at, type, text }) => `${at} ${type} ${text}`)
      .sort(),
  };
};

/** The whole, to be compared. */
export const wholeOf = async (tale: Tale) => ({
  said: tale.told.map(({ said }) => said),
  cases: await Promise.all(tale.ids.map((id) => shownOf(tale, id))),
  told: toldBy(tale),
  knowing: knowing(tale),
  items: [...(await itemsOf(tale)).values()]
    .filter(({ what }) => what !== 'warning')
    .map((it) => plain(reached(it), tale.ids))
    .sort(),
  listed: await rowsOf(tale, 'auditor', '/api/v1/cases?limit=200'),
  escalations: await rowsOf(tale, 'auditor', '/api/v1/escalations?limit=200'),
  ratings: await rowsOf(tale, 'auditor', '/api/v1/ratings?limit=200'),
});
type Whole = Awaited<ReturnType<typeof wholeOf>>;

const flat = (whole: Whole): readonly string[] =>
  Object.entries(whole).flatMap(([part, lines]) =>
    lines.flatMap((it, nth) => {
      if (typeof it === 'string') return [`${part} ${part === 'said' ? nth : ''} ${it}`];
      return Object.entries(it).flatMap(([name, shown]) => {
        const all = Array.isArray(shown) ? (shown as readonly string[]) : [String(shown)];
        return all.map((line) => `#${nth} ${name} ${line}`);
      });
    }),
  );

const without = (lines: readonly string[], others: readonly string[]): readonly string[] => {
  const left = [...others];
  return lines.filter((line) => {
    const found = left.indexOf(line);
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
};

/** What one has (`-`) and the other has not, and the other way round (`+`). */
export const differences = (one: Whole, other: Whole): readonly string[] => {
  const [these, those] = [flat(one), flat(other)];
  return [
    ...without(these, those).map((line) => `- ${line}`),
    ...without(those, these).map((line) => `+ ${line}`),
  ];
};
