/** Demands that nobody takes, or nobody wants, or that lie nowhere: what waits for whom, and who decides. */
import { afterAll, describe, expect, test } from '@jest/globals';
import { holdingBack } from './news-on-its-way.js';
import {
  called,
  nowhere,
  openSampleTown,
  packWithOneInGrid,
  riverHeadMember,
  type SampleTown,
  storyOf,
  verdicts,
  waiting,
} from './sample-town.js';

/** Two working hours before a weekend and the Tomb-Sweeping holiday, which ends on Monday, 6 April. */
const friday = '2026-04-03T15:30:00+08:00';

const open: SampleTown[] = [];
const openTown = async (...args: Parameters<typeof openSampleTown>) => {
  const town = await openSampleTown(...args);
  open.push(town);
  return town;
};
afterAll(async () => {
  for (const town of open) await town.close();
});

const secretary = 'community-secretary@mu/dongguan';

/** Nobody else can be asked there. */
const alone = packWithOneInGrid();

describe('A demand that nobody takes', () => {
  test('goes to the next on duty in that grid, turn by turn, and each turn is told', async () => {
    const town = await openTown(friday);
    const { id, number } = await called(town);
    const order = () => town.read('auditor', `/api/v1/orders/${id}`);
    await town.until('2026-04-07T10:31:00+08:00');
    const second = await order();
    expect(second).toMatchObject({
      state: 'offered',
      leg: 2,
      notTaken: [{ member: riverHeadMember, leg: 1 }],
    });
    expect(second['member']).not.toBe(riverHeadMember);
    expect((await storyOf(town, number)).timeline.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/because whoever was asked did not take it in time\. It was with Liu Guilan/),
    );

    await town.until('2026-05-07T10:30:00+08:00');
    const last = await order();
    const turns = last['notTaken'] as readonly { member: string; leg: number }[];
    expect(new Set(turns.map(({ member }) => member)).size).toBe(turns.length);
    // Nobody is left to be asked: it stays, and the ladder of the first miss has told those who lead.
    expect(turns.at(-1)).toEqual({ member: last['member'], leg: last['leg'] });
    expect(await waiting(town, '?to=town-leader')).toEqual([`${number} take/1/1 → town-leader`]);
  });

  test('is warned of, then goes up the ladder in working time, over a holiday, to the town leader', async () => {
    const town = await openTown(friday, { pack: alone });
    const { number } = await called(town);

    await town.until('2026-04-07T10:30:00+08:00');
    expect(await waiting(town)).toEqual([]);
    const warnings = (await storyOf(town, number)).timeline.filter(({ type }) =>
      type.includes('case-warned'),
    );
    expect(warnings.map(({ at, text }) => `${at} ${text}`)).toEqual([
      '2026-04-03T17:30:00.001+08:00 The grid member was reminded: taking is due 2026-04-07 10:30.',
      '2026-04-07T09:42:00.001+08:00 The grid leader was reminded: taking is due 2026-04-07 10:30.',
    ]);

    await town.until('2026-04-08T10:30:00+08:00');
    expect(await waiting(town)).toEqual([
      `${number} take/1/1 → village-committee`,
      `${number} take/1/1 → community-secretary`,
    ]);

    await town.until('2026-04-08T10:31:00+08:00');
    expect(await town.list('town-leader', '/api/v1/escalations?to=town-leader')).toEqual([
      expect.objectContaining({
        number,
        clock: 'take/1/1',
        step: 'take/1/1/+24hour/town-leader',
        dueAt: '2026-04-07T10:30:00+08:00',
        // A day and a minute by the clock on the wall, due to now.
        lateBySeconds: 86_460,
      }),
    ]);
  });

  test('waits for nobody any more once somebody answers, and stays late all the same', async () => {
    const town = await openTown(friday, { pack: alone });
    const { id, number } = await called(town);
    await town.until('2026-04-14T09:00:00+08:00');
    // One row for a case and a person: the clock that was due first, and how many there are.
    expect(await waiting(town, '?to=town-leader')).toEqual([`${number} take/1/1 → town-leader`]);
    expect(await town.list('town-leader', '/api/v1/escalations?to=town-leader')).toMatchObject([
      { clocks: ['take/1/1', 'complete/1'], menuItem: 'sanitation', areaName: 'River Head 1a' },
    ]);

    await town.post(riverHeadMember, `/api/v1/orders/${id}/take`);
    expect(await waiting(town, '?to=town-leader')).toEqual([`${number} complete/1 → town-leader`]);
    await town.post(riverHeadMember, `/api/v1/orders/${id}/finish`, { result: 'solved' });
    expect(await waiting(town)).toEqual([]);

    const story = await storyOf(town, number);
    expect(verdicts(story)).toEqual({ 'accept/1': 'met', 'take/1/1': 'breached', 'complete/1': 'breached' });
    expect(story.timeline.map(({ text }) => text)).toContain(
      'The deadline for completion was missed; it was due 2026-04-10 17:30, and answered at 2026-04-14 09:00.',
    );
    await town.until('2026-06-01T09:00:00+08:00');
    expect(await storyOf(town, number)).toEqual(story);
  });
});

describe('An answer that came in time and was heard late', () => {
  test('takes the breach back, and everybody who was told is told so', async () => {
    const news = holdingBack('sla-timer');
    const town = await openTown(friday, { tamper: news.tamper, pack: alone });
    const { id, number } = await called(town);
    await town.until('2026-04-07T10:20:00+08:00');
    news.hold();
    await town.post(riverHeadMember, `/api/v1/orders/${id}/take`);
    await town.until('2026-04-08T12:00:00+08:00');
    expect(await waiting(town)).toEqual([
      `${number} take/1/1 → village-committee`,
      `${number} take/1/1 → community-secretary`,
      `${number} take/1/1 → town-leader`,
    ]);

    expect(await news.letGo(['mulin.routing'])).toBe(1);
    await town.settle();
    expect(await waiting(town)).toEqual([]);
    const story = await storyOf(town, number);
    expect(verdicts(story)).toMatchObject({ 'take/1/1': 'met' });
    expect(story.timeline.flatMap(({ type, text }) => (type.includes('revoked') ? text : []))).toEqual([
      'The deadline for taking was kept after all: the answer of 2026-04-07 10:20 was heard late.',
      'The village committee was told that there was no lateness: taking came in time.',
      'The community secretary was told that there was no lateness: taking came in time.',
      'The town leader was told that there was no lateness: taking came in time.',
    ]);
  });
});

describe('An order that nobody wants', () => {
  test('goes to the secretary with its second return, who decides for good', async () => {
    const town = await openTown('2026-03-02T09:00:00+08:00');
    const { id, number } = await called(town);
    const holder = async () => (await town.read(secretary, `/api/v1/orders/${id}`))['member'];

    const first = await town.post(riverHeadMember, `/api/v1/orders/${id}/return`, { reason: 'not-my-area' });
    expect(first).toMatchObject({ status: 200, body: { state: 'offered', leg: 2 } });
    const second = String(await holder());
    expect(second).not.toBe(riverHeadMember);
    await town.until('2026-03-02T11:00:00+08:00');
    expect(await town.post(second, `/api/v1/orders/${id}/return`, { reason: 'not-my-power' })).toMatchObject({
      status: 200,
      body: { state: 'with-arbiter', because: 'second-return', member: null },
    });

    expect(await town.list(secretary, '/api/v1/orders')).toEqual([expect.objectContaining({ number })]);
    const decided = await town.post(secretary, `/api/v1/orders/${id}/arbitrate`, { microGrid: 'hetou-1-b' });
    expect(decided).toMatchObject({ status: 200, body: { state: 'offered', final: true, leg: 3 } });
    const third = String(await holder());
    const refused = await town.post(third, `/api/v1/orders/${id}/return`, { reason: 'not-my-area' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'decided-for-good' } });
    await town.post(third, `/api/v1/orders/${id}/take`);
    await town.post(third, `/api/v1/orders/${id}/finish`, { result: 'solved' });

    const story = await storyOf(town, number);
    expect(story).toMatchObject({ state: 'finished' });
    // The resident's own clock never began anew; each holder's own time is judged for itself.
    expect(verdicts(story)).toEqual({
      'accept/1': 'met',
      'take/1/1': null,
      'take/1/2': null,
      'arbitrate/1/1': 'met',
      'take/1/3': 'met',
      'complete/1': 'met',
    });
    expect(story.clocks.find(({ name }) => name === 'complete/1')?.startedAt).toBe(
      '2026-03-02T09:00:00+08:00',
    );
    await town.until('2026-06-01T09:00:00+08:00');
    expect(await waiting(town)).toEqual([]);
  });
});

describe('A demand on nobody’s land', () => {
  test('waits for the secretary of the community, and is answered where he sends it', async () => {
    const town = await openTown('2026-03-02T09:00:00+08:00');
    const { id, number } = await called(town, nowhere);
    expect(await town.read('auditor', `/api/v1/orders/${id}`)).toMatchObject({
      state: 'with-arbiter',
      because: 'nobodys-land',
      member: null,
    });
    const area = String((await town.read('auditor', `/api/v1/orders/${id}`))['area']);

    const [own, other] = [`community-secretary@${area}`, 'hotline-clerk'];
    const microGrid = area === 'mu/dongguan' ? 'beipo-1-a' : 'liulin-2-a';
    expect((await town.post(other, `/api/v1/orders/${id}/arbitrate`, { microGrid })).status).toBe(403);
    const decided = await town.post(own, `/api/v1/orders/${id}/arbitrate`, { microGrid });
    expect(decided).toMatchObject({ status: 200, body: { state: 'offered', microGrid, final: true } });
    const member = String(decided.body['member']);
    await town.post(member, `/api/v1/orders/${id}/take`);
    await town.post(member, `/api/v1/orders/${id}/finish`, { result: 'explained' });
    expect(verdicts(await storyOf(town, number))).toMatchObject({ 'complete/1': 'met' });
  });
});
