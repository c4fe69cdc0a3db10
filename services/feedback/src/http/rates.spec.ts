/** Rates and exemptions, as those who are rated and those who look meet them: over HTTP. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, type Area, instant, type Role, uuidOf } from '@mulin/kernel';
import { memoryPlatform, openService } from '@mulin/service';
import { readPdf, sample } from '@mulin/testing';
import { FEEDBACK, FeedbackModule } from '../index.js';
import { area, content, terms } from '../domain/a-case.testing.js';

const opened = { url: '', close: async () => {} };
const now = () => instant('2026-10-20T01:00:00.000Z');
const far = 'mu/nanyuan/liulin/liulin-1/liulin-1-a';

const account = (id: string, role: Role, where: string): Actor => ({ id, role, area: where as Area }); // a path
const accounts: Record<string, Actor> = Object.fromEntries(
  [
    account('clerk', 'hotline-clerk', 'mu'),
    account('other-clerk', 'hotline-clerk', 'mu'),
    account('leader', 'grid-leader', 'mu/dongguan/hetou/hetou-1'),
    account('secretary', 'community-secretary', 'mu/dongguan'),
    account('other-secretary', 'community-secretary', 'mu/nanyuan'),
    account('town-leader', 'town-leader', 'mu'),
    account('other-leader', 'grid-leader', 'mu/nanyuan/liulin/liulin-1'),
    account('tan', 'office-member', 'mu'),
    account('cao', 'office-member', 'mu'),
    account('auditor', 'auditor', 'mu'),
    account('wang', 'resident', 'mu'),
    account('zhao', 'resident', 'mu'),
  ].map((it) => [it.id, it]),
);
const memory = memoryPlatform({ town: 'mu', zone: 'Asia/Shanghai', now, accounts });
const rules = {
  ...terms,
  rates: {
    weights: [
      { version: 1, response: 20, resolution: 40, satisfaction: 40 },
      { version: 2, from: '2026-10-15', response: 100, resolution: 0, satisfaction: 0 },
    ],
  },
};

let keys = 0;
let sequence = 0;

/** As another service tells it, in the order in which it is told here. */
const tell = async (caseId: string, type: string, at: string, data: object) => {
  const { actor: _, actorrole: __, ...told } = sample(type) as { actor?: string; actorrole?: string };
  const event = {
    ...told,
    id: await uuidOf('event', String(++keys)),
    subject: caseId,
    town: 'mu',
    time: at,
    recordedat: at,
    sequence: String(++sequence).padStart(10, '0'),
    data,
  };
  await memory.platform.bus.publish(`mulin.${type.split('.')[0] ?? ''}`, [
    { key: caseId, value: JSON.stringify(event) },
  ]);
  await memory.settle();
};

const menu = { menuItem: 'sanitation', net: 'life', urgency: 'ordinary', policy: 'ordinary' };

type Wanted = Readonly<{
  where?: string;
  unit?: string;
  contact?: string;
  complete?: string;
  closed?: string;
}>;
let cases = 0;
const closedAt = '2026-10-06T02:00:00.000Z';

const judged = (id: string, clock: string, verdict: string) => {
  const dueAt = '2026-10-03T02:00:00.000Z';
  const endedAt = verdict === 'met' ? '2026-10-01T02:00:00.000Z' : null;
  return tell(id, 'sla-timer.verdict-given.v1', dueAt, { clock, cycle: 1, verdict, dueAt, endedAt });
};

/** A case with its order, two clocks, and its end. */
const told = async ({
  where = area,
  unit,
  contact = 'met',
  complete = 'met',
  closed = closedAt,
}: Wanted = {}) => {
  const nth = ++cases;
  const id = await uuidOf('case', String(nth));
  const number = `mu-2026-${String(nth).padStart(6, '0')}`;
  const cycle = 1;
  const since = '2026-10-01T02:00:00.000Z';
  const report = { number, cycle, ...menu, channel: 'portal', placeId: null };
  await tell(id, 'intake.case-registered.v1', since, report);
  const offer = { number, cycle, leg: 1, microGrid: 'm', area: where, member: 'li', final: false, ...menu };
  await tell(id, 'routing.order-offered.v1', since, unit === undefined ? offer : { ...offer, unit });
  await judged(id, 'contact/1', contact);
  await judged(id, 'complete/1', complete);
  if (closed !== '') await tell(id, 'intake.case-closed.v1', closed, { cycle, outcome: 'done' });
  return { id, number };
};

type Answer = Readonly<{ status: number; body: Record<string, unknown> }>;

const call = async (who: string, path: string, body?: object, language = 'en'): Promise<Answer> => {
  const response = await fetch(`${opened.url}/api/v1/${path}`, {
    headers: {
      authorization: `Bearer ${who}`,
      'accept-language': language,
      ...(body === undefined
        ? {}
        : { 'content-type': 'application/json', 'idempotency-key': `key-${++keys}` }),
    },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  await memory.settle();
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
const refusal = ({ status, body }: Answer) => `${status} ${String(body['code'])}`;
const ratesOf = async (who: string, query = '') => {
  const { body } = await call(who, `rates${query}`);
  return Object.fromEntries(
    (body['rates'] as readonly Record<string, unknown>[]).map((it) => [it['of'], it] as const),
  );
};

const printed = async (who: string, language: string) => {
  const response = await fetch(`${opened.url}/api/v1/rates/report.pdf?month=2026-10`, {
    headers: { authorization: `Bearer ${who}`, 'accept-language': language },
  });
  const read = await readPdf(new Uint8Array(await response.arrayBuffer()));
  return { type: response.headers.get('content-type'), ...read };
};

beforeAll(async () => {
  const { url, close } = await openService(memory.platform, {
    modules: [FeedbackModule.with(rules)],
    services: [FEEDBACK],
    port: 0,
  });
  Object.assign(opened, { url, close });
  await tell('mu/dongguan', 'routing.area-named.v1', '2026-09-01T00:00:00.000Z', {
    path: 'mu/dongguan',
    name: { en: 'East Gate', zh: '东关社区' },
    version: 1,
  });
  await tell('office:works', 'routing.roster-posted.v1', '2026-09-01T00:00:00.000Z', {
    place: 'office:works',
    name: { en: 'Works', zh: '规建办' },
    version: 1,
    since: null,
    duties: [{ account: 'tan', role: 'office-member', from: null, until: null }],
  });
});
afterAll(async () => {
  await opened.close();
});

describe('Rates', () => {
  test('are of each area with all that lies in it, with how many beside, and an interval', async () => {
    await told();
    await told({ complete: 'breached' });
    await told({ where: far, contact: 'breached', closed: '2026-11-02T02:00:00.000Z' });
    const october = await ratesOf('auditor', '?from=2026-10-01&to=2026-11-01');
    expect(Object.keys(october)).toEqual([
      'mu',
      'mu/dongguan',
      'mu/dongguan/hetou',
      'mu/dongguan/hetou/hetou-1',
      area,
    ]);
    expect(october['mu/dongguan']).toMatchObject({
      area: 'mu/dongguan',
      name: { en: 'East Gate', zh: '东关社区' },
      n: 2,
      response: 1,
      resolution: null,
      onTime: 0.75,
      counts: { onTime: { of: 4, yes: 3 } },
      rank: null,
      interval: { onTime: [expect.closeTo(0.3006, 3), expect.closeTo(0.9544, 3)] },
    });
    expect(await ratesOf('auditor')).toMatchObject({ mu: { n: 3, onTime: 4 / 6, response: 2 / 3 } });
  });

  test('are of an office, a menu item, a channel and a net, too', async () => {
    await told({ unit: 'office:works', complete: 'breached' });
    expect(await ratesOf('auditor', '?by=office')).toMatchObject({
      works: { n: 1, onTime: 0.5, name: { zh: '规建办' }, area: 'mu' },
    });
    expect(Object.keys(await ratesOf('auditor', '?by=item'))).toEqual(['sanitation']);
    expect(Object.keys(await ratesOf('auditor', '?by=channel'))).toEqual(['portal']);
    expect(await ratesOf('auditor', `?by=net&area=${far}`)).toMatchObject({ life: { n: 1 } });
  });

  test('count what goes on and is late since it was late', async () => {
    const { number } = await told({ where: 'mu/beicun/beicun/b-1/b-1-a', complete: 'breached', closed: '' });
    const span = 'area=mu/beicun&from=2026-10-03T02:00:00Z&to=2026-10-03T02:00:01Z';
    expect(await ratesOf('auditor', `?${span}`)).toMatchObject({ 'mu/beicun': { n: 1, onTime: 0.5 } });
    const { body } = await call('auditor', `rates/cases?${span}&measure=onTime&missed=true`);
    expect(body['items']).toEqual([
      expect.objectContaining({ number, endedAt: null, onTime: { of: 2, yes: 1 } }),
    ]);
  });

  test('are shown of their own part to whoever answers for one', async () => {
    expect(Object.keys(await ratesOf('other-secretary'))[0]).toBe('mu/nanyuan');
    expect(refusal(await call('other-secretary', 'rates?area=mu/dongguan'))).toBe('403 not-your-area');
    expect(refusal(await call('other-secretary', 'rates/cases?area=mu/dongguan'))).toBe('403 not-your-area');
    const { body } = await call('other-secretary', 'rates/cases');
    expect(body['items']).toEqual([expect.objectContaining({ area: far })]);
  });

  test('name the weights in force at the end of the period', async () => {
    const weightsOf = async (query: string) => (await call('auditor', `rates?${query}`)).body['weights'];
    expect(await weightsOf('to=2026-10-15')).toMatchObject({ version: 1, resolution: 40 });
    expect(await weightsOf('to=2026-10-16')).toMatchObject({ version: 2, response: 100 });
    expect(await weightsOf('')).toMatchObject({ version: 2 });
  });

  test('of a month come as a file that a spreadsheet opens', async () => {
    const response = await fetch(`${opened.url}/api/v1/rates/report?month=2026-10&format=csv`, {
      headers: { authorization: 'Bearer secretary', 'accept-language': 'zh-CN' },
    });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString('utf8').split('\r\n');
    expect(lines[2]).toMatch(/^东关社区,社区,mu\/dongguan,3,3,6,4,2,66\.67%,/);
    expect(lines).toContainEqual(expect.stringMatching(/^"?数据截至 2026-10-20 09:00，/));
  });

  test('of a month come on paper with the same figures, in the language of the reader', async () => {
    const zh = await printed('secretary', 'zh-CN');
    expect(zh).toMatchObject({ type: 'application/pdf', title: '2026年10月“三率”月报' });
    const said = zh.texts.join('');
    for (const it of ['数据截至 2026-10-20 09:00', '原始值', '剔除后', '东关社区', '66.67%', '4/6'])
      expect(said).toContain(it);
    expect(said).not.toContain('mu/beicun');

    const en = await printed('auditor', 'en');
    expect(en.title).toBe('Rates of 2026-10');
    for (const it of ['As of 2026-10-20 09:00', 'After exemptions', 'East Gate', 'mu/beicun'])
      expect(en.texts.join('')).toContain(it);
  });

  test.each(['report', 'report.pdf'])('of what is no month, or not theirs, are no %s', async (form) => {
    const asked = async (query: string, who = 'auditor') =>
      refusal(await call(who, `rates/${form}?${query}`));
    for (const query of ['month=2026-13', 'month=October', 'month=', 'area=mu'])
      expect({ query, answer: await asked(query) }).toEqual({ query, answer: '400 malformed' });
    expect(await asked('month=9999-12')).toBe('400 no-such-moment');
    expect(await asked('month=2026-10&area=mu/nowhere')).toBe('400 area-unknown');
    expect(await asked('month=2026-10&area=mu/dongguan', 'other-secretary')).toBe('403 not-your-area');
    expect(await asked('month=2026-10', 'wang')).toMatch(/^403 /);
  });

  test.each([
    ['from=2026-10-02&to=2026-10-01', '400 period-backwards', '起始时间晚于截止时间，请更正。'],
    ['area=mu/nowhere', '400 area-unknown', '本镇没有区域 mu/nowhere。'],
    ['area=other', '400 area-unknown', '本镇没有区域 other。'],
    ['from=yesterday', '400 no-such-moment', '应为日期（如 2026-10-01）或带时区的时间。'],
    ['from=2026-02-30', '400 no-such-moment', '应为日期（如 2026-10-01）或带时区的时间。'],
  ])('asked for by %s are refused with one sentence', async (query, expected, zh) => {
    expect(refusal(await call('auditor', `rates?${query}`))).toBe(expected);
    expect(refusal(await call('auditor', `rates/cases?${query}`))).toBe(expected);
    expect((await call('auditor', `rates?${query}`, undefined, 'zh')).body['detail']).toBe(zh);
  });
});

describe('Whoever asked', () => {
  test('counts as reached and solved, once they were called and rated', async () => {
    const where = 'mu/xicun/xicun/x-1/x-1-a';
    const verifiedAt = '2026-10-19T02:00:00.000Z';
    for (const solved of [true, false]) {
      const { id, number } = await told({ where, closed: '' });
      await tell(id, 'routing.order-verified.v1', verifiedAt, {
        number,
        cycle: 1,
        leg: 1,
        round: 1,
        verifier: 'v',
        result: 'solved',
        area: where,
        handlers: ['li'],
      });
      const rating = solved ? content : { ...content, resolution: 'not-solved' };
      const call1 = await call('clerk', `cases/${number}/call-backs`, { outcome: 'reached', rating });
      expect(call1.status).toBe(200);
      if (solved) await tell(id, 'intake.case-closed.v1', verifiedAt, { cycle: 1, outcome: 'done' });
    }
    expect(await ratesOf('auditor', '?area=mu/xicun')).toMatchObject({
      'mu/xicun': { n: 2, resolution: 0.5, satisfaction: 1, counts: { resolution: { of: 2, yes: 1 } } },
    });
  });
});

describe('An exemption', () => {
  const flooded = { reason: 'force-majeure', evidence: 'The road was flooded, call 13800001111.' };
  const where = 'mu/dongguan/hetou/hetou-1/hetou-1-f';

  test('granted by somebody outside the unit leaves the raw rates as they are, and the others without it', async () => {
    await told({ where });
    const { id, number } = await told({ where, complete: 'breached' });
    const path = `cases/${id}/exemption`;
    expect((await call('leader', path, flooded)).body).toMatchObject({ state: 'asked', number, cycle: 1 });
    expect((await call('clerk', 'exemptions')).body['items']).toEqual([
      expect.objectContaining({ caseId: id }),
    ]);
    // They decide about it, and so it is before them, with what speaks for it.
    const before = await call('other-secretary', 'exemptions');
    expect(before.body['items']).toEqual([expect.objectContaining({ caseId: id, state: 'asked' })]);
    const read = await call('other-secretary', `${path}/words`);
    expect(read.body).toEqual({ evidence: flooded.evidence, appeal: null });
    expect((await call('other-leader', 'exemptions')).body['items']).toEqual([]);
    expect(refusal(await call('other-leader', `${path}/words`))).toBe('403 not-your-area');

    expect(refusal(await call('secretary', `${path}/decision`, { granted: true }))).toBe('403 of-rated-unit');
    expect((await call('clerk', `${path}/decision`, { granted: true })).body).toMatchObject({
      state: 'granted',
      granted: true,
      decidedBy: 'clerk',
    });
    const rates = await ratesOf('auditor', `?area=${where}`);
    expect(rates[where]).toMatchObject({ n: 2, onTime: 0.75, adjusted: { n: 1, onTime: 1 } });
    const behind = await call('auditor', `rates/cases?area=${where}&exempt=true`);
    expect(behind.body['items']).toEqual([expect.objectContaining({ caseId: id, isExempt: true })]);

    const { body } = await call('secretary', `${path}/words`);
    expect(body).toEqual({ evidence: flooded.evidence, appeal: null });
    expect(JSON.stringify(memory.messages('mulin.feedback'))).not.toMatch(/flooded|13800001111/);
  });

  test('refused can be appealed against once, and the town leader has the last word', async () => {
    const { id } = await told({ where, complete: 'breached' });
    const path = `cases/${id}/exemption`;
    await call('secretary', path, flooded);
    expect((await call('other-secretary', `${path}/decision`, { granted: false })).status).toBe(200);
    const appeal = { evidence: 'There are photos.' };
    expect((await call('leader', `${path}/appeal`, appeal)).body).toMatchObject({ state: 'appealed' });
    expect(refusal(await call('secretary', `${path}/appeal`, appeal))).toBe('409 exemption-appealed');
    expect((await call('town-leader', `${path}/settlement`, { granted: true })).body).toMatchObject({
      state: 'settled',
      granted: true,
    });
    expect(refusal(await call('town-leader', `${path}/settlement`, { granted: false }))).toBe(
      '409 nothing-to-settle',
    );
    const types = memory
      .messages('mulin.feedback')
      .map((it) => it as { type: string; subject: string })
      .filter(({ subject }) => subject === id)
      .map(({ type }) => type);
    expect(types).toEqual([
      'feedback.exemption-asked.v1',
      'feedback.exemption-decided.v1',
      'feedback.exemption-appealed.v1',
      'feedback.exemption-settled.v1',
    ]);
  });

  test('approved by the rated unit is refused with one sentence in both languages, and nothing is changed', async () => {
    const { id } = await told({ where, complete: 'breached' });
    const path = `cases/${id}/exemption`;
    await call('leader', path, flooded);
    const everything = async () => [
      memory.messages('mulin.feedback'),
      await ratesOf('auditor', `?area=${where}`),
      (await call('clerk', 'exemptions')).body,
    ];
    const before = await everything();
    const said = [];
    for (const language of ['en', 'zh']) {
      const answer = await call('secretary', `${path}/decision`, { granted: true }, language);
      expect(refusal(answer)).toBe('403 of-rated-unit');
      said.push(answer.body['detail']);
    }
    expect(said).toEqual([
      expect.stringMatching(/^[^\p{Script=Han}]{10,300}\.$/u),
      expect.stringMatching(/^[^A-Za-z]{5,200}。$/),
    ]);
    expect(await everything()).toEqual(before);
  });

  test('is asked for by the office that had it, and decided by nobody of it', async () => {
    const { id } = await told({ where, unit: 'office:works', complete: 'breached' });
    const path = `cases/${id}/exemption`;
    expect((await call('tan', path, flooded)).body).toMatchObject({ office: 'works' });
    const mine = await call('tan', 'exemptions');
    expect(mine.body['items']).toEqual([expect.objectContaining({ caseId: id })]);
    expect((await call('tan', `${path}/words`)).body).toEqual({ evidence: flooded.evidence, appeal: null });
    expect(refusal(await call('tan', `${path}/decision`, { granted: true }))).toBe('403 not-allowed');

    // Of the office itself, and of nobody else: neither figures, nor cases, nor words.
    expect(await ratesOf('tan', '?by=office')).toMatchObject({ works: { rank: null } });
    expect(Object.keys(await ratesOf('tan', `?area=${far}`))).toEqual([]);
    const { body } = await call('tan', 'rates/cases');
    expect(new Set((body['items'] as readonly { office: string }[]).map((it) => it.office))).toEqual(
      new Set(['works']),
    );
    const { id: other } = await told({ where, complete: 'breached' });
    await call('leader', `cases/${other}/exemption`, flooded);
    expect((await call('tan', 'exemptions')).body).toEqual(mine.body);
    expect(refusal(await call('tan', `cases/${other}/exemption/words`))).toBe('403 not-your-area');
    expect((await call('cao', 'exemptions')).body['items']).toEqual([]);
    expect(Object.keys(await ratesOf('cao'))).toEqual([]);
    expect(refusal(await call('cao', `${path}/words`))).toBe('403 not-your-area');
  });

  test('is refused with one sentence to whoever it does not concern, and changes nothing', async () => {
    const { id } = await told({ where });
    const path = `cases/${id}/exemption`;
    expect(refusal(await call('other-secretary', path, flooded))).toBe('403 not-rated-unit');
    expect(refusal(await call('tan', path, flooded))).toBe('403 not-rated-unit');
    expect(refusal(await call('leader', path, { ...flooded, cycle: 2 }))).toBe('403 not-rated-unit');
    expect(refusal(await call('leader', path, { ...flooded, reason: 'because' }))).toMatch(/^400 /);
    expect(refusal(await call('clerk', `${path}/decision`, { granted: true }))).toBe('404 exemption-unknown');
    expect(refusal(await call('clerk', `${path}/appeal`, { evidence: 'x' }))).toBe('404 exemption-unknown');
    expect(refusal(await call('auditor', `${path}/words`))).toBe('404 exemption-unknown');
    expect((await call('auditor', `rates/cases?area=${where}&exempt=true`)).body['items']).not.toContainEqual(
      expect.objectContaining({ caseId: id }),
    );
  });
});

describe('A case that was handed on', () => {
  const former = 'mu/dongguan/hetou/hetou-1/hetou-1-h';
  const next = 'mu/nanyuan/liulin/liulin-1/liulin-1-h';
  const handedOn = { id: '', number: '' };

  beforeAll(async () => {
    const { id, number } = await told({ where: former, contact: 'breached', closed: '' });
    const offer = { number, cycle: 1, leg: 2, microGrid: 'n', area: next, member: 'wu', final: false };
    await tell(id, 'routing.order-offered.v1', '2026-10-05T02:00:00.000Z', { ...offer, ...menu });
    const inTime = { verdict: 'met', dueAt: '2026-10-06T02:00:00.000Z', endedAt: '2026-10-05T03:00:00.000Z' };
    await tell(id, 'sla-timer.verdict-given.v1', inTime.endedAt, { clock: 'take/1/2', cycle: 1, ...inTime });
    await tell(id, 'intake.case-closed.v1', closedAt, { cycle: 1, outcome: 'done' });
    Object.assign(handedOn, { id, number });
  });

  const behind = async (who: string, query: string) => {
    const { body } = await call(who, `rates/cases?${query}`);
    return (body['items'] as readonly { number: string }[]).filter(
      ({ number }) => number === handedOn.number,
    );
  };

  test('counts late for whoever had it when it was late, and in time for whoever got it', async () => {
    const rates = {
      ...(await ratesOf('auditor', `?area=${former}`)),
      ...(await ratesOf('auditor', `?area=${next}`)),
    };
    expect(rates).toMatchObject({
      [former]: { n: 1, response: 0, counts: { onTime: { of: 2, yes: 1 } } },
      [next]: { n: 1, response: null, counts: { onTime: { of: 1, yes: 1 } } },
    });
  });

  test('counts once for the town, with all of it, and for what it is about', async () => {
    const before = async (query: string) =>
      (await ratesOf('auditor', query)) as Record<string, { n: number }>;
    const all = await before('');
    const communities = Object.entries(all).filter(([area]) => area.split('/').length === 2);
    const sum = communities.reduce((total, [, { n }]) => total + n, 0);
    // The two communities that had it count it each.
    expect(sum).toBe((all['mu']?.n ?? 0) + 1);
    const byItem = Object.values(await before('?by=item')).reduce((total, { n }) => total + n, 0);
    expect(byItem).toBe(all['mu']?.n);
  });

  test('is behind the figures of both, each with its own part', async () => {
    const late = 'measure=response&missed=true';
    expect(await behind('leader', late)).toEqual([
      expect.objectContaining({ area: former, response: { of: 1, yes: 0 }, onTime: { of: 2, yes: 1 } }),
    ]);
    expect(await behind('other-leader', late)).toEqual([]);
    expect(await behind('other-leader', 'measure=onTime')).toEqual([
      expect.objectContaining({ onTime: { of: 1, yes: 1 }, response: { of: 0, yes: 0 } }),
    ]);
    expect(await behind('auditor', 'measure=onTime')).toEqual([
      expect.objectContaining({ onTime: { of: 3, yes: 2 } }),
    ]);
  });

  test('is taken out for whoever asked, also once they have given it away', async () => {
    const path = `cases/${handedOn.id}/exemption`;
    const flood = { reason: 'force-majeure', evidence: 'The road was flooded.' };
    expect((await call('leader', path, flood)).body).toMatchObject({ area: former, state: 'asked' });
    expect(refusal(await call('other-leader', path, flood))).toBe('409 exemption-waits');
    const listed = async (who: string) =>
      ((await call(who, 'exemptions')).body['items'] as readonly { number: string }[]).some(
        ({ number }) => number === handedOn.number,
      );
    expect([await listed('leader'), await listed('other-leader')]).toEqual([true, false]);
    expect((await call('clerk', `${path}/decision`, { granted: true })).status).toBe(200);
    expect(await ratesOf('auditor', `?area=${former}`)).toMatchObject({
      [former]: { n: 1, response: 0, adjusted: { n: 0, response: null } },
    });
    expect(await ratesOf('auditor', `?area=${next}`)).toMatchObject({ [next]: { adjusted: { n: 1 } } });
    expect(await behind('auditor', `area=${former}&exempt=true`)).toHaveLength(1);
    expect(await behind('auditor', `area=${next}&exempt=true`)).toEqual([]);
    expect((await call('other-leader', path, flood)).body).toMatchObject({ area: next });
    expect((await ratesOf('auditor', `?area=${former}`))[former]).toMatchObject({ adjusted: { n: 0 } });
    expect(refusal(await call('leader', path, flood))).toBe('409 exemption-asked');
  });
});
