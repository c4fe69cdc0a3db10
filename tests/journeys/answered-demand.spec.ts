/** A demand that goes as it should: from the resident's call to the closed case, every deadline kept. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  called,
  openSampleTown,
  riverHeadMember,
  type SampleTown,
  storyOf,
  told,
  verdicts,
  waiting,
} from './sample-town.js';

let town: SampleTown;
beforeAll(async () => {
  town = await openSampleTown('2026-03-02T09:00:00+08:00');
});
afterAll(() => town.close());

const stateOf = async (number: string) =>
  (await town.list('auditor', '/api/v1/cases')).find((row) => row['number'] === number)?.['state'];

describe('A demand that is answered in time', () => {
  test('is registered, offered, taken, finished and closed, and nobody has to hear of a lateness', async () => {
    const { id, number } = await called(town);
    expect(number).toBe('mu-2026-000001');
    expect(await stateOf(number)).toBe('offered');
    expect(await town.list(riverHeadMember, '/api/v1/orders?state=offered')).toEqual([
      expect.objectContaining({ number, microGrid: 'hetou-1-a', menuItem: 'sanitation', leg: 1 }),
    ]);

    await town.until('2026-03-02T10:00:00+08:00');
    await town.post(riverHeadMember, `/api/v1/orders/${id}/take`);
    expect(await stateOf(number)).toBe('taken');
    await town.until('2026-03-03T10:00:00+08:00');
    await town.post(riverHeadMember, `/api/v1/orders/${id}/finish`, { result: 'solved' });
    expect(await stateOf(number)).toBe('finished');
    await town.post('hotline-clerk', `/api/v1/cases/${id}/close`, { outcome: 'done' });
    expect(await stateOf(number)).toBe('closed');

    const story = await storyOf(town, number);
    expect(story).toMatchObject({ number, caseId: id, state: 'closed' });
    expect(told(story)).toEqual([
      'case-registered',
      'clock-started',
      'clock-started',
      'order-offered',
      'clock-started',
      'verdict-given',
      'order-taken',
      'verdict-given',
      'order-finished',
      'verdict-given',
      'case-closed',
    ]);
    expect(story.clocks).toMatchObject([
      { name: 'accept/1', due: '2026-03-02T15:00:00+08:00', verdict: 'met' },
      { name: 'take/1/1', due: '2026-03-02T15:00:00+08:00', verdict: 'met' },
      { name: 'complete/1', due: '2026-03-09T17:30:00+08:00', verdict: 'met' },
    ]);

    await town.until('2026-06-01T09:00:00+08:00');
    expect(await waiting(town)).toEqual([]);
    expect(await storyOf(town, number)).toEqual(story);
  });

  test('can be told in Chinese and in English, and as it was known on any day', async () => {
    const [number = ''] = (await town.list('auditor', '/api/v1/cases')).map((row) => String(row['number']));
    const [zh, en] = [await storyOf(town, number, 'zh-CN'), await storyOf(town, number, 'en')];
    expect(zh.timeline.at(-1)?.text).toBe('案件结案：已办结。');
    expect(en.timeline.at(-1)?.text).toBe('The case is closed: it is done.');
    expect(zh.timeline.map(({ at, type }) => `${at} ${type}`)).toEqual(
      en.timeline.map(({ at, type }) => `${at} ${type}`),
    );

    const then = await storyOf(town, `${number}?asOf=2026-03-02T12:00:00%2B08:00`);
    expect(then.state).toBe('taken');
    expect(verdicts(then)).toEqual({ 'accept/1': 'met', 'take/1/1': 'met', 'complete/1': null });
  });

  test('keeps what the resident said in the vault, to be read with a purpose and on record', async () => {
    const [id = ''] = (await town.list('auditor', '/api/v1/cases')).map((row) => String(row['caseId']));
    const before = town.readings().length;
    expect(await town.read('hotline-clerk', `/api/v1/cases/${id}/words?purpose=call-back`)).toMatchObject({
      words: 'The bin by the east gate has not been emptied for a week.',
      place: { lat: 36.373, lon: 119.744 },
    });
    expect(town.readings().slice(before)).toEqual([
      expect.objectContaining({ actor: 'hotline-clerk', purpose: 'call-back' }),
      expect.objectContaining({ actor: 'hotline-clerk', purpose: 'call-back' }),
    ]);

    const news = ['intake', 'routing', 'sla-timer'].flatMap((it) => town.messages(`mulin.${it}`));
    // Sanitation is about public places: where it is may be known, what was said and by whom may not.
    expect(JSON.stringify([news, town.said()])).not.toMatch(/east gate/);
    expect(JSON.stringify(town.said())).not.toMatch(/36\.373|119\.744/);
  });
});
