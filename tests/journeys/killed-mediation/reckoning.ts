/** What of quarrels, days and promises is lost, doubled or left over in a town at rest, by all that is on record. */
import type { CopiedEvent } from '../copies.js';
import type { Told } from './stories.js';

const serviceOf = ({ table }: CopiedEvent): string => table.replace('.facts', '');
const of = (events: readonly CopiedEvent[], service: string, ...types: readonly string[]) =>
  events.filter((event) => serviceOf(event) === service && types.includes(event.type));

const timesOf = (names: Iterable<string>): ReadonlyMap<string, number> => {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return times;
};
const moreThanOnce = (names: Iterable<string>): readonly string[] =>
  [...timesOf(names)].filter(([, times]) => times > 1).map(([name, times]) => `${name}: ${times} times`);

/** Every accepted command is in the log as often as it was accepted, and nothing else of its kind. */
const faultsOfTally = (told: readonly Told[], events: readonly CopiedEvent[]): readonly string[] =>
  told.flatMap(({ stream, kind, tally }) => {
    const own = events.filter((it) => serviceOf(it) === 'mediation' && it.stream === stream);
    const times = timesOf(own.map(({ type }) => type));
    return [...tally]
      .filter(([type, wanted]) => (times.get(type) ?? 0) !== wanted)
      .map(([type, wanted]) => `${stream} (${kind}): ${type} ${times.get(type) ?? 0} times, not ${wanted}`);
  });

const begins = ['DisputeOpened', 'DayPublished', 'PromiseMade'];
const faultsOfStrangers = (told: readonly Told[], events: readonly CopiedEvent[]): readonly string[] => {
  const known = new Set(told.map(({ stream }) => stream));
  const begun = of(events, 'mediation', ...begins);
  const numbers = begun.flatMap(({ data }) => (data['number'] === undefined ? [] : [String(data['number'])]));
  return [
    ...begun.filter(({ stream }) => !known.has(stream)).map(({ stream }) => `${stream} was begun by nobody`),
    ...moreThanOnce(numbers).map((it) => `the number ${it}`),
  ];
};

type Span = Readonly<{ who: string; from: string; until: string }>;
const overlaps = (spans: readonly Span[]): readonly string[] =>
  spans.flatMap((one, nth) =>
    spans
      .slice(nth + 1)
      .filter((two) => one.who === two.who && one.from < two.until && two.from < one.until)
      .map(() => `${one.who} is booked twice at ${one.from}`),
  );

/** Each session holds its time from when it was planned until it was moved or called off: nobody else's lies in it. */
const faultsOfSessions = (events: readonly CopiedEvent[]): readonly string[] => {
  const standing = new Map<string, readonly Span[]>();
  const wrong = new Set<string>();
  for (const { stream, type, data } of of(events, 'mediation', 'SessionPlanned', 'SessionCalledOff')) {
    const name = `${stream}/${String(data['session'])}`;
    standing.delete(name);
    if (type === 'SessionCalledOff') continue;
    const [from, until] = [String(data['from']), String(data['until'])];
    const taken = [String(data['mediator']), String(data['place'])].map((who) => ({ who, from, until }));
    standing.set(name, taken);
    for (const it of overlaps([...standing.values()].flat())) wrong.add(it);
  }
  return [...wrong];
};

/** When everything is over, no time is left taken. */
const faultsOfDiaries = (events: readonly CopiedEvent[]): readonly string[] => {
  const taken = new Set<string>();
  for (const { stream, type, data } of of(events, 'mediation', 'TimeBooked', 'TimeReleased')) {
    const name = `${stream} ${String(data['booking'])}`;
    if (type === 'TimeBooked') taken.add(name);
    else taken.delete(name);
  }
  return [...taken].map((name) => `${name} is left taken`);
};

/** No slot has more people than it has room for, which is one. */
const faultsOfSlots = (events: readonly CopiedEvent[]): readonly string[] =>
  moreThanOnce(
    of(events, 'mediation', 'BookingMade').map(
      ({ stream, data }) => `${stream} slot ${String(data['slot'])}`,
    ),
  );

const timerStream = (stream: string): string => stream.replace(/^(dispute|promise)-/, 'commitment-');
const clockOf = ({ stream, data }: CopiedEvent): string => `${stream} ${String(data['clock'])}`;

type Ladder = readonly Readonly<{ step: string; at: string }>[];

/** Whoever was owed a word of what was late has heard it, and nobody hears of anything twice. */
const faultsOfRinging = (clock: string, own: readonly CopiedEvent[]): readonly string[] => {
  const last = own.filter(({ type }) => type === 'CommitmentJudged').at(-1);
  const terms = own.find(({ type }) => type === 'CommitmentStarted');
  const rung = own.flatMap(({ type, data }) =>
    type === 'CommitmentNoticeGiven' ? (data['steps'] as readonly string[]) : [],
  );
  const [dueAt, endedAt] = [String(terms?.data['dueAt']), String(last?.data['endedAt'])];
  const ladder = (terms?.data['ladder'] ?? []) as Ladder;
  const owed = ladder.filter(({ at }) => at >= dueAt && at < endedAt).map(({ step }) => step);
  return [
    ...moreThanOnce(rung).map((it) => `${clock}: ${it} rung`),
    ...owed.filter((step) => !rung.includes(step)).map((step) => `${clock}: ${step} was not rung`),
  ];
};

/** One deadline, by what mediation and sla-timer have recorded of it. */
const faultsOfClock = (clock: string, isLate: boolean, own: readonly CopiedEvent[]): readonly string[] => {
  const once = ['DeadlineSet', 'CommitmentStarted', 'DeadlineEnded'].flatMap((type) => {
    const found = own.filter((it) => it.type === type).length;
    return found === 1 ? [] : [`${clock}: ${type} ${found} times`];
  });
  const judged = own.filter(({ type }) => type === 'CommitmentJudged');
  const words = judged.map(({ data }) => `${String(data['verdict'])} ${String(data['endedAt'])}`);
  const verdict = String(judged.at(-1)?.data['verdict']);
  const isRight = isLate ? verdict === 'breached' : verdict === 'met' || verdict === 'cancelled';
  return [
    ...once,
    ...words.filter((it, nth) => it === words[nth - 1]).map((it) => `${clock}: judged ${it} twice`),
    ...(isRight && words.at(-1)?.endsWith('null') === false ? [] : [`${clock}: judged ${words.join()}`]),
    ...faultsOfRinging(clock, own),
  ];
};

const faultsOfClocks = (told: readonly Told[], events: readonly CopiedEvent[]): readonly string[] => {
  const late = new Set(
    told.flatMap((it) => [...it.late].map((clock) => `${timerStream(it.stream)} ${clock}`)),
  );
  const own = new Map<string, CopiedEvent[]>();
  for (const event of events.filter((it) => it.table === 'sla_timer.facts' && it.data['clock'] !== undefined))
    own.set(clockOf(event), [...(own.get(clockOf(event)) ?? []), event]);
  const set = of(events, 'mediation', 'DeadlineSet').map((it) =>
    clockOf({ ...it, stream: timerStream(it.stream) }),
  );
  return [
    ...moreThanOnce(set).map((it) => `mediation set ${it}`),
    ...[...late].filter((clock) => !set.includes(clock)).map((clock) => `${clock} was never set`),
    ...set.flatMap((clock) => faultsOfClock(clock, late.has(clock), own.get(clock) ?? [])),
  ];
};

/** Each thing is told once, and in the end nothing waits. */
const faultsOfInbox = (told: readonly Told[], events: readonly CopiedEvent[]): readonly string[] => {
  const opened = of(events, 'inbox', 'ItemOpened').map(({ data }) => String(data['id']));
  const settled = of(events, 'inbox', 'ItemSettled').map(({ data }) => String(data['id']));
  const owed = told.flatMap(({ stream }) => {
    const [kind, id] = [stream.slice(0, stream.indexOf('-')), stream.slice(stream.indexOf('-') + 1)];
    if (kind === 'day') return [];
    return kind === 'dispute' ? [`${id}.mediate`] : [`${id}.promise-1`];
  });
  return [
    ...moreThanOnce(opened).map((it) => `inbox: ${it} opened`),
    ...owed.filter((id) => !opened.includes(id)).map((id) => `inbox: ${id} was not told`),
    ...opened.filter((id) => !settled.includes(id)).map((id) => `inbox: ${id} still waits`),
  ];
};

/** What is published under the id of its event, whatever it says. */
const published = [
  ...['DisputeOpened', 'MediatorAssigned', 'ConsentStated', 'SessionPlanned', 'SessionCalledOff'],
  ...['AgreementTookEffect', 'TermPerformed', 'DisputeEnded', 'DeadlineSet', 'DeadlineEnded'],
  ...['DayPublished', 'InterviewEnded', 'PromiseMade', 'PromiseKept'],
];
/** Audit has each of them once. */
const faultsOfHearing = (events: readonly CopiedEvent[]): readonly string[] => {
  const heard = of(events, 'audit', 'EventHeard').map(({ id }) => id);
  const all = new Set(heard);
  return [
    ...moreThanOnce(heard).map((it) => `audit: ${it}`),
    ...of(events, 'mediation', ...published)
      .filter(({ id }) => !all.has(id))
      .map(({ type, stream }) => `audit: ${type} of ${stream} was not heard`),
  ];
};

/** Sentences; none: all is well. `events`: of all services, each in the order of its log. */
export const faultsOfQuarrels = (
  told: readonly Told[],
  events: readonly CopiedEvent[],
): readonly string[] => [
  ...faultsOfTally(told, events),
  ...faultsOfStrangers(told, events),
  ...faultsOfSessions(events),
  ...faultsOfDiaries(events),
  ...faultsOfSlots(events),
  ...faultsOfClocks(told, events),
  ...faultsOfInbox(told, events),
  ...faultsOfHearing(events),
];
