/** Two reports of the same thing: who answers for which, and what everybody who asked is told. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  called,
  openSampleTown,
  riverHeadMember,
  type SampleTown,
  storyOf,
  verdicts,
} from './sample-town.js';

let town: SampleTown;
beforeEach(async () => {
  town = await openSampleTown('2026-03-02T09:00:00+08:00');
});
afterEach(() => town.close());

type Called = Awaited<ReturnType<typeof called>>;

const post = async (who: string, path: string, body: object = {}) => {
  const answer = await town.post(who, path, body);
  return [answer.status, answer.body['code'] ?? answer.body['state']];
};
const close = ({ id }: Called, body: object) => post('hotline-clerk', `/api/v1/cases/${id}/close`, body);
const duplicate = (one: Called, of: string) => close(one, { outcome: 'duplicate', duplicateOf: of });
const withdraw = ({ id }: Called) => post('hotline-clerk', `/api/v1/cases/${id}/withdraw`);
const saying = async ({ number }: Called, language = 'en') =>
  (await storyOf(town, number, language)).timeline.map(({ text }) => text);
const clockOf = async ({ number }: Called, name = 'complete/1') =>
  (await storyOf(town, number)).clocks.find((clock) => clock.name === name);

describe('A duplicate', () => {
  test('names the other case by its number as well as by its id', async () => {
    const [one, other] = [await called(town), await called(town)];
    expect(await duplicate(one, 'mu-2026-999999')).toEqual([404, 'case-unknown']);
    expect(await duplicate(one, one.number)).toEqual([409, 'duplicate-of-itself']);
    expect(await duplicate(one, other.number)).toEqual([200, 'closed']);
    expect(await saying(one)).toContainEqual(expect.stringContaining(`of case ${other.number}`));
    expect(await saying(other)).toContainEqual(`Case ${one.number} is the same thing and is answered here.`);
  });

  test('leaves its earlier deadline to the case that answers for both', async () => {
    const first = await called(town);
    await town.until('2026-03-04T09:00:00+08:00');
    const second = await called(town);
    expect(await clockOf(second)).toMatchObject({ due: '2026-03-11T17:30:00+08:00' });
    await duplicate(first, second.number);
    expect(await clockOf(first)).toMatchObject({ state: 'cancelled', verdict: null });
    expect(await clockOf(second)).toMatchObject({ due: '2026-03-09T17:30:00+08:00', state: 'running' });
    // Nobody kept the deadline of the first report: it is missed as if there had been no second one.
    await town.until('2026-03-10T09:00:00+08:00');
    expect(verdicts(await storyOf(town, second.number))).toMatchObject({ 'complete/1': 'breached' });
  });

  test('that was late stays late, and so is the case that answers for it', async () => {
    const first = await called(town);
    await town.until('2026-03-10T09:00:00+08:00');
    const second = await called(town);
    await duplicate(first, second.number);
    expect(await clockOf(first)).toMatchObject({ verdict: 'breached' });
    expect(await clockOf(second)).toMatchObject({ due: '2026-03-09T17:30:00+08:00', verdict: 'breached' });
  });

  test('is told how the other case ended', async () => {
    const [one, other] = [await called(town), await called(town)];
    await duplicate(one, other.number);
    await post(riverHeadMember, `/api/v1/orders/${other.id}/take`);
    await post(riverHeadMember, `/api/v1/orders/${other.id}/finish`, { result: 'solved' });
    await close(other, { outcome: 'done' });
    expect((await saying(one)).at(-1)).toBe(
      `Case ${other.number}, which answers for this one, too: The case is closed: it is done.`,
    );
    expect((await saying(one, 'zh')).at(-1)).toMatch(new RegExp(`^并入的案件 ${other.number}：`));
  });
});

describe('The case that answers for both', () => {
  test('is not withdrawn while others wait for it, and may be declined, which answers them all', async () => {
    const [one, other] = [await called(town), await called(town)];
    await duplicate(one, other.number);
    expect(await withdraw(other)).toEqual([409, 'answers-for-others']);
    const declined = { reason: 'before-a-court', door: 'county-court' };
    expect(await post('hotline-clerk', `/api/v1/cases/${other.id}/decline`, declined)).toEqual([
      200,
      'declined',
    ]);
    expect((await saying(one)).at(-1)).toMatch(
      new RegExp(`^Case ${other.number}, which answers for this one, too: The town does not take it up`),
    );
    expect(verdicts(await storyOf(town, one.number))).toMatchObject({ 'complete/1': null });
  });

  test('may be a duplicate itself: all who asked are answered by the last of them, by the earliest deadline', async () => {
    const first = await called(town);
    await town.until('2026-03-03T09:00:00+08:00');
    const second = await called(town);
    await town.until('2026-03-04T09:00:00+08:00');
    const third = await called(town);
    expect(await duplicate(first, second.number)).toEqual([200, 'closed']);
    expect(await duplicate(second, third.number)).toEqual([200, 'closed']);
    expect(await clockOf(third)).toMatchObject({ due: '2026-03-09T17:30:00+08:00' });
    expect(await withdraw(third)).toEqual([409, 'answers-for-others']);
    await post(riverHeadMember, `/api/v1/orders/${third.id}/take`);
    await post(riverHeadMember, `/api/v1/orders/${third.id}/finish`, { result: 'explained' });
    await close(third, { outcome: 'explained' });
    expect((await saying(first)).slice(-2)).toEqual([
      expect.stringMatching(new RegExp(`^Case ${second.number}.*of case ${third.number}`)),
      expect.stringMatching(new RegExp(`^Case ${third.number}.*closed`)),
    ]);
  });

  test('that is a duplicate already is not named: the refusal says which one is', async () => {
    const [one, other, third] = [await called(town), await called(town), await called(town)];
    await duplicate(other, third.number);
    const { status, body } = await town.post('hotline-clerk', `/api/v1/cases/${one.id}/close`, {
      outcome: 'duplicate',
      duplicateOf: other.number,
    });
    expect([status, body['code']]).toEqual([409, 'duplicate-of-duplicate']);
    expect(body['detail']).toContain(third.number);
    // Neither is a case closed as a duplicate of one that was closed as its own.
    expect(await duplicate(third, other.number)).toEqual([409, 'duplicate-of-duplicate']);
  });

  test('stays open, or the other one does, where two clerks close each as the other’s duplicate at once', async () => {
    for (const [one, other] of [
      [await called(town), await called(town)],
      [await called(town), await called(town)],
    ] as const) {
      const answers = await Promise.all([duplicate(one, other.id), duplicate(other, one.id)]);
      const closed = answers.filter(([status]) => status === 200).length;
      expect(closed).toBeLessThan(2);
      // Whoever was refused tries again, and is told what may be done instead, or is done.
      const again = await duplicate(one, other.id);
      expect([200, 409]).toContain(again[0]);
      const states = [(await storyOf(town, one.number)).state, (await storyOf(town, other.number)).state];
      expect(states.filter((state) => state === 'closed')).toHaveLength(1);
    }
  });
});
