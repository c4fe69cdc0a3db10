/** What is done with an order between taking and closing reaches the clocks by the bus, in memory and in virtual time. */
import { afterEach, expect, test } from '@jest/globals';
import type { BusStrategy } from '@mulin/bus';
import { hour, instant, plus, type RecordedEvent } from '@mulin/kernel';
import { memoryPlatform, topicOf } from '@mulin/service';
import { sample, virtualTime } from '@mulin/testing';
import type { Calendar } from '@mulin/working-time';
import type { Policy } from '../domain/policy.js';
import { publish } from '../publish.js';
import { name, openSlaTimer } from '../sla-timer.module.js';

const start = instant('2026-03-02T01:00:00Z');
const caseId = '7fec1ca5-f649-86b9-bbfb-39be5e129e50';

const calendar: Calendar = {
  id: 'town',
  version: '1',
  zone: 'Asia/Shanghai',
  week: { 'mon-sun': [['00:00', '24:00']] },
  overrides: {},
  coveredUntil: '2026-12-31',
};
const hours = (amount: number) => ({ unit: 'hour', amount }) as const;
const policy: Policy = {
  id: 'whole',
  calendar: 'town',
  redo: { share: 0.5 },
  clocks: [
    { name: 'contact', length: hours(10) },
    { name: 'heartbeat', length: hours(20) },
    { name: 'help', length: hours(5) },
    { name: 'verify', length: hours(6) },
    { name: 'call-back', length: hours(8) },
    { name: 'acknowledge', length: hours(4), ladder: [{ share: 1, to: ['town-leader'] }] },
    { name: 'complete', length: hours(48) },
  ],
  ladder: [{ share: 1, to: ['community-secretary'] }],
};

const running: BusStrategy[] = [];
afterEach(async () => {
  for (const strategy of running.splice(0)) await strategy.close();
});

type Message = Readonly<Record<string, unknown>>;

let count = 0;
const message = (type: string, hour_: number, data: object = {}, envelope: object = {}): Message => ({
  ...sample(type),
  id: `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`,
  subject: caseId,
  time: plus(start, hour_ * hour),
  recordedat: plus(start, hour_ * hour),
  ...envelope,
  data: { ...(sample(type)['data'] as object), policy: 'whole', cycle: 1, leg: 1, ...data },
});

const opened = async () => {
  const { now, moveTo } = virtualTime(start);
  const { platform, settle, nextTimerAt } = memoryPlatform({ town: 'meixi', zone: 'Asia/Shanghai', now });
  const strategy = openSlaTimer(platform, { policies: [policy], commitments: [], calendars: [calendar] });
  await strategy.listen((error) => {
    if (error !== undefined) throw error as Error;
  });
  running.push(strategy);
  const store = platform.eventStore(name);
  return {
    hears: async (...story: readonly Message[]) => {
      for (const one of story) {
        const at = instant(String(one['time']));
        if (at > now()) await moveTo(at, { settle, nextTimerAt });
        const [service = ''] = String(one['type']).split('.');
        await platform.bus.publish(topicOf(service), [{ key: caseId, value: JSON.stringify(one) }]);
        await settle();
      }
    },
    until: (hour_: number) => moveTo(plus(start, hour_ * hour), { settle, nextTimerAt }),
    published: async () => {
      const events = await store.readStream(`clocks-${caseId}`);
      return events.flatMap((event) => publish(event as RecordedEvent) ?? []);
    },
  };
};

test('each of them starts and ends its clock', async () => {
  const { hears, until, published } = await opened();
  await hears(
    message('intake.case-registered.v1', 0),
    message('routing.order-offered.v1', 1),
    message('routing.order-taken.v1', 2),
    message('routing.contact-made.v1', 3, { manner: 'nobody-there' }),
    message('routing.contact-made.v1', 4, { manner: 'face-to-face' }),
    message('routing.helper-called.v1', 5, { call: 1 }),
    message('routing.helper-called.v1', 5.5, { call: 2 }),
    message('routing.helper-finished.v1', 8, { call: 1 }),
    message('routing.helper-released.v1', 9, { call: 2 }),
    message('routing.progress-reported.v1', 10, { counts: false }),
    message('routing.progress-reported.v1', 20, { counts: true }),
    message('routing.order-finished.v1', 30, { round: 1 }),
    message('routing.finish-refused.v1', 33, { round: 1, finishedAt: plus(start, 30 * hour) }),
    message('routing.order-finished.v1', 34, { round: 2 }),
    message('routing.order-verified.v1', 35, { round: 2 }),
    message('feedback.call-back-due.v1', 35),
    message('feedback.call-back-made.v1', 37, { isLast: false }),
    message('feedback.call-back-made.v1', 38, { isLast: true }),
    message('intake.case-reopened.v1', 40, { cycle: 2 }),
  );
  await until(41);
  const told = (await published()).flatMap(({ type, data }) => {
    const { clock, verdict = '' } = data as { clock: string; verdict?: string };
    return /verdict|cancelled|end-revoked/.test(type) ? [`${clock} ${verdict || type.split('.')[1]}`] : [];
  });
  expect(told).toEqual([
    'contact/1 met',
    'help/1/1 met',
    'help/1/2 clock-cancelled',
    'heartbeat/1/1 met',
    'complete/1 met',
    'heartbeat/1/2 met',
    'complete/1 end-revoked',
    'verify/1/1 met',
    'complete/1 met',
    'heartbeat/1/3 met',
    'verify/1/2 met',
    'call-back/1 met',
  ]);
});

test('a helper who is called instead of another is waited for since the first of their unit was called', async () => {
  const { hears, until, published } = await opened();
  const since = plus(start, 5 * hour);
  await hears(
    message('intake.case-registered.v1', 0),
    message('routing.order-offered.v1', 1),
    message('routing.order-taken.v1', 2),
    message('routing.helper-called.v1', 5, { call: 1 }),
    message('routing.helper-released.v1', 9, { call: 1 }),
    message('routing.helper-called.v1', 9, { call: 2, since }),
  );
  await until(10);
  const started = (await published()).flatMap(({ type, data }) => {
    const { clock, dueAt } = data as { clock: string; dueAt: string };
    return type.startsWith('sla-timer.clock-started') && clock.startsWith('help/') ? [{ clock, dueAt }] : [];
  });
  const [first, second] = started;
  expect([first?.clock, second?.clock]).toEqual(['help/1/1', 'help/1/2']);
  expect(second?.dueAt).toBe(first?.dueAt);
});

test('what the secretary decides about an order acknowledges what was escalated to her', async () => {
  const { hears, until, published } = await opened();
  await hears(
    message('intake.case-registered.v1', 0),
    message('routing.order-offered.v1', 1),
    message('routing.order-taken.v1', 2),
  );
  await until(49);
  await hears(
    message(
      'routing.order-offered.v1',
      50,
      { leg: 2, because: 'reassigned' },
      { actorrole: 'community-secretary' },
    ),
  );
  const verdicts = (await published()).flatMap(({ type, data }) => {
    const { clock, verdict = '' } = data as { clock: string; verdict?: string };
    return type === 'sla-timer.verdict-given.v1' && clock.startsWith('acknowledge')
      ? [`${clock} ${verdict}`]
      : [];
  });
  // What she was told of the missed contact and beats she had not answered for four hours.
  expect(verdicts).toContain('acknowledge/1/complete met');
  expect(verdicts).toContain('acknowledge/1/contact breached');
});

test('a rating before anybody called ends what is owed of the call-back', async () => {
  const { hears, until, published } = await opened();
  await hears(
    message('intake.case-registered.v1', 0),
    message('feedback.call-back-due.v1', 35),
    message('feedback.case-rated.v1', 36),
  );
  await until(60);
  const said = (await published()).flatMap(({ type, data }) => {
    const { clock, verdict = '' } = data as { clock: string; verdict?: string };
    return clock === 'call-back/1' && type === 'sla-timer.verdict-given.v1' ? [verdict] : [];
  });
  expect(said).toEqual(['met']);
});
