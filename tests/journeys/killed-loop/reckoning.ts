/** What of the stories is lost, doubled or left over in a town that has come to rest, by all that is on record. */
import type { CopiedEvent } from '../copies.js';
import { earlierThanTheyCanBe } from './moments.js';
import type { Arrival } from './receivers.js';
import type { Told } from './stories.js';

/** What is wrong, and of which kind: `wrongVerdict` of a clock, anything else is not there, or there too often. */
export type Fault = Readonly<{ kind: 'lost' | 'doubled' | 'wrongVerdict'; text: string }>;

const fault =
  (kind: Fault['kind']) =>
  (text: string): Fault => ({ kind, text });
const [lost, doubled, wrongVerdict] = [fault('lost'), fault('doubled'), fault('wrongVerdict')];

/** As sentences, each with what it is about. */
export const textsOf = (faults: readonly Fault[]): readonly string[] =>
  faults.map(({ kind, text }) => `${kind}: ${text}`);

const timesOf = <Name>(names: Iterable<Name>): ReadonlyMap<Name, number> => {
  const times = new Map<Name, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return times;
};

const serviceOf = ({ table }: CopiedEvent): string => table.replace('.facts', '');
const caseIdOf = ({ stream }: CopiedEvent): string => stream.slice(stream.indexOf('-') + 1);
const nameOf = (event: CopiedEvent): string => `${serviceOf(event)} ${event.type}`;
const isOf = (service: string, ...types: readonly string[]) => {
  const names = types.map((type) => `${service} ${type}`);
  return (event: CopiedEvent): boolean => names.includes(nameOf(event));
};

/** What nobody knew the place of waits for the whole town first, and for whoever it lies with once that is heard. */
const isHandedOn = (before: CopiedEvent | undefined, now: CopiedEvent): boolean =>
  before?.type === 'ItemSettled' &&
  now.type === 'ItemOpened' &&
  before.data['id'] === now.data['id'] &&
  JSON.stringify(before.data['to']) !== JSON.stringify(now.data['to']);

const openedAnew = (events: readonly CopiedEvent[]): readonly CopiedEvent[] => {
  const inbox = events.filter((event) => serviceOf(event) === 'inbox');
  const handedOn = new Set(inbox.filter((event, nth) => isHandedOn(inbox[nth - 1], event)));
  return events.filter((event) => !handedOn.has(event));
};

/** What may be on record more than once, or not at all, whatever was accepted: it is reckoned otherwise below. */
const countedIn = (events: readonly CopiedEvent[]): readonly string[] =>
  openedAnew(events).flatMap((event) =>
    isOf('inbox', 'ItemOpened')(event) ? [`inbox ${String(event.data['what'])}`] : [nameOf(event)],
  );

/** Every accepted command, and whatever follows from it by itself, is there as often as it was accepted. */
const faultsOfTally = ({ tally }: Told, events: readonly CopiedEvent[]): readonly Fault[] => {
  const times = timesOf(countedIn(events));
  return [...tally].flatMap(([name, wanted]) => {
    const found = times.get(name) ?? 0;
    const is = found < wanted ? lost : doubled;
    return found === wanted ? [] : [is(`${name}: ${found} instead of ${wanted}`)];
  });
};

/** Whether a verdict stands in the end, and how often one was said again that stood. */
const judgementOf = (events: readonly CopiedEvent[]) => {
  let standing: CopiedEvent | null = null;
  let again = 0;
  const said = ({ type, data }: CopiedEvent) => `${type} ${String(data['dueAt'])} ${String(data['endedAt'])}`;
  for (const event of events) {
    if (standing !== null && said(event) === said(standing)) again += 1;
    standing = event.type === 'ClockMet' || event.type === 'ClockBreached' ? event : null;
  }
  return { standing, again };
};

/** Nobody is late but where it cannot be done in time; and then by the moments that stand in the verdict itself. */
const isRight = ({ kind }: Told, { type, data }: CopiedEvent): boolean => {
  const isLate = kind === 'late' && data['clock'] === 'complete/1';
  const { endedAt, dueAt } = data;
  const isInTime = typeof endedAt === 'string' && endedAt <= String(dueAt);
  return type === (isLate ? 'ClockBreached' : 'ClockMet') && isInTime === (type === 'ClockMet');
};

/** Each clock is judged in the end, and rightly, and no verdict is said twice. */
const faultsOfClocks = (told: Told, events: readonly CopiedEvent[]): readonly Fault[] => {
  const types = ['ClockMet', 'ClockBreached', 'BreachRevoked', 'EndRevoked'];
  const verdicts = events.filter(isOf('sla_timer', ...types));
  const names = new Set([...told.clocks, ...verdicts.map(({ data }) => String(data['clock']))]);
  return [...names].flatMap((name) => {
    const { standing, again } = judgementOf(verdicts.filter(({ data }) => data['clock'] === name));
    return [
      ...(standing === null ? [wrongVerdict(`${name} was not judged`)] : []),
      ...(standing === null || isRight(told, standing)
        ? []
        : [wrongVerdict(`${name}: ${standing.type} ${JSON.stringify(standing.data)}`)]),
      ...(again > 0 ? [wrongVerdict(`${name} was judged the same ${again} times more`)] : []),
    ];
  });
};

/** What lies in a stream under a name was told, put right, and told again at most; never twice in a row. */
const faultsOfPairs = (
  events: readonly CopiedEvent[],
  [service, begins, ends]: readonly [service: string, begins: string, ends: string],
  keyOf: (event: CopiedEvent) => string,
): readonly Fault[] => {
  const open = new Set<string>();
  return events.filter(isOf(service, begins, ends)).flatMap((event) => {
    const key = keyOf(event);
    const isBeginning = event.type === begins;
    const isWrong = open.has(key) === isBeginning;
    if (isBeginning) open.add(key);
    else open.delete(key);
    return isWrong ? [doubled(`${service} ${event.type} ${key}: twice in a row`)] : [];
  });
};

/** Nothing is left to do in a demand that is closed. */
const faultsOfInbox = (events: readonly CopiedEvent[]): readonly Fault[] => {
  const waiting = new Map<string, string>();
  for (const event of events.filter(isOf('inbox', 'ItemOpened', 'ItemChanged', 'ItemSettled'))) {
    if (event.type === 'ItemSettled') waiting.delete(String(event.data['id']));
    else waiting.set(String(event.data['id']), String(event.data['what']));
  }
  return [...waiting.values()].map((what) => lost(`inbox: ${what} was not settled`));
};

/** What a service hears of another has the id of its event, and is kept once. */
const faultsOfHearing = (events: readonly CopiedEvent[]): readonly Fault[] => {
  const heard = events.filter(isOf('audit', 'EventHeard')).map(({ id }) => id);
  return heard.length === new Set(heard).size ? [] : [doubled('audit: an event is kept twice')];
};

const faultsOfCase = (it: Told, events: readonly CopiedEvent[]): readonly Fault[] => {
  const own = events.filter((event) => caseIdOf(event) === it.id);
  return [
    ...faultsOfTally(it, own),
    ...faultsOfClocks(it, own),
    ...faultsOfPairs(own, ['sla_timer', 'NoticeGiven', 'NoticeWithdrawn'], ({ data }) =>
      String(data['step']),
    ),
    ...faultsOfPairs(own, ['inbox', 'ItemOpened', 'ItemSettled'], ({ data }) => String(data['id'])),
    ...faultsOfInbox(own),
    ...faultsOfHearing(own),
  ].map(({ kind, text }) => ({ kind, text: `${it.number} (${it.kind}): ${text}` }));
};

/** Of the whole loop. `events` as they were recorded, stream by stream. */
export const faultsOfStories = (told: readonly Told[], events: readonly CopiedEvent[]): readonly Fault[] => {
  const known = new Set(told.map(({ id }) => id));
  const registered = events.filter(isOf('intake', 'CaseRegistered'));
  const strange = registered.filter((event) => !known.has(caseIdOf(event)));
  const numbers = registered.map(({ data }) => data['number']);
  return [
    ...(strange.length > 0 ? [doubled(`${strange.length} demands that nobody registered`)] : []),
    ...(new Set(numbers).size < numbers.length ? [doubled('a number is given twice')] : []),
    ...told.flatMap((it) => faultsOfCase(it, events)),
    ...earlierThanTheyCanBe(events).map(wrongVerdict),
  ];
};

const idOfDelivery = ({ stream }: CopiedEvent): string => stream.slice('delivery-'.length);

/** What is told by one channel follows on what was told before, so that nothing that opened between is left out. */
const faultsOfChains = (owed: readonly CopiedEvent[]): readonly Fault[] => {
  const chains = new Map<string, CopiedEvent[]>();
  for (const event of owed) {
    const { account, channel, kind } = event.data;
    const name = `${String(account)} ${String(channel)} ${kind === 'urgent' ? 'urgent' : 'other'}`;
    chains.set(name, [...(chains.get(name) ?? []), event]);
  }
  return [...chains].flatMap(([name, events]) => {
    const sorted = [...events].sort((one, other) => Number(one.data['after']) - Number(other.data['after']));
    const isWhole = sorted.every(
      ({ data }, nth) => nth === 0 || data['after'] === sorted[nth - 1]?.data['upTo'],
    );
    return isWhole ? [] : [lost(`${name}: a message does not follow on the one before`)];
  });
};

/** Every message that is owed came; once in a life of the town, so that only what a kill interrupted came again. */
export const faultsOfNotices = (
  events: readonly CopiedEvent[],
  arrivals: readonly Arrival[],
): readonly Fault[] => {
  const owed = events.filter(isOf('inbox', 'DeliveryOwed'));
  // What nobody needs any more is not sent, and that is on record.
  const over = timesOf(events.filter(isOf('inbox', 'DeliverySent', 'DeliveryDropped')).map(idOfDelivery));
  const sent = new Set(events.filter(isOf('inbox', 'DeliverySent')).map(idOfDelivery));
  const ids = new Set(owed.map(idOfDelivery));
  const came = new Set(arrivals.map(({ id }) => id));
  const inOneLife = timesOf(arrivals.map(({ id, life }) => `${id} in life ${life}`));
  const addressees = new Map<string, Set<string>>();
  for (const { id, to } of arrivals) addressees.set(id, (addressees.get(id) ?? new Set()).add(to));
  return [
    ...[...sent].filter((id) => !came.has(id)).map((id) => lost(`message ${id} is sent, and never came`)),
    ...[...came].filter((id) => !ids.has(id)).map((id) => doubled(`message ${id} came, and was never owed`)),
    ...[...ids]
      .filter((id) => over.get(id) !== 1)
      .map((id) => (over.has(id) ? doubled : lost)(`message ${id} ended ${over.get(id) ?? 0} times`)),
    ...[...inOneLife]
      .filter(([, times]) => times > 1)
      .map(([name, times]) => doubled(`message ${name}: ${times} times`)),
    ...[...addressees]
      .filter(([, all]) => all.size > 1)
      .map(([id]) => doubled(`message ${id} went to several`)),
    ...(owed.length === new Set(owed.map(({ stream }) => stream)).size
      ? []
      : [doubled('a message is owed twice')]),
    ...faultsOfChains(owed),
  ];
};
