/** The same story, whatever the bus and the callers do: twice, late, in another order. */
import { afterAll, describe, expect, test } from '@jest/globals';
import { everythingTwice, holdingBack } from './news-on-its-way.js';
import {
  called,
  openSampleTown,
  packWithOneInGrid,
  riverHeadMember,
  samplePack,
  type SampleTown,
  type Story,
  storyOf,
  type Tamper,
  waiting,
} from './sample-town.js';

const topics = ['mulin.sla-timer', 'mulin.routing', 'mulin.intake'] as const;

/** What nobody takes stays with whom it was offered to; in the town as it is, it goes on when a turn has passed. */
const alone = packWithOneInGrid();

const open: SampleTown[] = [];
afterAll(async () => {
  for (const town of open) await town.close();
});

type Telling = Readonly<{ tamper?: Tamper | undefined; begin?: () => void; pack?: string }>;

/** A demand that is taken late and finished late: warnings, a ladder, and every verdict there is. */
const lateStory = async ({ tamper, begin = () => undefined, pack = alone }: Telling = {}) => {
  const town = await openSampleTown('2026-04-03T15:30:00+08:00', { tamper, pack });
  open.push(town);
  begin();
  const { id, number } = await called(town);
  await town.until('2026-04-08T11:00:00+08:00');
  const holder = String((await town.read('auditor', `/api/v1/orders/${id}`))['member']);
  await town.post(holder, `/api/v1/orders/${id}/take`);
  await town.until('2026-04-14T09:00:00+08:00');
  await town.post(holder, `/api/v1/orders/${id}/finish`, { result: 'solved' });
  await town.post('hotline-clerk', `/api/v1/cases/${id}/close`, { outcome: 'done' });
  return { town, number };
};

/** What happened and when, whoever heard of it first. */
const happened = ({ timeline }: Story): readonly string[] =>
  timeline.map(({ at, type, text }) => `${at} ${type} ${text}`).sort();

describe('The same story', () => {
  test.each([
    ['nobody else can be asked', alone, 0],
    ['two turns pass', samplePack, 2],
  ])('is told the same when everybody hears everything twice, where %s', async (_, pack, passed) => {
    const once = await lateStory({ pack });
    const twice = await lateStory({ pack, tamper: everythingTwice });
    const story = await storyOf(once.town, once.number);
    expect(story.timeline.filter(({ text }) => text.includes('did not take it in time'))).toHaveLength(
      passed,
    );
    expect(await storyOf(twice.town, twice.number)).toEqual(story);
    expect(await waiting(twice.town)).toEqual([]);
    expect(story.timeline).toHaveLength(new Set(happened(story)).size);
  });

  test('is told the same by audit when it hears the end before the beginning', async () => {
    const straight = await lateStory();
    const news = holdingBack('audit');
    const turned = await lateStory({ tamper: news.tamper, begin: news.hold });
    expect(await turned.town.list('auditor', '/api/v1/cases')).toEqual([]);
    await news.letGo(topics);
    await turned.town.settle();

    const [one, other] = [
      await storyOf(straight.town, straight.number),
      await storyOf(turned.town, turned.number),
    ];
    expect(happened(other)).toEqual(happened(one));
    expect({ ...other, timeline: [] }).toEqual({ ...one, timeline: [] });
  });

  test('ends in the same verdicts, and the same people are told, when the clocks hear it all at the end', async () => {
    const straight = await lateStory();
    const news = holdingBack('sla-timer');
    const turned = await lateStory({ tamper: news.tamper, begin: news.hold });
    await news.letGo(['mulin.routing', 'mulin.intake']);
    await turned.town.settle();

    const [one, other] = [
      await storyOf(straight.town, straight.number),
      await storyOf(turned.town, turned.number),
    ];
    expect(other.clocks).toEqual(one.clocks);
    expect(other.state).toBe('closed');
    const escalations = ({ timeline }: Story) =>
      timeline.filter(({ type }) => type.includes('case-escalated'));
    const whoOfWhat = (story: Story) =>
      escalations(story)
        .map(({ text }) => /went to (.*?) was due/.exec(text)?.[1])
        .sort();
    expect(whoOfWhat(one)).toHaveLength(6);
    expect(whoOfWhat(other)).toEqual(whoOfWhat(one));
    // Each is told when it is heard, that the answer is there by now, and when it should have been told.
    for (const { at, owedAt, text } of escalations(other)) {
      expect(at.slice(0, 16)).toBe('2026-04-14T09:00');
      expect(owedAt).toMatch(/^2026-04-(07T10:30|08T10:30|10T17:30|11T17:30)/);
      expect(text).toMatch(/, and came late; it should have been told 2026-04-/);
    }
    expect(await waiting(turned.town)).toEqual([]);
  });

  test('is one case when the clerk’s program sends everything again under the same keys', async () => {
    const town = await openSampleTown('2026-03-02T09:00:00+08:00');
    open.push(town);
    const again = async (who: string, path: string, body: object, key: string) => {
      const answers = await Promise.all(
        [1, 2, 3].map(() => town.send(who, path, body, { 'idempotency-key': key })),
      );
      await town.settle();
      const [first, ...rest] = answers.map(({ status, body: said }) => ({ status, said }));
      expect(rest).toEqual([first, first]);
      return first?.said ?? {};
    };
    const demand = {
      menuItem: 'sanitation',
      words: 'Again and again.',
      place: { lat: 36.373, lon: 119.744 },
    };
    const { caseId, number } = await again('hotline-clerk', '/api/v1/cases', demand, 'a');
    await again(riverHeadMember, `/api/v1/orders/${String(caseId)}/take`, {}, 'b');
    await again(riverHeadMember, `/api/v1/orders/${String(caseId)}/finish`, { result: 'solved' }, 'c');
    await again('hotline-clerk', `/api/v1/cases/${String(caseId)}/close`, { outcome: 'done' }, 'd');

    expect(await town.list('auditor', '/api/v1/cases')).toHaveLength(1);
    const story = await storyOf(town, String(number));
    expect(story.timeline).toHaveLength(11);
    expect(story.timeline).toHaveLength(new Set(happened(story)).size);
  });
});
