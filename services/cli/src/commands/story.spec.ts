/** `mulin story` as people call it: a whole loop in both languages, and what it says where a town cannot go through it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { runProgram } from '../program.js';
import { surroundingsOf } from '../surroundings.js';

const said = { out: '' };
const real = process.stdout.write;
beforeAll(() => {
  process.stdout.write = (text: string | Uint8Array) => Boolean((said.out += String(text)));
});
afterAll(() => {
  process.stdout.write = real;
});

const smallPack = fileURLToPath(new URL('../../../../infra/packs/small', import.meta.url));
/** Nobody listens on port 1 of this machine: it needs no town. */
const nowhere = 'http://127.0.0.1:1';

const mulin = async (...args: readonly string[]) => {
  said.out = '';
  const exit = await runProgram(args, (_, language) =>
    surroundingsOf({
      language,
      folder: '.',
      home: './no-such-home',
      url: nowhere,
      token: undefined,
      databaseUrl: undefined,
      masterKey: undefined,
      stamp: () => 'now',
      now: () => '2026-03-02T04:00:00.000Z',
    }),
  );
  return { exit, out: said.out };
};

type Story = Readonly<{
  case: string;
  timeline: readonly Readonly<{ at: string; recordedAt: string; type: string; text: string }>[];
  minutes: number;
  steps: readonly Readonly<{ n: number; title: string; at: string }>[];
  clocks: readonly Readonly<{ name: string; verdict: string }>[];
  ratings: readonly Readonly<{ cycle: number; satisfaction: string }>[];
  ok: boolean;
  faults: readonly string[];
}>;

const patienceMs = 300_000;

describe('The story of one demand', () => {
  let exit: number;
  let story: Story;
  beforeAll(async () => {
    const told = await mulin('story', '--json', '--lang', 'en');
    exit = told.exit;
    story = JSON.parse(told.out) as Story;
  }, patienceMs);

  const momentOf = (type: string, nth = 0) => story.timeline.filter((it) => it.type === type)[nth]?.at ?? '';

  test('goes from the order to the letter, and says that it is as it must be', () => {
    expect(story.faults).toEqual([]);
    expect([exit, story.ok]).toEqual([0, true]);
    expect(Object.keys(story)).toEqual([
      ...['case', 'timeline', 'minutes', 'steps', 'clocks', 'ratings', 'ok', 'faults'],
    ]);
  });

  test('passes every station of the loop, one after the other', () => {
    const stations = [
      momentOf('intake.case-registered.v1'),
      story.timeline.find(({ type, text }) => type === 'sla-timer.verdict-given.v1' && /missed/.test(text))
        ?.at ?? '',
      momentOf('sla-timer.case-escalated.v2'),
      momentOf('sla-timer.escalation-acknowledged.v1'),
      momentOf('routing.order-handed-over.v1'),
      momentOf('routing.order-taken.v1'),
      momentOf('routing.contact-made.v1'),
      momentOf('routing.progress-reported.v1'),
      momentOf('routing.helper-called.v1'),
      momentOf('routing.helper-joined.v1'),
      momentOf('routing.helper-finished.v1'),
      momentOf('routing.order-finished.v1'),
      momentOf('routing.finish-refused.v1'),
      momentOf('routing.progress-reported.v1', 1),
      momentOf('routing.order-verified.v1'),
      momentOf('feedback.call-back-made.v1'),
      momentOf('feedback.call-back-made.v1', 1),
      momentOf('feedback.case-rated.v1'),
      momentOf('routing.order-verified.v1', 1),
      momentOf('feedback.call-back-made.v1', 2),
      momentOf('feedback.case-rated.v1', 1),
    ];
    expect(stations.filter((it) => it === '')).toEqual([]);
    expect([...stations].sort()).toEqual(stations);
    expect(new Set(stations).size).toBe(stations.length);
    expect(story.steps.length).toBeGreaterThan(20);
    expect(story.steps.map(({ n }) => n)).toEqual(story.steps.map((_, place) => place + 1));
    expect([...story.steps].sort((a, b) => (a.at < b.at ? -1 : 1))).toEqual(story.steps);
  });

  test('tells a quarrel beside it, to an agreement that is performed', () => {
    const titles = story.steps.map(({ title }) => title);
    const places = [
      /quarrel about a wall/,
      /Both want mediation/,
      /session/,
      /agree in writing/,
      /performed/,
      /it holds/,
    ].map((title) => titles.findIndex((it) => title.test(it)));
    expect(places).not.toContain(-1);
    expect([...places].sort((one, other) => one - other)).toEqual(places);
  });

  test('has the verdict of every clock', () => {
    const verdicts = Object.fromEntries(story.clocks.map(({ name, verdict }) => [name, verdict]));
    expect(verdicts).toMatchObject({
      'take/1/1': 'breached',
      'acknowledge/1/take-1': 'met',
      'contact/1': 'met',
      'heartbeat/1/2': 'met',
      'heartbeat/1/3': 'breached',
      'help/1/1': 'met',
      'verify/1/1': 'met',
      'verify/1/2': 'met',
      'complete/1': 'met',
      'call-back/1': 'met',
      'complete/2': 'met',
      'call-back/2': 'met',
    });
    expect(story.ratings.map(({ cycle, satisfaction }) => `${cycle} ${satisfaction}`)).toEqual([
      '1 dissatisfied',
      '2 very-satisfied',
    ]);
  });

  test(
    'reads as people speak, in Chinese and in English',
    async () => {
      const code = /\b[a-z]+(?:-[a-z]+)*@|office:|\bsla-timer\b|\.v1\b|undefined|null|\[object/;
      const { exit: ended, out } = await mulin('story', '--lang', 'zh');
      expect(ended).toBe(0);
      expect(out).toMatch(/^mu-2026-000001 · 已办结 · 历时 9 天/);
      expect(out).toContain('城建办公室');
      expect(out).not.toMatch(code);
      // Whatever is said in Chinese has no English word in it, but the number of the case.
      expect(out.replaceAll('mu-2026-000001', '')).not.toMatch(/[a-z]/i);
      for (const { text } of story.timeline) {
        expect(text).not.toMatch(code);
        expect(text).not.toMatch(/\p{Script=Han}/u);
      }
      for (const { title } of story.steps) expect(title).not.toMatch(/\p{Script=Han}/u);
    },
    patienceMs,
  );
});

describe('A town whose rules do not carry the loop', () => {
  test(
    'is told what is missing, step by step until there, with exit code 1',
    async () => {
      const { exit, out } = await mulin('story', '--json', '--lang', 'zh', '--pack', smallPack);
      const { ok, faults, steps, case: number } = JSON.parse(out) as Story;
      expect([exit, ok, number]).toEqual([1, false, 'mu-2026-000001']);
      expect(faults).toEqual([expect.stringMatching(/定期反馈超期.*本镇规则未设此时限。$/)]);
      expect(steps.length).toBeGreaterThan(5);
      const told = await mulin('story', '--lang', 'en', '--pack', smallPack);
      expect(told.exit).toBe(1);
      expect(told.out).toContain('The story did not come to its end');
    },
    patienceMs,
  );

  test('is none where the folder holds no town', async () => {
    expect((await mulin('story', '--pack', './no-such-folder')).exit).toBe(2);
  });
});
