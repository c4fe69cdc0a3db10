/** How a case stands, as whoever asked may see it: in plain words, with duties and no people, and nobody else’s words. */
import { type Actor, type LocalizedText, Rejection } from '@mulin/kernel';
import type { Dependencies } from '../dependencies.js';
import { dutiesAlone, type Names } from '../reference-data/follow-names.js';
import { type CaseRow, holderOf } from '../views/cases.js';
import { completionOf } from '../views/clocks.js';
import {
  type CaseEvent,
  caseEventOf,
  type PublicEventRecorded,
  type RecordedPublicEvent,
  historyOf,
} from '../views/recorded-events.js';
import { answersElsewhere, isAnsweredElsewhere } from './answered-elsewhere.js';
import { caseCalled, unknownCase } from './case-by-name.js';
import { personOf } from './sentences/persons.js';
import { sentenceOf } from './sentences/sentences.js';
import { roleOf } from './sentences/words.js';

type Of<Type extends CaseEvent['type']> = Extract<CaseEvent, { type: Type }>;

/** With what a resident opens what is their own. */
export const ownPurpose = 'own-case';
/** What of it audit opens for them. */
export const ownKinds = ['words', 'note', 'letter'];

const caseMissing = () =>
  new Rejection(
    'case-missing',
    { en: 'Say which case it is (caseId).', zh: '请注明案件（`caseId`）。' },
    'malformed',
  );

const notYourCase = () =>
  new Rejection(
    'not-your-case',
    { en: 'This is the case of somebody else.', zh: '该案件不是您反映的。' },
    'forbidden',
  );

const eventsIn = (events: readonly RecordedPublicEvent[]): readonly CaseEvent[] =>
  events.flatMap(({ data }) => caseEventOf(data) ?? []);

const ofType = <Type extends CaseEvent['type']>(events: readonly CaseEvent[], type: Type) =>
  events.filter((event): event is Of<Type> => event.type === type);

/**
 * Whether this news says whose case it is: `true`, another person's than was noted first, for whom words are kept anew;
 * `null`: it does not.
 */
const saysElse = (event: CaseEvent): boolean | null =>
  event.type === 'intake.case-reclassified.v1' && event.data.wordsId !== undefined
    ? event.data.isFirstPerson !== true
    : null;

const isOfSomebodyElse = (events: readonly CaseEvent[]): boolean =>
  events.reduce((isElse, event) => saysElse(event) ?? isElse, false);

/** What was told while it was the case of whoever was noted first: what somebody else added meanwhile is theirs. */
const toldOfFirst = (events: readonly CaseEvent[]): readonly CaseEvent[] =>
  events.filter((event, place) => saysElse(event) === null && !isOfSomebodyElse(events.slice(0, place)));

/** Where the words of whoever was noted first are: kept anew once it turned out that they had asked after all. */
const ownWordsIn = (events: readonly CaseEvent[]): string | undefined => {
  const back = ofType(events, 'intake.case-reclassified.v1').filter(({ data }) => data.isFirstPerson);
  const [registered] = ofType(events, 'intake.case-registered.v1');
  return (back.at(-1) ?? registered)?.data.wordsId;
};

/** Who asked, or who asked in the case of which this one was a part. */
const isAskedBy = async (
  deps: Pick<Dependencies, 'store'>,
  events: readonly CaseEvent[],
  names: readonly string[],
): Promise<boolean> => {
  const [registered] = ofType(events, 'intake.case-registered.v1');
  if (registered === undefined || isOfSomebodyElse(events)) return false;
  const { actor = '', actorrole, data } = registered;
  if (actorrole === 'resident' && names.includes(actor)) return true;
  if (data.splitFrom === undefined || data.splitFrom.isOfSomebodyElse) return false;
  const whole = await deps.store.readStream<PublicEventRecorded>(historyOf(data.splitFrom.caseId));
  return isAskedBy(deps, eventsIn(whole), names);
};

const namesOf = async ({ pseudonyms, town }: Dependencies, { id }: Actor): Promise<readonly string[]> => [
  pseudonyms.of(town, id),
  await pseudonyms.formerOf(town, id),
];

/**
 * The case that a resident asks about, and its history. Refused: `case-missing`, `case-unknown`, and `not-your-case`
 * where they did not ask.
 */
const ownCase = async (deps: Dependencies, actor: Actor, said: string | undefined) => {
  const name = said ?? actor.caseId;
  if (name === undefined) throw caseMissing();
  const row = await caseCalled(deps.cases, name);
  if (row === null) throw unknownCase(name);
  const history = await deps.store.readStream<PublicEventRecorded>(historyOf(row.caseId));
  const events = eventsIn(history);
  const isByCode = actor.caseId === row.caseId;
  if (!isByCode && !(await isAskedBy(deps, events, await namesOf(deps, actor)))) throw notYourCase();
  return { row, history, events };
};

const states: Readonly<Record<CaseRow['state'], LocalizedText>> = {
  registered: { en: 'It is registered, and the town looks for who sees to it.', zh: '已登记，正在派单。' },
  offered: { en: 'Somebody was asked to see to it.', zh: '已派单，等待承办人接单。' },
  taken: { en: 'Somebody sees to it.', zh: '承办人正在办理。' },
  'with-arbiter': { en: 'The community decides who sees to it.', zh: '由社区协调确定承办人。' },
  finished: { en: 'The work is done; somebody else looks whether it is.', zh: '承办人已办完，待核查。' },
  verified: { en: 'Somebody has looked: it is done. You will be asked about it.', zh: '已核查，待回访。' },
  closed: { en: 'It is closed.', zh: '已办结。' },
  declined: { en: 'The town does not take it up.', zh: '不予受理。' },
  withdrawn: { en: 'You took it back.', zh: '已撤回。' },
  merged: {
    en: 'It is answered together with another report of the same thing.',
    zh: '与同一事项的其他诉求一并办理。',
  },
};

const together = states.merged;

/** What ends a cycle, or begins one: nothing of it names a person, or another case. */
const answers: readonly string[] = [
  'intake.case-declined.v1',
  'intake.case-withdrawn.v1',
  'intake.case-closed.v1',
  'intake.case-reopened.v1',
  'routing.order-verified.v1',
];

const answerIn = (names: Names, shown: (at: string) => string, event: CaseEvent): LocalizedText => {
  const isMerge = event.type === 'intake.case-closed.v1' && event.data.duplicateOf !== undefined;
  return isMerge ? together : sentenceOf(event, { names, shown });
};

const holderIn = (names: Names, row: CaseRow): LocalizedText | null => {
  if (row.state === 'with-arbiter') return roleOf('community-secretary');
  const member = holderOf(row);
  return member === null ? null : personOf(names, member);
};

/** By when it is promised, while that is owed. */
const promisedIn = ({ clocks }: CaseRow): string | null => {
  const clock = completionOf(clocks);
  return clock?.state === 'running' ? clock.dueAt : null;
};

const lastOf = <It>(items: readonly It[]): It | null => items.at(-1) ?? null;

/** What they said and were written; of a case that turned out to be somebody else’s, nothing. */
const personalIn = async (
  { vault, pseudonyms, town }: Dependencies,
  actor: Actor,
  row: CaseRow,
  events: readonly CaseEvent[],
) => {
  if (isOfSomebodyElse(events)) return { words: null, additions: [], letter: null };
  const reading = { actor: pseudonyms.of(town, actor.id), purpose: ownPurpose, about: row.caseId };
  const open = (id: string | undefined) => (id === undefined ? null : vault.read(id, reading));
  const own = toldOfFirst(events);
  const added = ofType(own, 'intake.case-supplemented.v1').filter(({ data }) => data.isForResident);
  const additions = added.map(async ({ data: { itemId, kind }, time }) => ({
    id: itemId,
    kind,
    addedAt: time,
    words: kind === 'photo' ? null : await open(itemId),
  }));
  const letterId = lastOf(ofType(own, 'intake.case-closed.v1'))?.data.letterId;
  return {
    words: await open(ownWordsIn(events)),
    additions: await Promise.all(additions),
    letter: await open(row.state === 'closed' ? letterId : undefined),
  };
};

const answeringCase = async ({ cases }: Dependencies, own: CaseRow, other: string | undefined) =>
  (other === undefined ? null : await caseCalled(cases, other)) ?? own;

const itemIn = (names: Names, { menuItem }: CaseRow, language: keyof LocalizedText): string | null =>
  menuItem === null ? null : (names.menuItem(menuItem)?.[language] ?? menuItem);

/**
 * A case as whoever asked sees it. Where another one answers for it, where that one stands is shown, and neither its
 * number nor its words. Refused: `case-missing`, `case-unknown`, `not-your-case`.
 */
export const myCase = async (
  deps: Dependencies,
  asking: Readonly<{ actor: Actor; caseId: string | undefined; language: keyof LocalizedText }>,
) => {
  const { actor, language } = asking;
  const { row, history, events } = await ownCase(deps, actor, asking.caseId);
  const names = dutiesAlone(deps.names);
  const elsewhere = await answersElsewhere(deps.store, history);
  const isElsewhere = isAnsweredElsewhere(history);
  const answering = await answeringCase(deps, row, elsewhere.at(-1)?.number);
  const told = [...events, ...elsewhere.flatMap(({ events: theirs }) => eventsIn(theirs))];
  return {
    caseId: row.caseId,
    number: row.number,
    state: isElsewhere ? 'merged' : row.state,
    stateText: states[answering.state][language],
    isAnsweredTogether: isElsewhere,
    menuItem: itemIn(names, row, language),
    reportedAt: row.reportedAt,
    holder: holderIn(names, answering)?.[language] ?? null,
    promisedUntil: promisedIn(answering),
    answers: told
      .filter(({ type }) => answers.includes(type))
      .map((event) => ({ at: event.time, text: answerIn(names, deps.clock.shown, event)[language] })),
    ...(await personalIn(deps, actor, row, events)),
  };
};
