/** How far a case is with its feedback, since when, and until when; and what is told more than once. */
import { describe, expect, test } from '@jest/globals';
import { fold, hour, type Instant, minute, plus } from '@mulin/kernel';
import { scenarios } from '@mulin/testing';
import {
  area,
  asked,
  asking,
  began,
  clerk,
  content,
  finish,
  march,
  notContent,
  noted,
  number,
  terms,
  verification,
} from './a-case.testing.js';
import { callBack, conclusionIn, rate, type Word, withLetter } from './asking.js';
import { observe } from './observing.js';
import type { CallBackOutcome, Event, ObservedEvent, OverBecause, Rated } from './rating-events.js';
import { decider, type State, wordsIn } from './rating-state.js';
import {
  askedLast,
  isContent,
  nextCallFrom,
  nextEvaluation,
  openIn,
  ratingUntil,
  sinceOf,
  stageOf,
} from './standing.js';

const scenario = scenarios(decider);
const after = (...events: readonly Event[]): State => fold(decider, events);

const called = (
  attempt: number,
  outcome: CallBackOutcome,
  madeAt: Instant,
  isLast = outcome === 'reached' || outcome === 'refused',
  cycle = 1,
): Event => ({ type: 'CallBackMade', data: { cycle, attempt, caller: clerk, outcome, isLast, madeAt } });
const rated = (rating: Rated, ratedAt: Instant, wordsId?: string, cycle = 1): Event => ({
  type: 'CaseRated',
  data: {
    number,
    cycle,
    area,
    channel: 'portal',
    ...rating,
    ...(wordsId === undefined ? {} : { wordsId }),
    ratedAt,
  },
});
const redo = (demandedAt: Instant): Event => ({
  type: 'RedoDemanded',
  data: { number, cycle: 1, nextCycle: 2, demandedAt },
});
const concluded = (concludedAt: Instant): Event => ({
  type: 'CaseConcluded',
  data: { number, cycle: 1, outcome: 'done', because: 'satisfied', concludedAt },
});
const secretaryAsked = (askedAt: Instant): Event => ({
  type: 'SecretaryAsked',
  data: { number, cycle: 1, area, askedAt },
});
const over = (because: OverBecause, endedAt: Instant): ObservedEvent => ({
  type: 'CycleEnded',
  data: { cycle: 1, because, endedAt },
});
const undone = (undoneAt: Instant): ObservedEvent => ({ type: 'MergeUndone', data: { cycle: 1, undoneAt } });
const open = (...events: readonly Event[]) => {
  const found = askedLast(after(noted, ...asked(), ...events));
  if (found === null) throw new Error('something is asked');
  return found;
};

describe('How far it is', () => {
  const stage = (...events: readonly Event[]) => stageOf(after(noted, ...asked(), ...events));
  const dissatisfied = rated(notContent, march(5));

  test.each([
    ['somebody is to call', [], 'due'],
    ['somebody is to call again', [called(1, 'no-answer', march(5))], 'due'],
    ['nobody calls again', [called(1, 'reached', march(5))], 'called'],
    ['nobody calls whoever has rated', [dissatisfied], 'called'],
    ['the secretary decides', [dissatisfied, secretaryAsked(march(5))], 'secretary'],
    ['it is to be done again', [dissatisfied, redo(march(5))], 'redo'],
    ['it is to be done again, also once that has begun', [redo(march(5)), began(2)], 'redo'],
    [
      'it is to be done again, also once that is finished',
      [redo(march(5)), began(2), { type: 'FinishNoted', data: finish(2) }],
      'redo',
    ],
    ['nothing is left to ask', [concluded(march(5))], 'concluded'],
    [
      'nothing is left to ask once it was closed by it',
      [concluded(march(5)), over('closed', march(5))],
      'concluded',
    ],
    ['it is over without it', [over('withdrawn', march(5))], 'over'],
    ['it went on without it', [began(2)], 'over'],
  ] satisfies readonly [string, readonly Event[], string][])('%s', (_, events, expected) => {
    expect(stage(...events)).toBe(expected);
  });

  test('before the work is verified nothing is asked', () => {
    expect(stageOf(after(noted))).toBeNull();
    expect(askedLast(after(noted, { type: 'FinishNoted', data: finish() }))).toBeNull();
  });

  test('stands since what brought it there', () => {
    expect(sinceOf(open())).toBe(march(4));
    expect(sinceOf(open(called(1, 'no-answer', march(5))))).toBe(march(4));
    const reached = [called(1, 'no-answer', march(5)), called(2, 'reached', march(6))];
    expect(sinceOf(open(...reached))).toBe(march(6));
    expect(sinceOf(open(...reached, secretaryAsked(march(7))))).toBe(march(7));
    expect(sinceOf(open(...reached, secretaryAsked(march(7)), redo(march(8))))).toBe(march(8));
    expect(sinceOf(open(...reached, secretaryAsked(march(7)), concluded(march(9))))).toBe(march(9));
  });

  test('a merger that was undone in the same moment was none, and one after it is one', () => {
    const stages = (mergedAt: Instant, because: OverBecause = 'merged') =>
      stage(over(because, mergedAt), undone(march(6)));
    expect([stages(march(5)), stages(march(6)), stages(march(7))]).toEqual(['due', 'due', 'over']);
    expect(stages(march(5), 'closed')).toBe('over');
    expect(stage(over('merged', march(5)))).toBe('over');
  });
});

describe('Until when', () => {
  test('somebody may call again some hours after the last call, whichever was written down last', () => {
    expect(nextCallFrom(open())).toBeNull();
    expect(nextCallFrom(open(called(1, 'no-answer', march(5, 9))))).toBe(march(5, 13));
    const calls = [called(1, 'no-answer', march(5, 14)), called(2, 'call-later', march(5, 9))];
    expect(nextCallFrom(open(...calls))).toBe(march(5, 18));
  });

  test('they may rate, by when they were spoken to last', () => {
    expect(ratingUntil(open())).toBe(march(11));
    expect(ratingUntil(open(called(1, 'no-answer', march(6))))).toBe(march(11));
    expect(ratingUntil(open(called(1, 'refused', march(6))))).toBe(march(13));
    expect(ratingUntil(open(called(1, 'reached', march(6))))).toBe(march(13));
  });

  test('it is looked again just after their time is over, unless somebody else decides', () => {
    expect(nextEvaluation(after(noted))).toBeNull();
    expect(nextEvaluation(after(noted, ...asked()))).toBe(plus(march(11), 1));
    expect(nextEvaluation(after(noted, ...asked(), secretaryAsked(march(5))))).toBeNull();
    expect(nextEvaluation(after(noted, ...asked(), concluded(march(5))))).toBeNull();
  });
});

test.each([
  ['solved', 'satisfied', true],
  ['solved', 'dissatisfied', false],
  ['solved', 'very-dissatisfied', false],
  ['not-solved', 'very-satisfied', false],
  ['partly-solved', 'fairly-satisfied', true],
] as const)('%s and %s is content: %s', (resolution, satisfaction, expected) => {
  expect(isContent({ response: 'responded', resolution, satisfaction })).toBe(expected);
});

describe('What is said more than once', () => {
  const answered: readonly Event[] = [
    noted,
    ...asked(),
    rated(notContent, march(5)),
    secretaryAsked(march(5)),
  ];
  const word = (rating: Rated, wordsId?: string): Word => ({
    channel: 'portal',
    ...rating,
    ...(wordsId === undefined ? {} : { wordsId }),
  });

  scenario('a worse rating while the secretary decides is kept, and asks her nothing twice')
    .given(...answered)
    .at(march(6))
    .when(rate('wang', word({ ...notContent, satisfaction: 'very-dissatisfied' })))
    .then(rated({ ...notContent, satisfaction: 'very-dissatisfied' }, march(6)));

  scenario('so is one that differs in what became of it alone')
    .given(...answered)
    .at(march(6))
    .when(rate('wang', word({ ...notContent, resolution: 'partly-solved' })))
    .then(rated({ ...notContent, resolution: 'partly-solved' }, march(6)));

  test('the same rating with a word beside it is kept for that word', () => {
    expect(rate('wang', word(notContent, 'w2'))(after(...answered), march(6))).toEqual([
      rated(notContent, march(6), 'w2'),
    ]);
  });

  test('all that was said beside the ratings is kept, cycle by cycle', () => {
    const second = rated(notContent, march(6), 'b', 2);
    const first = [
      rated(notContent, march(4), 'a1'),
      rated(notContent, march(5)),
      rated(notContent, march(5), 'a2'),
    ];
    expect(wordsIn(after(second, ...first))).toEqual([
      { cycle: 1, wordsId: 'a1', ratedAt: march(4) },
      { cycle: 1, wordsId: 'a2', ratedAt: march(5) },
      { cycle: 2, wordsId: 'b', ratedAt: march(6) },
    ]);
    expect(askedLast(after(...asked(), ...first))?.rating?.wordsId).toBe('a2');
    expect(askedLast(after(...asked(), ...first, rated(notContent, march(5))))?.rating?.wordsId).toBeNull();
    expect(wordsIn(after(noted))).toEqual([]);
  });

  scenario('whoever rated while nobody could reach them is left to the secretary, who decides')
    .given(...answered, called(1, 'no-answer', march(6)), called(2, 'no-answer', march(7)))
    .at(march(8))
    .when(callBack({ caller: clerk, outcome: 'no-answer' }))
    .then(called(3, 'no-answer', march(8), true));

  scenario('the desk may rate for whoever was reached at last')
    .given(noted, ...asked(), called(1, 'no-answer', march(5)), called(2, 'reached', march(6)))
    .at(march(6, 10))
    .when(rate(clerk, { channel: 'desk', ...content }))
    .then(
      {
        type: 'CaseRated',
        data: { number, cycle: 1, area, channel: 'desk', ...content, ratedAt: march(6, 10) },
      },
      concluded(march(6, 10)),
    );
});

describe('The clock of a phone', () => {
  const call = (at: Instant) => callBack({ caller: clerk, outcome: 'reached', at });
  const last = plus(march(8), 72 * hour);

  scenario('may be 72 hours back, to the millisecond, and as early as the verification')
    .given(noted, ...asked())
    .at(plus(march(4), 72 * hour))
    .when(call(march(4)))
    .then(called(1, 'reached', march(4)));
  scenario('and no further')
    .given(noted, ...asked())
    .at(plus(last, -hour))
    .when(call(plus(march(8), -hour - 1)))
    .thenRejected('device-time');
  scenario('may be five minutes ahead')
    .given(noted, ...asked())
    .at(march(5))
    .when(call(plus(march(5), 5 * minute)))
    .then(called(1, 'reached', plus(march(5), 5 * minute)));
  scenario('and no further than that')
    .given(noted, ...asked())
    .at(march(5))
    .when(call(plus(march(5), 5 * minute + 1)))
    .thenRejected('device-time');
});

test('A letter is put to the conclusion, and to nothing else', () => {
  const events = [rated(content, march(5)), concluded(march(5))];
  const [rating, conclusion] = withLetter(events, 'letter');
  expect(rating).toEqual(events[0]);
  expect(conclusion).toMatchObject({ type: 'CaseConcluded', data: { number, letterId: 'letter' } });
  expect(conclusionIn(events)).toMatchObject({ number, because: 'satisfied' });
  expect(conclusionIn([rated(content, march(5))])).toBeNull();
});

test('What was explained and not solved is concluded as explained', () => {
  const explained = { ...verification(), result: 'explained' } as const;
  const state = after(
    noted,
    { type: 'VerificationNoted', data: explained },
    {
      type: 'CallBackDue',
      data: { ...explained, terms, askedAt: march(4) },
    },
  );
  expect(conclusionIn(rate('wang', { channel: 'portal', ...content })(state, march(5)))?.outcome).toBe(
    'explained',
  );
});

describe('Of what others tell', () => {
  const finished = (round: number, at: Instant): ObservedEvent => ({
    type: 'FinishNoted',
    data: { ...finish(1, round), finishedAt: at },
  });
  const refused = (round: number): ObservedEvent => ({
    type: 'FinishRefusalNoted',
    data: { cycle: 1, round },
  });
  const verified = (round: number, cycle = 1): ObservedEvent => ({
    type: 'VerificationNoted',
    data: verification(cycle, round),
  });
  const news = (event: ObservedEvent, ...before: readonly Event[]) =>
    observe(event, terms)(after(noted, ...before), march(12));

  test.each([
    ['a finish', finished(1, march(3)), finished(2, march(3)), finished(1, march(4))],
    ['an end', over('withdrawn', march(3)), over('closed', march(3)), over('withdrawn', march(4))],
  ])('%s is told once, and another one of the same day or kind is another', (_, first, ...others) => {
    expect(news(first)).toEqual([first]);
    expect(news(first, first)).toEqual([]);
    for (const other of others) {
      expect(news(other, first)).toEqual([other]);
      expect(news(first, other, first)).toEqual([]);
    }
  });

  test('only a cycle, a refusal, a verification or an undone merger that is newer is news', () => {
    expect(news(began(2) as ObservedEvent)).toEqual([began(2)]);
    expect(news(began(1) as ObservedEvent)).toEqual([]);
    expect(news(began(2) as ObservedEvent, began(3))).toEqual([]);
    expect(news(refused(2), refused(1))).toEqual([refused(2)]);
    expect(news(refused(1), refused(1))).toEqual([]);
    expect(news(refused(1), refused(2))).toEqual([]);
    expect(news(verified(2), verified(1), refused(2))).toEqual([verified(2)]);
    expect(news(verified(1), verified(2))).toEqual([]);
    expect(news(undone(march(6)), undone(march(5)))).toEqual([undone(march(6))]);
    expect(news(undone(march(5)), undone(march(6)))).toEqual([]);
    expect(news(undone(march(5)), undone(march(5)))).toEqual([]);
  });

  test('the newest stands, also where it is on record in another order', () => {
    expect(openIn(after(noted, ...asked(), verified(2), refused(1)))?.question.round).toBe(2);
    expect(openIn(after(noted, ...asked(), verified(2), verified(1), refused(1)))?.question.round).toBe(2);
    const merged = over('merged', march(6));
    expect(stageOf(after(noted, ...asked(), merged, undone(march(7)), undone(march(5))))).toBe('due');
    expect(stageOf(after(noted, ...asked(), merged, undone(march(5)), undone(march(7))))).toBe('due');
  });

  test('a refusal of the round that was asked about ends the asking, until it is verified again', () => {
    expect(news(refused(1), ...asked())).toEqual([refused(1)]);
    const state = after(noted, ...asked(), refused(1));
    expect(openIn(state)).toBeNull();
    expect(news(verified(2), ...asked(), refused(1))).toEqual([verified(2)]);
    expect(openIn(after(noted, ...asked(), refused(1), verified(2)))?.question.round).toBe(2);
  });

  test('a finish alone asks nothing, and what was verified is asked in its own cycle, heard before it began', () => {
    expect(news(finished(1, march(3)))).toEqual([finished(1, march(3))]);
    expect(news(verified(1, 2)).map(({ type }) => type)).toEqual(['VerificationNoted', 'CallBackDue']);
  });

  test('an end says into which case it was merged', () => {
    const into: ObservedEvent = {
      type: 'CycleEnded',
      data: { cycle: 1, because: 'merged', into: 'other', endedAt: march(5) },
    };
    expect(after(into, over('closed', march(6))).cycles[1]?.ends.map((end) => end.into)).toEqual([
      'other',
      null,
    ]);
  });
});

describe('Whoever asked', () => {
  const word = (sequence: string, more: object = {}): Event => ({
    type: 'CaseNoted',
    data: { ...asking, ...more, notedAt: march(2), sequence },
  });
  const isOfSomebodyElse = (...words: readonly Event[]) => after(...words).asking?.isOfSomebodyElse === true;

  test('turned out to be another person where the words or the account are others, and so it stays', () => {
    expect(isOfSomebodyElse(word('0'))).toBe(false);
    expect(isOfSomebodyElse(word('0'), word('1', { menuItem: 'noise' }))).toBe(false);
    expect(isOfSomebodyElse(word('0'), word('1', { wordsId: 'others' }))).toBe(true);
    expect(isOfSomebodyElse(word('0'), word('1', { asker: null }))).toBe(true);
    expect(isOfSomebodyElse(word('0'), word('1', { asker: null }), word('2', { asker: null }))).toBe(true);
  });

  test('is whoever was noted first, where it turned out that they had asked after all', () => {
    const away = word('1', { wordsId: 'others', asker: null });
    const back = word('2', { wordsId: 'theirs', isFirstPerson: true });
    expect(isOfSomebodyElse(word('0'), away, back)).toBe(false);
    expect(after(word('0'), away).asking?.firstAsker).toBe(asking.asker);
    expect(isOfSomebodyElse(word('0'), away, back, word('3', { wordsId: 'others', asker: null }))).toBe(true);
  });

  test('has the letter that was written to them, whoever turns out to have asked afterwards', () => {
    const concludedIn = (cycle: number): Event => ({
      type: 'CaseConcluded',
      data: { number, cycle, outcome: 'done', because: 'satisfied', concludedAt: march(9) },
    });
    const away = word('1', { wordsId: 'others', asker: null });
    const isLetterOfSomebodyElse = (...events: readonly Event[]) =>
      Object.values(after(...events).cycles).map((cycle) => cycle.isLetterOfSomebodyElse);
    expect(isLetterOfSomebodyElse(word('0'), ...asked())).toEqual([false]);
    expect(isLetterOfSomebodyElse(word('0'), concludedIn(1), away)).toEqual([false]);
    expect(isLetterOfSomebodyElse(word('0'), concludedIn(1), away, concludedIn(2))).toEqual([false, true]);
    expect(isLetterOfSomebodyElse(concludedIn(1), word('0'))).toEqual([false]);
  });

  test('is who the newest word says, of one moment the later one', () => {
    expect(after(word('1', { menuItem: 'noise' }), word('0')).asking?.menuItem).toBe('noise');
    expect(after(word('0'), word('1', { menuItem: 'noise' })).asking?.menuItem).toBe('noise');
    expect(after(word('0'), word('0', { menuItem: 'noise' })).asking?.menuItem).toBe(asking.menuItem);
  });
});
