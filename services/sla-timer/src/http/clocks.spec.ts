/** How the deadlines of a case were counted, as whoever may read its timeline is told. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, type Area, instant, type Role } from '@mulin/kernel';
import { memoryPlatform, openService, topicOf } from '@mulin/service';
import { sample, virtualTime } from '@mulin/testing';
import { SLA_TIMER, SlaTimerModule } from '../index.js';

/** Friday, 11:30 in the town. */
const start = instant('2026-03-06T03:30:00Z');
const shanghai = (text: string) => `2026-03-${text.replace(' ', 'T')}:00+08:00`;
const [caseId, other] = ['7fec1ca5-f649-86b9-bbfb-39be5e129e50', '0d0f8c0e-5a07-8a34-9c2f-3f0ad2f6c1aa'];
const number = 'mu-2026-000417';
const community = 'mu/dongguan';
const grid = `${community}/hetou/hetou-1/hetou-1-a`;

const clock = (name: 'complete' | 'take', unit: 'working-hour' | 'hour' | 'working-day', amount: number) => ({
  name,
  length: { unit, amount },
});
const policyOf = (id: string, ...clocks: readonly ReturnType<typeof clock>[]) => ({
  id,
  calendar: 'town',
  clocks,
  ladder: [{ share: 1, to: ['community-secretary'] }],
});
const pack: Parameters<typeof SlaTimerModule.with>[0] = {
  calendars: [
    {
      id: 'town',
      version: '1',
      zone: 'Asia/Shanghai',
      week: {
        'mon-fri': [
          ['08:30', '12:00'],
          ['14:00', '17:30'],
        ],
      },
      overrides: { '2026-03-09': { segments: [], reason: '镇庆' } },
      coveredUntil: '2026-12-31',
    },
  ],
  commitments: [],
  policies: [
    policyOf('whole', clock('complete', 'working-hour', 5), clock('take', 'hour', 2)),
    policyOf('days', clock('complete', 'working-day', 1)),
  ],
};

const account = (id: string, role: Role, area: string = community): Actor => ({
  id,
  role,
  area: area as Area,
});
const { now, moveTo } = virtualTime(start);
const memory = memoryPlatform({
  town: 'mu',
  zone: 'Asia/Shanghai',
  now,
  accounts: {
    secretary: account('secretary', 'community-secretary'),
    far: account('far', 'community-secretary', 'mu/xiguan'),
    desk: account('desk', 'hotline-clerk', 'mu'),
    holder: account('wu', 'office-member', 'mu'),
    colleague: account('he', 'office-member', 'mu'),
    helper: account('ding', 'helper', 'mu'),
    resident: account('lin', 'resident', 'mu'),
  },
});
const opened = { url: '', close: async () => {} };

let news = 0;
const hears = async (type: string, subject: string, data: object, time: string = now()) => {
  const [service = ''] = type.split('.');
  const told = sample(type);
  const id = `00000000-0000-4000-8000-${String(++news).padStart(12, '0')}`;
  const event = { ...told, id, subject, town: 'mu', time, data: { ...(told['data'] as object), ...data } };
  await memory.platform.bus.publish(topicOf(service), [{ key: subject, value: JSON.stringify(event) }]);
  await memory.settle();
};
const registered = 'intake.case-registered.v1';

beforeAll(async () => {
  const modules = [SlaTimerModule.with(pack)];
  Object.assign(opened, await openService(memory.platform, { modules, services: [SLA_TIMER], port: 0 }));
  await hears(registered, caseId, { cycle: 1, number, policy: 'whole' });
  const leg = { number, cycle: 1, leg: 1, area: grid, member: 'wu' };
  await hears('routing.order-offered.v1', caseId, leg);
});
afterAll(() => opened.close());

type Interval = Readonly<{
  from: string;
  to: string;
  counts: boolean;
  why: string;
  name?: string;
  text: string;
}>;
type Clock = Readonly<{ name: string; intervals: readonly Interval[] }> & Readonly<Record<string, unknown>>;
type Answer = Readonly<{ code?: string; clocks: readonly Clock[] }> & Readonly<Record<string, unknown>>;

const ask = async (name: string, as = 'secretary', language = 'en') => {
  const response = await fetch(`${opened.url}/api/v1/cases/${name}/clocks/explanation`, {
    headers: { authorization: `Bearer ${as}`, 'accept-language': language },
  });
  return { status: response.status, body: (await response.json()) as Answer };
};
const clockIn = ({ clocks }: Answer, wanted: string) => {
  const found = clocks.find(({ name }) => name === wanted);
  if (found === undefined) throw new Error(`there is no clock ${wanted}`);
  return found;
};
const linesOf = ({ intervals }: Clock) =>
  intervals.map(({ from, to, counts, why }) => [from, to, counts ? '+' : '-', why].join(' '));

describe('How the deadlines of a case were counted', () => {
  test('is told stretch by stretch, by the number of the case as by its id', async () => {
    const { status, body } = await ask(number);
    expect(status).toBe(200);
    expect(body).toMatchObject({ caseId, number, asOf: shanghai('06 11:30') });
    expect(body.clocks.map(({ name }) => name)).toEqual(['take/1/1', 'complete/1']);
    const complete = clockIn(body, 'complete/1');
    expect(complete).toMatchObject({
      startedAt: shanghai('06 11:30'),
      due: shanghai('10 09:30'),
      state: 'running',
      because: 'started',
      unit: 'working-hour',
      amount: 5,
    });
    expect(linesOf(complete)).toEqual([
      `${shanghai('06 11:30')} ${shanghai('06 12:00')} + working-hours`,
      `${shanghai('06 12:00')} ${shanghai('06 14:00')} - outside-hours`,
      `${shanghai('06 14:00')} ${shanghai('06 17:30')} + working-hours`,
      `${shanghai('06 17:30')} ${shanghai('07 00:00')} - outside-hours`,
      `${shanghai('07 00:00')} ${shanghai('09 00:00')} - rest-day`,
      `${shanghai('09 00:00')} ${shanghai('10 00:00')} - holiday`,
      `${shanghai('10 00:00')} ${shanghai('10 08:30')} - outside-hours`,
      `${shanghai('10 08:30')} ${shanghai('10 09:30')} + working-hours`,
    ]);
    expect((await ask(caseId)).body).toEqual(body);
  });

  test('is said in the language of the reader, with the name of the holiday', async () => {
    const textOf = async (language: string) => {
      const { body } = await ask(number, 'secretary', language);
      return clockIn(body, 'complete/1').intervals.find(({ why }) => why === 'holiday')?.text;
    };
    expect(await textOf('en')).toBe('镇庆. A holiday: not counted.');
    expect(await textOf('zh')).toBe('镇庆：节假日，不计入。');
  });

  test.each([
    ['the secretary of that community', 'secretary', 200],
    ['the desk', 'desk', 200],
    ['whoever has it, wherever they work', 'holder', 200],
    ['a secretary of another community', 'far', 403],
    ['a colleague of whoever has it', 'colleague', 403],
    ['a helper who was not called', 'helper', 403],
    ['a resident', 'resident', 403],
  ])('is told as the timeline is: %s', async (_, as, status) => {
    expect((await ask(number, as)).status).toBe(status);
  });

  test('is told to a helper from when they have come until their part is done', async () => {
    const call = { number, cycle: 1, call: 1, member: 'ding', area: grid };
    await hears('routing.helper-called.v1', caseId, call);
    expect((await ask(number, 'helper')).status).toBe(403);
    await hears('routing.helper-joined.v1', caseId, { cycle: 1, call: 1, member: 'ding' });
    expect((await ask(number, 'helper')).status).toBe(200);
    await hears('routing.helper-finished.v1', caseId, { cycle: 1, call: 1, member: 'ding' });
    expect((await ask(number, 'helper')).status).toBe(403);
  });

  test('of a case that is not there, one sentence with its code', async () => {
    expect(await ask('mu-2026-999999')).toMatchObject({ status: 404, body: { code: 'case-unknown' } });
    const nobody = '4f1c1a3e-8d50-8b7e-a2de-1b9c2d3e4f50';
    expect(await ask(nobody)).toMatchObject({ status: 404, body: { code: 'case-unknown' } });
  });

  test('follows a correction: by the new terms, from the same start', async () => {
    await moveTo(instant('2026-03-06T07:00:00Z'), memory);
    await hears('intake.case-reclassified.v1', caseId, { cycle: 1, policy: 'days' });
    const complete = clockIn((await ask(number)).body, 'complete/1');
    expect(complete).toMatchObject({
      startedAt: shanghai('06 11:30'),
      due: shanghai('10 17:30'),
      because: 'reclassified',
      since: shanghai('06 15:00'),
      unit: 'working-day',
      amount: 1,
    });
    expect(linesOf(complete)).toEqual([
      `${shanghai('06 11:30')} ${shanghai('07 00:00')} - start-day`,
      `${shanghai('07 00:00')} ${shanghai('09 00:00')} - rest-day`,
      `${shanghai('09 00:00')} ${shanghai('10 00:00')} - holiday`,
      `${shanghai('10 00:00')} ${shanghai('10 17:30')} + working-day`,
    ]);
  });

  test('says of a moment that was set by another report that it was not counted', async () => {
    const dueAt = '2026-03-10T02:00:00.000Z';
    const merger = { cycle: 1, part: 'survivor', number, mergedId: other, dueAt };
    await hears('intake.case-merged.v1', caseId, merger);
    const complete = clockIn((await ask(number)).body, 'complete/1');
    expect(complete).toMatchObject({ due: shanghai('10 10:00'), unit: null, amount: null });
    expect(linesOf(complete)).toEqual([`${shanghai('06 11:30')} ${shanghai('10 10:00')} - set-moment`]);
  });

  test('says that it was missed, when it was', async () => {
    await moveTo(instant('2026-03-11T00:00:00Z'), memory);
    const complete = clockIn((await ask(number)).body, 'complete/1');
    expect(complete).toMatchObject({ due: shanghai('10 10:00'), state: 'breached' });
  });
});
