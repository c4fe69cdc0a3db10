/** Whoever is told of a deadline sees it in their list, opens the case and its history; nobody else reads it. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { ask } from './http.js';
import { holdingBack } from './news-on-its-way.js';
import {
  called,
  openSampleTown,
  packWithOneInGrid,
  riverHeadMember,
  type SampleTown,
  type Tamper,
} from './sample-town.js';

const opened: SampleTown[] = [];
const open = async (tamper?: Tamper, pack?: string) => {
  const town = await openSampleTown('2026-03-02T09:00:00+08:00', {
    tamper,
    ...(pack === undefined ? {} : { pack }),
  });
  opened.push(town);
  return town;
};
afterEach(async () => {
  for (const town of opened.splice(0)) await town.close();
});

const near = {
  leader: 'grid-leader@mu/dongguan/hetou/hetou-1',
  committee: 'village-committee@mu/dongguan/hetou',
  secretary: 'community-secretary@mu/dongguan',
} as const;
const far = {
  leader: 'grid-leader@mu/nanyuan/liulin/liulin-1',
  committee: 'village-committee@mu/nanyuan/liulin',
  secretary: 'community-secretary@mu/nanyuan',
} as const;
const townLeader = 'town-leader';

type Sight = Readonly<{ listed: boolean; caseRead: boolean; wordsRead: boolean; timelineRead: boolean }>;

const sightOf = async (town: SampleTown, who: string, id: string): Promise<Sight> => {
  const isOpen = async (path: string) => (await ask(town.url, { method: 'GET', path, who })).status === 200;
  const items = await town.list(who, '/api/v1/escalations?limit=500');
  return {
    listed: items.some(({ caseId }) => caseId === id),
    caseRead: await isOpen(`/api/v1/cases/${id}`),
    wordsRead: await isOpen(`/api/v1/cases/${id}/words?purpose=supervision`),
    timelineRead: await isOpen(`/api/v1/timelines/${id}`),
  };
};
const orderWords = async (town: SampleTown, who: string, id: string) =>
  (await ask(town.url, { method: 'GET', path: `/api/v1/orders/${id}/words?purpose=supervision`, who }))
    .status;

const everything: Sight = { listed: true, caseRead: true, wordsRead: true, timelineRead: true };
const nothing: Sight = { listed: false, caseRead: false, wordsRead: false, timelineRead: false };

describe('Of a case of which nobody knows yet where it lies', () => {
  test('every secretary and the town leader, who are told, see everything; then those of where it lies', async () => {
    const news = holdingBack('routing');
    const town = await open(news.tamper);
    news.hold();
    const { id } = await called(town);
    // The desk has not been answered by any order: acceptance is late, and goes up.
    await town.until('2026-03-04T09:00:00+08:00');
    for (const who of [near.secretary, far.secretary, townLeader])
      expect([who, await sightOf(town, who, id)]).toEqual([who, everything]);
    for (const who of [near.committee, far.leader])
      expect([who, await sightOf(town, who, id)]).toEqual([who, nothing]);

    await news.letGo(['mulin.intake', 'mulin.sla-timer']);
    await town.settle();
    for (const who of [near.secretary, townLeader]) {
      const { caseRead, wordsRead, timelineRead } = await sightOf(town, who, id);
      expect([who, caseRead, wordsRead, timelineRead]).toEqual([who, true, true, true]);
      expect([who, await orderWords(town, who, id)]).toEqual([who, 200]);
    }
    expect(await sightOf(town, far.secretary, id)).toEqual(nothing);
    expect(await orderWords(town, far.secretary, id)).toBe(403);
  });

  test('nobody reads one of which they were not told', async () => {
    const news = holdingBack('routing');
    const town = await open(news.tamper);
    news.hold();
    const { id } = await called(town);
    for (const who of [near.secretary, far.secretary]) expect(await sightOf(town, who, id)).toEqual(nothing);
    expect((await sightOf(town, townLeader, id)).caseRead).toBe(false);
  });
});

describe('Of a case that was given into another community', () => {
  test('nobody there reads it because somebody with their role was told where it lay before', async () => {
    const town = await open(undefined, packWithOneInGrid());
    const { id } = await called(town);
    // Nobody took it in time.
    await town.until('2026-03-02T15:30:00+08:00');
    await town.until('2026-03-03T16:30:00+08:00');
    expect(await sightOf(town, near.secretary, id)).toEqual(everything);
    const given = await town.post(townLeader, `/api/v1/orders/${id}/arbitrate`, { microGrid: 'liulin-1-a' });
    expect(given.status).toBe(200);
    for (const who of [far.leader, far.committee, far.secretary]) {
      const { listed, caseRead, wordsRead } = await sightOf(town, who, id);
      expect([who, { listed, caseRead, wordsRead }]).toEqual([
        who,
        { listed: false, caseRead: false, wordsRead: false },
      ]);
      expect([who, await orderWords(town, who, id)]).toEqual([who, 403]);
    }
  });
});

describe('Of what is late', () => {
  test('a mediator reads in which duty it lies, and whose account that is nowhere', async () => {
    const town = await open();
    const { id } = await called(town);
    await town.post(riverHeadMember, `/api/v1/orders/${id}/take`);
    await town.until('2026-03-10T09:00:00+08:00');
    const holders = async (who: string) =>
      (await town.list(who, '/api/v1/escalations')).map(({ holder, holderName }) => [holder, holderName]);
    const { timeline } = await town.read('mediator', `/api/v1/timelines/${id}`);
    const texts = JSON.stringify([timeline, await holders('mediator')]);
    expect(texts).toContain('The grid member of River Head 1a took the order.');
    expect(texts).not.toContain(riverHeadMember);
    expect(texts).not.toContain('Liu Guilan');
    expect((await holders('mediator'))[0]).toEqual([null, 'the grid member of River Head 1a']);
    expect((await holders(townLeader))[0]).toEqual([
      riverHeadMember,
      'Liu Guilan, the grid member of River Head 1a',
    ]);
  });
});

const earlier: Readonly<Record<string, string>> = {
  'sla-timer.case-warned.v2': 'sla-timer.case-warned.v1',
  'sla-timer.case-escalated.v2': 'sla-timer.case-escalated.v1',
};

/** The clocks tell what they tell as the program before this one told it. */
const asToldBefore: Tamper = (bus) => ({
  ...bus,
  publish: (topic, messages) =>
    bus.publish(
      topic,
      messages.map((message) => {
        const event = JSON.parse(message.value) as { type: string; data: Record<string, unknown> };
        const type = earlier[event.type];
        if (type === undefined || event.data['to'] === 'hotline-clerk') return message;
        const { insteadOf: _, area: __, owedAt: ___, ...data } = event.data;
        return { ...message, value: JSON.stringify({ ...event, type, data }) };
      }),
    ),
});

describe('Of a case of an older town', () => {
  test('whoever was told by the program before sees and may do the same', async () => {
    const story = async (tamper?: Tamper) => {
      const town = await open(tamper);
      const { id } = await called(town);
      await town.until('2026-03-10T09:00:00+08:00');
      const seen: [string, Sight, number][] = [];
      for (const who of [...Object.values(near), ...Object.values(far), townLeader])
        seen.push([who, await sightOf(town, who, id), await orderWords(town, who, id)]);
      const { status } = await town.post(near.committee, `/api/v1/orders/${id}/arbitrate`, {
        microGrid: 'hetou-1-b',
      });
      return { seen, status };
    };
    const expected = await story();
    expect(expected.status).toBe(200);
    expect(expected.seen).toContainEqual([near.secretary, everything, 200]);
    expect(await story(asToldBefore)).toEqual(expected);
  });
});
