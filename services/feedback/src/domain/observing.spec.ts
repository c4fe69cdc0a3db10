import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fold } from '@mulin/kernel';
import { scenarios } from '@mulin/testing';
import {
  area,
  asked,
  asking,
  began,
  finish,
  li,
  march,
  noted,
  number,
  terms,
  verification,
} from './a-case.testing.js';
import { askNow, observe } from './observing.js';
import type { Event, ObservedEvent, OverBecause } from './rating-events.js';
import { cycleOf, decider, type State } from './rating-state.js';
import { openIn, stageOf } from './standing.js';

const scenario = scenarios(decider);

const due = (cycle = 1, round = 1): Event => ({
  type: 'CallBackDue',
  data: { ...verification(cycle, round), terms, askedAt: march(3 + cycle) },
});
const verified = (cycle = 1, round = 1): ObservedEvent => ({
  type: 'VerificationNoted',
  data: verification(cycle, round),
});
const finished = (cycle = 1, round = 1): ObservedEvent => ({
  type: 'FinishNoted',
  data: finish(cycle, round),
});
const refused = (cycle = 1, round = 1): ObservedEvent => ({
  type: 'FinishRefusalNoted',
  data: { cycle, round },
});
const over = (because: OverBecause, date: number, cycle = 1): ObservedEvent => ({
  type: 'CycleEnded',
  data: { cycle, because, endedAt: march(date) },
});
const undone = (date: number, cycle = 1): ObservedEvent => ({
  type: 'MergeUndone',
  data: { cycle, undoneAt: march(date) },
});
const again = began(2) as ObservedEvent; // it is one

describe('What others tell', () => {
  scenario('somebody else has verified the work: whoever asked is to be called back')
    .given(noted)
    .at(march(4))
    .when(observe(verified(), terms))
    .then(verified(), due());

  scenario('told twice, they are asked once')
    .given(noted, ...asked())
    .when(observe(verified(), terms))
    .thenEcho();

  scenario('told before the registration was heard, they are asked all the same')
    .given()
    .at(march(4))
    .when(observe(verified(), terms))
    .then(verified(), due());

  scenario('told late, they have all of their days from when it was heard')
    .given(noted)
    .at(march(20))
    .when(observe(verified(), terms))
    .then(verified(), {
      type: 'CallBackDue',
      data: { ...verification(), terms, askedAt: march(20) },
    });

  scenario('a case that was closed meanwhile asks nothing')
    .given(noted, over('closed', 5))
    .when(observe(verified(), terms))
    .then(verified());

  scenario('a cycle that another one has followed asks nothing')
    .given(noted, again)
    .when(observe(verified(), terms))
    .then(verified());

  scenario('a finish that was refused meanwhile asks nothing')
    .given(noted, refused(1, 1))
    .when(observe(verified(1, 1), terms))
    .then(verified(1, 1));

  scenario('a refusal of an earlier round, heard late, takes nothing back')
    .given(noted, ...asked())
    .when(observe(refused(1, 0), terms))
    .thenNothing();

  scenario('two cases that were merged by mistake are two again: what was verified meanwhile is asked')
    .given(noted, over('merged', 4), verified())
    .at(march(4))
    .when(observe(undone(5), terms))
    .then(undone(5), due());

  scenario('what is corrected stands instead, unless it is older')
    .given({ type: 'CaseNoted', data: { ...asking, notedAt: march(3), sequence: '1' } })
    .when(observe({ type: 'CaseNoted', data: { ...asking, notedAt: march(2), sequence: '0' } }, terms))
    .thenNothing();
});

describe('In a town that asks nobody', () => {
  scenario('what is told is recorded, and nobody is asked')
    .given(noted)
    .when(observe(verified(), null))
    .then(verified());

  scenario('who was not asked is, once it begins to ask')
    .given(noted, verified())
    .at(march(20))
    .when(askNow(terms))
    .then({ type: 'CallBackDue', data: { ...verification(), terms, askedAt: march(20) } });

  scenario('nor is anybody asked then in a case that is over')
    .given(noted, verified(), over('closed', 5))
    .when(askNow(terms))
    .thenNothing();
});

describe('In whatever order it comes', () => {
  const news: readonly ObservedEvent[] = [
    { type: 'CaseNoted', data: { ...asking, notedAt: march(2), sequence: '0' } },
    finished(1, 1),
    refused(1, 1),
    finished(1, 2),
    verified(1, 2),
    over('merged', 6),
    undone(7),
    again,
    finished(2, 1),
    verified(2, 1),
  ];
  const endings: readonly (readonly ObservedEvent[])[] = [
    [],
    [over('closed', 9, 2)],
    [over('withdrawn', 9, 2)],
    [over('merged', 9, 2), undone(10, 2)],
    [refused(2, 1)],
    [refused(2, 1), finished(2, 2), verified(2, 2)],
    [over('closed', 9, 2), { type: 'CycleBegan', data: { cycle: 3 } }],
  ];

  const told = (heard: readonly ObservedEvent[]): Readonly<{ state: State; events: readonly Event[] }> =>
    heard.reduce<{ state: State; events: readonly Event[] }>(
      ({ state, events }, event) => {
        const more = observe(event, terms)(state, march(12));
        return { state: fold(decider, more, state), events: [...events, ...more] };
      },
      { state: decider.initial, events: [] },
    );

  /** What of it matters to anybody; of the cycles before, what they were answered with. */
  const outcome = ({ state }: ReturnType<typeof told>) => ({
    stage: openIn(state) === null ? null : stageOf(state),
    open: openIn(state)?.question,
    asking: state.asking,
    latest: state.latest,
    finishes: [1, 2].map((cycle) => [...cycleOf(state, cycle).finishes].map(({ round }) => round).sort()),
  });

  test('the same is asked at last, each cycle once, and nothing more', () => {
    const stories = fc.constantFrom(...endings).chain((ending) => {
      const all = [...news, ...ending];
      const repeated = fc.array(fc.constantFrom(...all), { maxLength: 5 });
      return repeated.chain((more) =>
        fc
          .shuffledSubarray([...all, ...more], { minLength: all.length + more.length })
          .map((heard) => ({ all, heard })),
      );
    });
    fc.assert(
      fc.property(stories, ({ all, heard }) => {
        const [inOrder, anyhow] = [told(all), told(heard)];
        expect(outcome(anyhow)).toEqual(outcome(inOrder));
        const asks = anyhow.events.flatMap((it) => (it.type === 'CallBackDue' ? [it.data.cycle] : []));
        expect(asks).toEqual([...new Set(asks)]);
        expect(anyhow.events.filter(({ type }) => type === 'CaseConcluded')).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('who handled it and where it lies are those of the verification that stands', () => {
    const { state } = told(news);
    expect(openIn(state)?.question).toMatchObject({ number, cycle: 2, round: 1, area, handlers: [li] });
  });
});
