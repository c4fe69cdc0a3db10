/** Deadlines of disputes and promises, in memory and in virtual time: what mediation tells goes in, what is told is read. */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { BusStrategy } from '@mulin/bus';
import { hour, instant, plus, type Scheduler } from '@mulin/kernel';
import { memoryPlatform, topicOf } from '@mulin/service';
import { sample, virtualTime } from '@mulin/testing';
import type { Calendar } from '@mulin/working-time';
import type { Policy } from '../domain/policy.js';
import { publish } from '../publish.js';
import { name, openSlaTimer } from '../sla-timer.module.js';

const start = instant('2026-03-02T01:00:00Z');
const dispute = String(sample('mediation.deadline-set.v1')['subject']);

const calendar: Calendar = {
  id: 'town',
  version: '1',
  zone: 'Asia/Shanghai',
  week: { 'mon-sun': [['00:00', '24:00']] },
  overrides: {},
  coveredUntil: '2026-12-31',
};
const yellow: Policy = {
  id: 'mediation-yellow',
  calendar: 'town',
  clocks: [
    { name: 'settle', length: { unit: 'hour', amount: 10 } },
    { name: 'perform', length: { unit: 'hour', amount: 20 } },
  ],
  ladder: [
    { share: 0.5, to: ['holder'] },
    { share: 1, to: ['village-committee', 'community-secretary'] },
  ],
};
/** A policy for cases of the same name, which is another thing. */
const namesake: Policy = { ...yellow, clocks: [{ name: 'complete', length: { unit: 'hour', amount: 1 } }] };
const pack = { policies: [namesake], commitments: [yellow], calendars: [calendar] };

type Told = Readonly<Record<string, unknown>>;
let count = 0;

/** An event like its sample, so many hours after the start. */
const message = (type: string, hours: number, data: object = {}): Told => ({
  ...sample(type),
  id: `00000000-0000-4000-8000-${String((count += 1)).padStart(12, '0')}`,
  subject: dispute,
  time: plus(start, hours * hour),
  recordedat: plus(start, hours * hour),
  data: { ...(sample(type)['data'] as object), ...data },
});
const set = (data: object = {}) => message('mediation.deadline-set.v1', 0, data);
const ended = (hours: number, end = 'answered') => message('mediation.deadline-ended.v1', hours, { end });
const handedOver = (hours: number) => message('mediation.deadline-handed-over.v1', hours);

const forgetful: Scheduler = { schedule: async () => undefined, onDue: () => undefined };

const running: BusStrategy[] = [];
afterEach(async () => {
  for (const strategy of running.splice(0)) await strategy.close();
});

const opened = async ({ rules = pack, isWound = true } = {}) => {
  const { now, moveTo } = virtualTime(start);
  const { platform, settle, nextTimerAt } = memoryPlatform({ town: 'meixi', zone: 'Asia/Shanghai', now });
  const begin = async (strategy: BusStrategy) => {
    await strategy.listen((error) => {
      if (error !== undefined) throw error as Error;
    });
    running.push(strategy);
  };
  await begin(openSlaTimer(isWound ? platform : { ...platform, scheduler: () => forgetful }, rules));
  const store = platform.eventStore(name);
  return {
    hears: async (...story: readonly Told[]) => {
      for (const told of story) {
        const sent = { key: String(told['subject']), value: JSON.stringify(told) };
        await platform.bus.publish(topicOf('mediation'), [sent]);
        await settle();
      }
    },
    hoursPass: (hours: number) => moveTo(plus(now(), hours * hour), { settle, nextTimerAt }),
    nextTimerAt,
    reopened: (other = pack) => begin(openSlaTimer(platform, other)),
    lacks: () => platform.atWork.get(name)?.lacks(),
    /** What was published, without the name of the service. */
    told: async () =>
      (await store.readStream(`commitment-${dispute}`)).flatMap((event) => {
        const told = publish(event);
        return told === null ? [] : [{ type: told.type.split('.')[1], data: told.data }];
      }),
  };
};

const brief = (told: readonly Readonly<{ type: string | undefined; data: unknown }>[]) =>
  told.map(({ type, data }) => {
    const { verdict, to, level } = data as Readonly<Record<string, string | undefined>>;
    return [type, verdict ?? level, to].filter((it) => it !== undefined).join(' ');
  });

test('a deadline that is answered in time is kept, and nobody hears of it', async () => {
  const { hears, hoursPass, told } = await opened();
  await hears(set(), ended(3));
  await hoursPass(100);
  expect(brief(await told())).toEqual(['commitment-started', 'commitment-judged met']);
});

test('a deadline that nobody answers goes up its ladder, each step at its time', async () => {
  const { hears, hoursPass, nextTimerAt, told } = await opened();
  await hears(set());
  expect(nextTimerAt()).toBe(plus(start, 5 * hour + 1));
  await hoursPass(6);
  await hears(handedOver(6));
  await hoursPass(100);
  const all = await told();
  expect(brief(all)).toEqual([
    'commitment-started',
    'commitment-notice warning holder',
    'commitment-judged breached',
    'commitment-notice escalation village-committee',
    'commitment-notice escalation community-secretary',
  ]);
  expect(all[0]?.data).toMatchObject({ policy: 'mediation-yellow@1', dueAt: plus(start, 10 * hour) });
  expect([all[1], all[3]].map((it) => (it?.data as Told)['holder'])).toEqual([
    'mediator-tang',
    'mediator-ye',
  ]);
  expect(nextTimerAt()).toBeNull();
});

test('a queue that loses every alarm loses no notice: the sweep finds what is due', async () => {
  const { hears, hoursPass, told } = await opened({ isWound: false });
  await hears(set());
  await hoursPass(6);
  await hoursPass(5);
  expect(brief(await told())).toEqual([
    'commitment-started',
    'commitment-notice warning holder',
    'commitment-judged breached',
    'commitment-notice escalation village-committee',
    'commitment-notice escalation community-secretary',
  ]);
});

test('an answer in time that is heard late takes the miss back', async () => {
  const { hears, hoursPass, told } = await opened();
  await hears(set());
  await hoursPass(20);
  await hears(ended(9));
  expect(brief(await told()).at(-1)).toBe('commitment-judged met');
});

test('what the parties agreed on is due when they agreed', async () => {
  const { hears, hoursPass, told } = await opened();
  const agreed = { clock: 'perform/1/1', dueAt: plus(start, 40 * hour) };
  await hears(set(agreed));
  await hoursPass(39);
  expect(brief(await told())).toEqual(['commitment-started', 'commitment-notice warning holder']);
  await hoursPass(2);
  expect((await told()).find(({ type }) => type === 'commitment-judged')?.data).toMatchObject({
    ...agreed,
    verdict: 'breached',
  });
});

test('heard twice and in another order, the same is told', async () => {
  const { hears, told } = await opened();
  const [first, second] = [set(), ended(3)];
  await hears(second, first, first, second);
  expect(brief(await told())).toEqual(['commitment-started', 'commitment-judged met']);
});

describe('A deadline whose rules the town lacks', () => {
  const lacking = { ...pack, commitments: [] };

  test('is told of, counts against readiness, and is computed once the rules are there', async () => {
    const { hears, hoursPass, told, lacks, reopened } = await opened({ rules: lacking });
    expect(await lacks()).toBeNull();
    await hears(set());
    expect(await told()).toEqual([
      {
        type: 'commitment-missing',
        data: { number: 'meixi-M-2026-000017', of: 'dispute', clock: 'settle/1', because: 'no-policy' },
      },
    ]);
    expect(await lacks()).toMatchObject({
      code: 'commitments-missing',
      params: { count: 1 },
      text: {
        en: expect.stringMatching(/^disputes and promises without a deadline: 1;/),
        zh: expect.stringMatching(/^1 件纠纷或承诺没有时限：/),
      },
    });

    await reopened();
    await hoursPass(0.1);
    expect(brief(await told()).slice(1)).toEqual(['commitment-started']);
    expect(await lacks()).toBeNull();
  });
});
