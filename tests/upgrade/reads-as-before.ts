/** Holds what a newer version says of an older town to what the older one has said of it. */
import { expect } from '@jest/globals';
import type { TestDatabase } from '@mulin/testing';
import { ask, everyItem, type Json } from '../journeys/http.js';
import { expected } from './older-town.js';
import { factsOfTown, type Readers, type TownFacts } from './facts.js';

type Facts = TownFacts['cases'][number];

const isOver = ({ state }: Facts): boolean => ['closed', 'declined'].includes(state);

const isJudged = ({ state }: Json): boolean => state !== 'running';

/** A holder may have lost it since, because time has passed. */
const begun = ({ to: _, ...leg }: Json): Json => leg;

/** Of what is open, what the older version had recorded is as it was, and first; what time has brought comes after it. */
const asBefore = (now: Facts, before: Facts): Facts =>
  isOver(before)
    ? now
    : {
        ...now,
        state: before.state,
        clocks: before.clocks.map(
          (clock) => (isJudged(clock) ? now.clocks.find(({ name }) => name === clock['name']) : clock) ?? {},
        ),
        legs: now.legs.slice(0, before.legs.length).map(begun),
        timeline: now.timeline.slice(0, before.timeline.length),
      };

const comparable = (facts: Facts): Facts =>
  isOver(facts) ? facts : { ...facts, legs: facts.legs.map(begun) };

/** Every case by its number, state, holders, verdicts and history; who was told of what is late; who may sign in. */
export const expectAsBefore = async (readers: Readers): Promise<void> => {
  const { cases, escalations, accounts } = await factsOfTown(readers);
  expect(cases.map(({ number, caseId }) => [number, caseId])).toEqual(
    expected.cases.map(({ number, caseId }) => [number, caseId]),
  );
  for (const [nth, before] of expected.cases.entries())
    expect(asBefore(cases[nth] ?? before, before)).toEqual(comparable(before));
  for (const { number, to, clock, step } of expected.escalations)
    expect(escalations.filter((it) => it['number'] === number && it['step'] === step)).toEqual([
      expect.objectContaining({ to, clock }),
    ]);
  expect(accounts).toEqual(expect.arrayContaining([...expected.accounts]));
};

/** Every list answers, and what is personal can be read where it may be, and not where it was erased. */
export const expectListsAndWords = async (readers: Readers, clerk: string): Promise<void> => {
  const { url, operator, auditor } = readers;
  for (const path of ['/api/v1/cases', '/api/v1/escalations', '/api/v1/readings'])
    expect((await everyItem(url, auditor, path)).length).toBeGreaterThan(0);
  for (const path of ['/api/v1/orders', '/api/v1/deliveries', '/api/v1/accounts'])
    expect((await everyItem(url, operator, path)).length).toBeGreaterThan(0);
  const wordsOf = async (caseId = '') => {
    const path = `/api/v1/cases/${caseId}/words?purpose=answering`;
    return (await ask(url, { method: 'GET', path, who: clerk })).body;
  };
  expect(await wordsOf(expected.open[0]?.id)).toMatchObject({
    words: 'As it was said.',
    contact: { phone: '13800138000' },
  });
  expect(await wordsOf(expected.erased)).toEqual({ words: null, place: null, contact: null });
};

/** What came as history from a file is with nobody, and the routes of its order say so as they describe it. */
export const expectHistoryWithNobody = async ({ url, auditor }: Readers): Promise<void> => {
  const history = expected.cases.filter(({ state, legs }) => state === 'closed' && legs.length === 0);
  expect(history).toHaveLength(8);
  for (const what of ['', '/legs']) {
    const path = `/api/v1/orders/${String(history[0]?.caseId)}${what}`;
    expect(await ask(url, { method: 'GET', path, who: auditor })).toMatchObject({
      status: 409,
      body: { code: 'archived-case' },
    });
  }
};

const repeated = (keys: readonly string[]): readonly string[] =>
  keys.filter((key, place) => keys.indexOf(key) !== place);

/** Whom the deadlines have told of a step, each step of each clock of each person. */
export const noticesTwice = async ({ database }: TestDatabase): Promise<readonly string[]> => {
  const rows = await database.sql<{ stream: string; data: string }>(
    "select stream, data from sla_timer.facts where type = 'NoticeGiven'",
  );
  expect(rows.length).toBeGreaterThanOrEqual(expected.escalations.length);
  return repeated(
    rows.map(({ stream, data }) => {
      const { clock, step, to, dueAt } = JSON.parse(data) as Json;
      return [stream, clock, step, to, dueAt].map(String).join(' ');
    }),
  );
};

/** Events that are on the bus of PostgreSQL twice. */
export const publishedTwice = async ({ database }: TestDatabase): Promise<readonly string[]> => {
  const rows = await database.sql<{ value: string }>('select value from bus.message');
  return repeated(
    rows.flatMap(({ value }) =>
      [...value.matchAll(/"specversion":"1\.0","id":"([^"]+)"/g)].map(([, id]) => id ?? ''),
    ),
  );
};
