/** Call-backs, ratings and the letter, as residents, the desk and those who lead meet them: over HTTP. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type Actor,
  type Area,
  day,
  hour,
  type Instant,
  instant,
  personId,
  plus,
  type Role,
  uuidOf,
} from '@mulin/kernel';
import { memoryPlatform, openService } from '@mulin/service';
import { sample } from '@mulin/testing';
import { FEEDBACK, FeedbackModule } from '../index.js';
import { area, content, notContent, terms } from '../domain/a-case.testing.js';

const opened = { url: '', close: async () => {}, bare: '', closeBare: async () => {} };
let time = instant('2026-03-02T01:00:00Z');
const now = () => time;

const account = (id: string, role: Role, where: string): Actor => ({ id, role, area: where as Area }); // a path
const li = 'li-wei';
const accounts: Record<string, Actor> = Object.fromEntries(
  [
    account('clerk', 'hotline-clerk', 'mu'),
    account(li, 'grid-member', area),
    account('leader', 'grid-leader', 'mu/dongguan/hetou/hetou-1'),
    account('elsewhere', 'grid-leader', 'mu/nanyuan/liulin/liulin-1'),
    account('secretary', 'community-secretary', 'mu/dongguan'),
    account('other-secretary', 'community-secretary', 'mu/nanyuan'),
    account('town-leader', 'town-leader', 'mu'),
    account('auditor', 'auditor', 'mu'),
    account('operator', 'operator', 'mu'),
    account('mediator', 'mediator', 'mu'),
    account('wang', 'resident', 'mu'),
    account('zhao', 'resident', 'mu'),
  ].map((it) => [it.id, it]),
);
const town = { town: 'mu', zone: 'Asia/Shanghai', now, accounts };
const memory = memoryPlatform(town);
const bare = memoryPlatform(town);

const open = (platform: typeof memory.platform, asking: typeof terms | null) =>
  openService(platform, { modules: [FeedbackModule.with(asking)], services: [FEEDBACK], port: 0 });

beforeAll(async () => {
  const [one, other] = [await open(memory.platform, terms), await open(bare.platform, null)];
  Object.assign(opened, { url: one.url, close: one.close, bare: other.url, closeBare: other.close });
});
afterAll(async () => {
  await opened.close();
  await opened.closeBare();
});

const pass = async (ms: number) => {
  time = plus(time, ms);
  await memory.settle();
};

let keys = 0;
type Answer = Readonly<{ status: number; etag: string | null; body: Record<string, unknown> }>;

const callAt = async (
  url: string,
  who: string,
  path: string,
  body?: object,
  headers: object = {},
): Promise<Answer> => {
  const response = await fetch(`${url}/api/v1/${path}`, {
    headers: {
      authorization: `Bearer ${who}`,
      ...(body === undefined
        ? {}
        : { 'content-type': 'application/json', 'idempotency-key': `key-${++keys}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  await memory.settle();
  return {
    status: response.status,
    etag: response.headers.get('etag'),
    body: (await response.json()) as Record<string, unknown>,
  };
};
const call = (...args: Parameters<typeof callAt> extends [string, ...infer Rest] ? Rest : never) =>
  callAt(opened.url, ...args);
const refusal = ({ status, body }: Answer) => `${status} ${String(body['code'])}`;

type Told = Readonly<{ at?: Instant; who?: Readonly<{ actor?: string; actorrole?: string }>; data?: object }>;

/** As another service would tell it. */
const tell = async (
  caseId: string,
  type: string,
  { at = now(), who = {}, data = {} }: Told = {},
  platform = memory,
) => {
  const {
    actor: _,
    actorrole: __,
    ...told
  } = sample(type) as { data: object; actor?: string; actorrole?: string };
  const event = {
    ...told,
    ...who,
    id: await uuidOf('event', String(++keys)),
    subject: caseId,
    town: 'mu',
    time: at,
    recordedat: at,
    data: { ...told.data, ...data },
  };
  const topic = `mulin.${type.split('.')[0] ?? ''}`;
  await platform.platform.bus.publish(topic, [{ key: caseId, value: JSON.stringify(event) }]);
  await platform.settle();
};

/** As whoever comes by the number and code of a case. */
const codeOf = ({ id }: Case): string => {
  const token = `code-of-${id}`;
  accounts[token] = { ...account(`by-code-${id}`, 'resident', 'mu'), caseId: id };
  return token;
};

let cases = 0;
type Case = Readonly<{ id: string; number: string; wordsId: string }>;

/** A case that a resident asked for with an account of their own, or somebody on the phone. */
const registered = async (
  asker: string | null = 'wang',
  platform = memory,
  splitFrom?: Readonly<{ caseId: string; number: string; isOfSomebodyElse?: true }>,
): Promise<Case> => {
  const nth = ++cases;
  const [id, wordsId] = [await uuidOf('case', String(nth)), await uuidOf('words', String(nth))];
  const number = `mu-2026-${String(nth).padStart(6, '0')}`;
  const person = personId(await uuidOf('mu', 'resident', asker ?? `caller ${nth}`));
  await platform.platform
    .vault('intake', { kinds: [], purposes: [] })
    .keep([{ id: wordsId, person, kind: 'words', content: 'the bin is full' }]);
  const who =
    asker === null
      ? { actor: 'clerk', actorrole: 'hotline-clerk' }
      : { actor: memory.platform.pseudonyms.of('mu', asker), actorrole: 'resident' };
  const data = { number, menuItem: 'sanitation', wordsId, cycle: 1, ...(splitFrom ? { splitFrom } : {}) };
  await tell(id, 'intake.case-registered.v1', { who, data }, platform);
  return { id, number, wordsId };
};

const verified = async ({ id, number }: Case, cycle = 1, platform = memory): Promise<void> => {
  const data = { cycle, round: 1, result: 'solved' };
  await tell(
    id,
    'routing.order-finished.v1',
    { data: { ...data, leg: 1, member: li, area, number, handlers: [li] } },
    platform,
  );
  await tell(id, 'routing.order-verified.v1', { data: { ...data, number, area, handlers: [li] } }, platform);
};

const asked = async (asker: string | null = 'wang'): Promise<Case> => {
  const it = await registered(asker);
  await verified(it);
  return it;
};

const toldOf = ({ id }: Case) =>
  memory
    .messages('mulin.feedback')
    .map((it) => it as { type: string; subject: string; data: Record<string, unknown> })
    .filter(({ subject }) => subject === id);
const typesOf = (it: Case) => toldOf(it).map(({ type }) => type.replace(/^feedback\.|\.v1$/g, ''));
const listed = async (who: string, path: string) => {
  const { status, body } = await call(who, path);
  expect(status).toBe(200);
  return (body['items'] as readonly Record<string, unknown>[]).map((item) => String(item['caseId']));
};
/** By the clock of the town. */
const ratedAt = expect.stringMatching(/^2026-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/);
/** Twice done again, and not content after each. */
const beforeSecretary = async (): Promise<Case> => {
  const it = await asked();
  for (const cycle of [1, 2, 3]) {
    await call('wang', `cases/${it.id}/ratings`, notContent);
    if (cycle === 3) break;
    await tell(it.id, 'intake.case-reopened.v1', { data: { number: it.number, cycle: cycle + 1 } });
    await verified(it, cycle + 1);
  }
  return it;
};

describe('A case that somebody else has verified', () => {
  test('waits to be called back, for everybody in its area but whoever handled it', async () => {
    const it = await asked(null);
    expect(typesOf(it)).toEqual(['call-back-due']);
    expect(toldOf(it)[0]?.data).toMatchObject({ number: it.number, cycle: 1, area, handlers: [li] });
    for (const who of ['clerk', 'leader', 'secretary', 'town-leader', 'auditor'])
      expect(await listed(who, 'call-backs')).toContain(it.id);
    for (const who of ['elsewhere', 'other-secretary'])
      expect(await listed(who, 'call-backs')).not.toContain(it.id);
    expect((await call('wang', 'call-backs')).status).toBe(403);
    expect((await call('mediator', 'call-backs')).status).toBe(403);
  });

  test('is called at different hours, and concluded when nobody was reached', async () => {
    const it = await asked(null);
    const path = `cases/${it.number}/call-backs`;
    expect((await call('clerk', path, { outcome: 'no-answer' })).body).toMatchObject({
      state: 'due',
      attempts: 1,
      lastOutcome: 'no-answer',
      nextCallFrom: '2026-03-02T13:00:00+08:00',
    });
    expect(refusal(await call('clerk', path, { outcome: 'no-answer' }))).toBe('409 too-soon');
    await pass(4 * hour);
    await call('leader', path, { outcome: 'wrong-number' });
    await pass(4 * hour);
    expect((await call('clerk', path, { outcome: 'no-answer' })).body).toMatchObject({
      state: 'concluded',
      because: 'not-reached',
      attempts: 3,
    });
    expect(typesOf(it)).toEqual([
      'call-back-due',
      'call-back-made',
      'call-back-made',
      'call-back-made',
      'case-concluded',
    ]);
    expect(await listed('clerk', 'call-backs')).not.toContain(it.id);
    expect(await listed('clerk', 'call-backs?state=concluded')).toContain(it.id);
    expect(refusal(await call('clerk', path, { outcome: 'reached' }))).toBe('409 feedback-over');
  });

  test('is not called by whoever handled it, nor from elsewhere, nor by whoever has no such right', async () => {
    const it = await asked(null);
    const by = async (who: string) =>
      refusal(await call(who, `cases/${it.id}/call-backs`, { outcome: 'reached' }));
    expect(await by(li)).toBe('403 handled-it-yourself');
    expect(await by('elsewhere')).toBe('403 not-your-area');
    for (const who of ['wang', 'auditor', 'operator', 'mediator', 'town-leader'])
      expect(await by(who)).toBe('403 not-allowed');
    expect(typesOf(it)).toEqual(['call-back-due']);
  });

  test('is called with the version that was read, and once under one key', async () => {
    const it = await asked(null);
    const path = `cases/${it.id}/call-backs`;
    const key = { 'idempotency-key': 'the same call' };
    const first = await call('clerk', path, { outcome: 'no-answer' }, key);
    const again = await call('clerk', path, { outcome: 'no-answer' }, key);
    expect(again).toEqual(first);
    expect(refusal(await call('clerk', path, { outcome: 'reached' }, key))).toBe('422 same-id-other-content');
    await pass(5 * hour);
    const stale = { 'if-match': '"0"' };
    expect(refusal(await call('clerk', path, { outcome: 'reached' }, stale))).toBe('412 stale-version');
    const read = { 'if-match': String(first.etag) };
    expect((await call('clerk', path, { outcome: 'reached' }, read)).status).toBe(200);
    expect(typesOf(it)).toEqual(['call-back-due', 'call-back-made', 'call-back-made']);
  });

  test.each([
    ['an outcome nobody knows', { outcome: 'perhaps' }],
    ['no outcome', {}],
    ['a rating that is half one', { outcome: 'reached', rating: { satisfaction: 'satisfied' } }],
    ['a time that is none', { outcome: 'reached', at: 'yesterday' }],
  ])('is refused with %s, and nothing has changed', async (_, body) => {
    const it = await asked(null);
    expect((await call('clerk', `cases/${it.id}/call-backs`, body)).status).toBe(400);
    expect(typesOf(it)).toEqual(['call-back-due']);
  });

  test('of which nobody knows, or that is still handled, is not called about', async () => {
    const unknown = await uuidOf('nobody');
    const path = (name: string) => `cases/${name}/call-backs`;
    expect(refusal(await call('clerk', path(unknown), { outcome: 'reached' }))).toBe('404 case-unknown');
    expect(refusal(await call('clerk', path('mu-2026-9'), { outcome: 'reached' }))).toBe('404 case-unknown');
    const it = await registered();
    expect(refusal(await call('clerk', path(it.id), { outcome: 'reached' }))).toBe('409 not-verified-yet');
  });
});

describe('A rating', () => {
  test('by the resident who asked concludes the case with a letter, which they and the town may read', async () => {
    const it = await asked();
    const { status, body } = await call('wang', `cases/${it.number}/ratings`, content);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { state: 'concluded', because: 'satisfied', rating: content },
    });
    expect(typesOf(it)).toEqual(['call-back-due', 'case-rated', 'case-concluded']);
    expect(toldOf(it)[1]?.data).toMatchObject({ channel: 'portal', ...content });
    const letterId = toldOf(it)[2]?.data['letterId'];
    expect(letterId).toMatch(/^[0-9a-f-]{36}$/);

    const letter = await call('wang', `cases/${it.number}/letter`);
    expect(letter.body).toMatchObject({ number: it.number, cycle: 1 });
    expect(JSON.stringify(letter.body)).toMatch(/The case is closed\..*现予结案。/);
    for (const who of ['clerk', 'leader', 'auditor'])
      expect((await call(who, `cases/${it.id}/letter`)).status).toBe(200);
    expect(refusal(await call('zhao', `cases/${it.id}/letter`))).toBe('403 not-your-case');
    expect(refusal(await call('elsewhere', `cases/${it.id}/letter`))).toBe('403 not-your-area');
    const pseudonym = memory.platform.pseudonyms.of('mu', 'wang');
    expect(memory.readings()).toContainEqual(
      expect.objectContaining({ id: letterId, kind: 'letter', actor: pseudonym, about: it.id }),
    );
  });

  test('by another resident is refused, and so is one before anything was verified', async () => {
    const it = await registered();
    expect(refusal(await call('wang', `cases/${it.id}/ratings`, content))).toBe('409 not-verified-yet');
    await verified(it);
    expect(refusal(await call('zhao', `cases/${it.id}/ratings`, content))).toBe('403 not-your-case');
    expect(refusal(await call('leader', `cases/${it.id}/ratings`, content))).toBe('403 not-allowed');
    expect(typesOf(it)).toEqual(['call-back-due']);
    expect(refusal(await call('wang', `cases/${it.id}/letter`))).toBe('404 no-letter');
  });

  test('of a case whose asker was noted by mistake is not that resident’s any more', async () => {
    const it = await registered();
    await tell(it.id, 'intake.case-reclassified.v1', {
      at: plus(now(), 1_000),
      data: { menuItem: 'sanitation', reason: 'wrong-person', wordsId: it.wordsId },
    });
    await verified(it);
    expect(refusal(await call('wang', `cases/${it.id}/ratings`, content))).toBe('403 not-your-case');
  });

  test.each(['wrong-person', 'wrong-menu-item', 'wrong-place', 'wrong-urgency'])(
    'of a case that turned out to be somebody else’s is no more of whoever has its code or account: %s',
    async (reason) => {
      const it = await asked();
      const byCode = codeOf(it);
      await call('wang', `cases/${it.id}/ratings`, { ...notContent, words: 'still broken' });
      const data = { menuItem: 'sanitation', reason, wordsId: await uuidOf('words kept anew', it.id) };
      await tell(it.id, 'intake.case-reclassified.v1', { at: plus(now(), 1_000), data });
      const later = { menuItem: 'street-lamp', reason: 'wrong-menu-item' };
      await tell(it.id, 'intake.case-reclassified.v1', { at: plus(now(), 2_000), data: later });
      for (const who of ['wang', byCode]) {
        expect(refusal(await call(who, `cases/${it.id}/ratings`, content))).toBe('403 not-your-case');
        for (const what of ['letter', 'rating-words?purpose=answering'])
          expect(refusal(await call(who, `cases/${it.id}/${what}`))).toBe('403 not-your-case');
        expect(refusal(await call(who, `ratings?caseId=${it.id}`))).toBe('403 not-your-case');
      }
      expect((await call('clerk', `cases/${it.id}/rating-words?purpose=supervision`)).status).toBe(200);
    },
  );

  test('of a case that was thought to be somebody else’s by mistake is theirs again once that is put right', async () => {
    const it = await asked();
    const whoAsked = ['wang', codeOf(it)];
    const correct = async (nth: number, more: object) => {
      const wordsId = await uuidOf(`words kept anew ${nth}`, it.id);
      await memory.platform
        .vault('intake', { kinds: [], purposes: [] })
        .keep([{ id: wordsId, person: personId(`noted ${nth}`), kind: 'words', content: 'broken' }]);
      const data = { menuItem: 'sanitation', reason: 'wrong-person', wordsId, ...more };
      await tell(it.id, 'intake.case-reclassified.v1', { at: plus(now(), nth * 1_000), data });
    };
    await correct(1, {});
    for (const who of whoAsked)
      expect(refusal(await call(who, `ratings?caseId=${it.id}`))).toBe('403 not-your-case');
    await correct(2, { isFirstPerson: true });
    for (const who of whoAsked) expect((await call(who, `ratings?caseId=${it.id}`)).status).toBe(200);
    expect((await call('wang', `cases/${it.id}/ratings`, content)).body).toMatchObject({
      because: 'satisfied',
    });
    for (const who of whoAsked) expect((await call(who, `cases/${it.id}/letter`)).status).toBe(200);
  });

  test('of a cycle that was concluded while the case was thought to be somebody else’s is no letter of theirs', async () => {
    const it = await asked();
    const correct = async (nth: number, more: object) => {
      const wordsId = await uuidOf(`words kept again ${nth}`, it.id);
      await memory.platform
        .vault('intake', { kinds: [], purposes: [] })
        .keep([{ id: wordsId, person: personId(`noted ${nth}`), kind: 'words', content: 'broken' }]);
      const data = { menuItem: 'sanitation', reason: 'wrong-person', wordsId, ...more };
      await tell(it.id, 'intake.case-reclassified.v1', { at: plus(now(), nth * 1_000), data });
    };
    await correct(1, {});
    await call('clerk', `cases/${it.id}/call-backs`, { outcome: 'reached', rating: content });
    expect(typesOf(it)).toContain('case-concluded');
    await tell(it.id, 'intake.case-reopened.v1', { data: { number: it.number, cycle: 2 } });
    await correct(2, { isFirstPerson: true });
    for (const who of ['wang', codeOf(it)])
      expect(refusal(await call(who, `cases/${it.id}/letter`))).toBe('404 no-letter');
    expect((await call('clerk', `cases/${it.id}/letter`)).body).toMatchObject({ cycle: 1 });
    await verified(it, 2);
    await call('clerk', `cases/${it.id}/call-backs`, { outcome: 'reached', rating: content });
    for (const who of ['wang', codeOf(it)])
      expect((await call(who, `cases/${it.id}/letter`)).body).toMatchObject({ cycle: 2 });
  });

  test.each([
    ['account', () => 'wang'],
    ['code', codeOf],
  ] as const)(
    'of a case of which only the menu item was wrong is still theirs, by %s',
    async (_, whoOf: (it: Case) => string) => {
      const it = await asked();
      const data = { menuItem: 'street-lamp', reason: 'wrong-menu-item' };
      await tell(it.id, 'intake.case-reclassified.v1', { at: plus(now(), 1_000), data });
      expect((await call(whoOf(it), `cases/${it.id}/ratings`, notContent)).status).toBe(200);
      expect(typesOf(it)).toContain('case-rated');
    },
  );

  test('of a part is for whoever asked in the whole, unless that turned out to be somebody else’s', async () => {
    const whole = await registered('wang');
    const part = await registered(null, memory, { caseId: whole.id, number: whole.number });
    const partOfPart = await registered(null, memory, { caseId: part.id, number: part.number });
    await verified(part);
    await verified(partOfPart);
    expect(refusal(await call('zhao', `cases/${part.id}/ratings`, content))).toBe('403 not-your-case');
    expect((await call('wang', `cases/${part.id}/ratings`, content)).body).toMatchObject({
      because: 'satisfied',
    });
    expect(toldOf(part).find(({ type }) => type.includes('rated'))?.data).toMatchObject({
      channel: 'portal',
    });
    const data = { menuItem: 'sanitation', reason: 'wrong-person', wordsId: await uuidOf('anew', whole.id) };
    await tell(whole.id, 'intake.case-reclassified.v1', { at: plus(now(), 1_000), data });
    expect(refusal(await call('wang', `cases/${partOfPart.id}/ratings`, content))).toBe('403 not-your-case');
    const meanwhile = { caseId: whole.id, number: whole.number, isOfSomebodyElse: true } as const;
    const partOfOther = await registered(null, memory, meanwhile);
    await verified(partOfOther);
    const back = { ...data, wordsId: await uuidOf('back', whole.id), isFirstPerson: true };
    await tell(whole.id, 'intake.case-reclassified.v1', { at: plus(now(), 2_000), data: back });
    expect(refusal(await call('wang', `cases/${partOfOther.id}/ratings`, content))).toBe('403 not-your-case');
    expect((await call('wang', `cases/${partOfPart.id}/ratings`, content)).status).toBe(200);
  });

  test('of a part is for whoever asked in the whole, also where the part was heard of first', async () => {
    const wholeId = await uuidOf('case', String(cases + 2));
    const part = await registered(null, memory, { caseId: wholeId, number: 'mu-2026-900000' });
    await verified(part);
    expect(refusal(await call('wang', `cases/${part.id}/ratings`, content))).toBe('403 not-your-case');
    expect((await registered('wang')).id).toBe(wholeId);
    expect((await call('wang', `cases/${part.id}/ratings`, content)).status).toBe(200);
  });

  test('is taken down by the desk after a call that reached them, or with it', async () => {
    const one = await asked(null);
    expect(refusal(await call('clerk', `cases/${one.id}/ratings`, content))).toBe('409 call-back-first');
    await call('clerk', `cases/${one.id}/call-backs`, { outcome: 'reached' });
    expect((await call('clerk', `cases/${one.id}/ratings`, content)).body).toMatchObject({
      because: 'satisfied',
    });
    expect(toldOf(one).at(-2)?.data).toMatchObject({ channel: 'desk' });

    const other = await asked(null);
    const unreached = { outcome: 'no-answer', rating: content };
    expect(refusal(await call('clerk', `cases/${other.id}/call-backs`, unreached))).toBe(
      '409 rated-without-reaching',
    );
    await call('clerk', `cases/${other.id}/call-backs`, { outcome: 'reached', rating: content });
    expect(typesOf(other)).toEqual(['call-back-due', 'call-back-made', 'case-rated', 'case-concluded']);
  });

  test('that is not good has it done again, twice; the third time the secretary decides', async () => {
    const it = await beforeSecretary();
    expect(typesOf(it)).toEqual([
      ...['call-back-due', 'case-rated', 'redo-demanded'],
      ...['call-back-due', 'case-rated', 'redo-demanded'],
      ...['call-back-due', 'case-rated', 'secretary-asked'],
    ]);
    expect(await listed('secretary', 'call-backs?state=secretary')).toContain(it.id);
    expect(await listed('other-secretary', 'call-backs?state=secretary')).not.toContain(it.id);
    const decide = (who: string) => call(who, `cases/${it.id}/conclusion`, { decision: 'close' });
    expect(refusal(await decide('other-secretary'))).toBe('403 not-your-area');
    for (const who of ['clerk', 'wang', 'leader', 'auditor'])
      expect(refusal(await decide(who))).toBe('403 not-allowed');
    expect((await decide('secretary')).body).toMatchObject({
      state: 'concluded',
      because: 'secretary-decided',
      cycle: 3,
    });
    expect(refusal(await decide('secretary'))).toBe('409 nothing-to-decide');
    expect((await call('wang', `cases/${it.id}/letter`)).body).toMatchObject({ cycle: 3 });
  });

  test('may also be followed by one more redo, by the secretary’s word', async () => {
    const it = await beforeSecretary();
    await call('town-leader', `cases/${it.id}/conclusion`, { decision: 'redo' });
    expect(toldOf(it).at(-1)).toMatchObject({
      type: 'feedback.redo-demanded.v1',
      data: { cycle: 3, nextCycle: 4 },
    });
    expect(refusal(await call('wang', `cases/${it.id}/ratings`, content))).toBe('409 rating-over');
  });

  test('that does not come within its days concludes the case without one', async () => {
    const it = await asked();
    await pass(7 * day + hour);
    expect(typesOf(it)).toEqual(['call-back-due', 'case-concluded']);
    expect(toldOf(it)[1]?.data).toMatchObject({ because: 'no-rating', outcome: 'done' });
    const { body } = await call('wang', `cases/${it.id}/letter`);
    expect(JSON.stringify(body['letter'])).toContain('no word from you');
    expect(refusal(await call('wang', `cases/${it.id}/ratings`, content))).toBe('409 rating-over');
  });

  test('is told with its words in the vault alone, for those who must know', async () => {
    const it = await asked();
    const words = 'the lid is broken again, call 13800001111';
    await call('wang', `cases/${it.id}/ratings`, { ...notContent, words });
    const path = `cases/${it.id}/rating-words?purpose=supervision`;
    for (const who of ['wang', 'clerk', 'leader', 'secretary'])
      expect((await call(who, path)).body).toEqual({ words, all: [{ cycle: 1, ratedAt, words }] });
    expect(refusal(await call('zhao', path))).toBe('403 not-your-case');
    expect(refusal(await call('elsewhere', path))).toBe('403 not-your-area');
    const log = await memory.platform.eventStore('feedback').readAll({ from: null, maxCount: 100_000 });
    expect(JSON.stringify(log)).toContain(it.id);
    const said = JSON.stringify([log, memory.messages('mulin.feedback'), memory.said()]);
    expect(said).not.toMatch(/lid is broken|13800001111/);
  });

  test('has all of its words kept, cycle by cycle, also when a later one comes without any', async () => {
    const it = await beforeSecretary();
    const say = (rated: object) => call('wang', `cases/${it.id}/ratings`, rated);
    await say({ ...notContent, words: 'it stinks' });
    await say({ ...notContent, words: 'it still stinks' });
    await say(content);
    const { body } = await call('secretary', `cases/${it.id}/rating-words?purpose=supervision`);
    expect(body).toEqual({
      words: 'it still stinks',
      all: [
        { cycle: 3, ratedAt, words: 'it stinks' },
        { cycle: 3, ratedAt, words: 'it still stinks' },
      ],
    });
    const one = await asked();
    await call('wang', `cases/${one.id}/ratings`, { ...notContent, words: 'not at all' });
    await tell(one.id, 'intake.case-reopened.v1', { data: { number: one.number, cycle: 2 } });
    await verified(one, 2);
    await call('wang', `cases/${one.id}/ratings`, content);
    const read = await call('wang', `cases/${one.id}/rating-words?purpose=answering`);
    expect(read.body).toEqual({ words: 'not at all', all: [{ cycle: 1, ratedAt, words: 'not at all' }] });
  });

  test('of whoever was erased has no words, and closes without a letter', async () => {
    const it = await asked();
    const person = personId(await uuidOf('mu', 'resident', 'wang'));
    await memory.platform
      .vault('intake', { kinds: [], purposes: ['erasure'] })
      .shred(person, { actor: 'operator', purpose: 'erasure' });
    const path = `cases/${it.id}/ratings`;
    expect(refusal(await call('wang', path, { ...content, words: 'fine' }))).toBe('409 asker-erased');
    expect((await call('wang', path, content)).body).toMatchObject({ because: 'satisfied' });
    expect(toldOf(it).at(-1)?.data).not.toHaveProperty('letterId');
    expect(refusal(await call('wang', `cases/${it.id}/letter`))).toBe('404 no-letter');
  });
});

describe('The list of ratings', () => {
  test('is of one case, of an area, of a span of time, for whoever may see it', async () => {
    const it = await asked('zhao');
    await pass(hour);
    const from = encodeURIComponent(now());
    await call('zhao', `cases/${it.id}/ratings`, notContent);
    await pass(hour);
    const to = encodeURIComponent(now());
    for (const who of ['clerk', 'leader', 'secretary', 'town-leader', 'auditor', 'operator'])
      expect(await listed(who, `ratings?from=${from}&to=${to}`)).toEqual([it.id]);
    expect(await listed('clerk', `ratings?caseId=${it.number}`)).toEqual([it.id]);
    expect(await listed('clerk', `ratings?from=${to}`)).toEqual([]);
    expect(await listed('clerk', `ratings?area=mu/nanyuan`)).toEqual([]);
    expect(await listed('secretary', `ratings?area=mu/dongguan/hetou&from=${from}`)).toEqual([it.id]);
    expect(await listed('elsewhere', 'ratings')).toEqual([]);
    expect(refusal(await call('leader', 'ratings?area=mu/nanyuan'))).toBe('403 not-your-area');
    expect(await listed('zhao', `ratings?caseId=${it.id}`)).toEqual([it.id]);
    expect(await listed('zhao', 'ratings')).toEqual([]);
    expect(refusal(await call('wang', `ratings?caseId=${it.id}`))).toBe('403 not-your-case');
  });
});

describe('What ends a case elsewhere', () => {
  test.each(['intake.case-withdrawn.v1', 'intake.case-declined.v1', 'intake.case-closed.v1'])(
    'ends what is open: %s',
    async (type) => {
      const it = await asked();
      await tell(it.id, type, { data: { cycle: 1 } });
      expect(await listed('clerk', 'call-backs')).not.toContain(it.id);
      expect(await listed('clerk', 'call-backs?state=over')).toContain(it.id);
      expect(refusal(await call('wang', `cases/${it.id}/ratings`, content))).toBe('409 rating-over');
      await pass(30 * day);
      expect(typesOf(it)).toEqual(['call-back-due']);
    },
  );

  test('a case that is closed on the word of feedback stays concluded', async () => {
    const it = await asked();
    await call('wang', `cases/${it.id}/ratings`, content);
    await tell(it.id, 'intake.case-closed.v1.letter', { data: { cycle: 1 } });
    expect(await listed('clerk', 'call-backs?state=concluded')).toContain(it.id);
  });

  const merge = (one: Case, other: Case, cycle = 1) =>
    tell(one.id, 'intake.case-closed.v1.duplicate', {
      data: { cycle, duplicateOf: { caseId: other.id, number: other.number } },
    });

  test('a duplicate is answered by a letter of its own, when the case that answers for it is concluded', async () => {
    const one = await registered('zhao');
    await pass(3 * day);
    const other = await asked('wang');
    await merge(one, other);
    expect(refusal(await call('zhao', `cases/${one.id}/letter`))).toBe('404 no-letter');
    await call('wang', `cases/${other.id}/ratings`, content);

    const { body } = await call('zhao', `cases/${one.id}/letter`);
    expect(body).toMatchObject({ number: one.number, cycle: 1 });
    const text = JSON.stringify(body['letter']);
    expect(text).toContain(one.number);
    expect(text).not.toContain(other.number);
    expect(text).toMatch(/answered together with other.*一并办理/);
    expect(text).not.toMatch(/You told us|您已作出评价|opened again|重新办理/);
    const reportedOn = (it: Answer) => /Your demand of (\S+ \S+ \S+)/.exec(JSON.stringify(it.body))?.[1];
    const others = await call('wang', `cases/${other.id}/letter`);
    expect(reportedOn({ status: 200, etag: null, body })).not.toBe(reportedOn(others));
    expect(refusal(await call('zhao', `cases/${other.id}/letter`))).toBe('403 not-your-case');

    expect(await call('clerk', `cases/${one.id}/letter`)).toMatchObject({ status: 200, body });
    const pseudonym = memory.platform.pseudonyms.of('mu', 'zhao');
    expect(memory.readings()).toContainEqual(
      expect.objectContaining({ kind: 'letter', actor: pseudonym, about: one.id }),
    );
  });

  test('whoever reopened a case that was merged then has the letter of what answered it, and not the old one', async () => {
    const one = await asked('zhao');
    await call('zhao', `cases/${one.id}/ratings`, content);
    await tell(one.id, 'intake.case-closed.v1.letter', { data: { cycle: 1 } });
    const old = await call('zhao', `cases/${one.id}/letter`);
    await pass(hour);
    await tell(one.id, 'intake.case-reopened.v1', { data: { number: one.number, cycle: 2 } });
    const other = await asked('wang');
    await merge(one, other, 2);
    await call('wang', `cases/${other.id}/ratings`, content);
    const { body } = await call('zhao', `cases/${one.id}/letter`);
    expect(body).toMatchObject({ number: one.number, cycle: 2 });
    expect(body['letter']).not.toEqual(old.body['letter']);
  });

  test('what another case was told before it answered for this one tells nothing of this one', async () => {
    const [one, other] = [await registered('zhao'), await asked('wang')];
    await call('wang', `cases/${other.id}/ratings`, content);
    await tell(other.id, 'intake.case-closed.v1.letter', { data: { cycle: 1 } });
    await pass(hour);
    await tell(other.id, 'intake.case-reopened.v1', { data: { number: other.number, cycle: 2 } });
    await merge(one, other);
    expect(refusal(await call('zhao', `cases/${one.id}/letter`))).toBe('404 no-letter');
    await verified(other, 2);
    await call('wang', `cases/${other.id}/ratings`, content);
    expect((await call('zhao', `cases/${one.id}/letter`)).body).toMatchObject({
      number: one.number,
      cycle: 1,
    });
  });

  test('whoever was erased has no letter of a case that was answered with another one', async () => {
    const [one, other] = [await registered(null), await asked('wang')];
    await merge(one, other);
    await call('wang', `cases/${other.id}/ratings`, content);
    const person = await memory.platform.vault('intake', { kinds: [], purposes: [] }).ownerOf(one.wordsId);
    expect((await call('clerk', `cases/${one.id}/letter`)).status).toBe(200);
    await memory.platform
      .vault('intake', { kinds: [], purposes: ['erasure'] })
      .shred(person ?? personId(''), { actor: 'operator', purpose: 'erasure' });
    expect(refusal(await call('clerk', `cases/${one.id}/letter`))).toBe('404 no-letter');
  });
});

describe('A town whose pack does not say how to ask', () => {
  test('asks nobody, and says so', async () => {
    const it = await registered('wang', bare);
    await verified(it, 1, bare);
    const at = (who: string, path: string, body?: object) => callAt(opened.bare, who, path, body);
    expect((await at('clerk', 'call-backs')).body).toEqual({ items: [], next: null });
    expect((await at('clerk', 'ratings')).body).toEqual({ items: [], next: null });
    const path = `cases/${it.id}`;
    expect(refusal(await at('wang', `${path}/ratings`, content))).toBe('409 feedback-not-asked');
    expect(refusal(await at('clerk', `${path}/call-backs`, { outcome: 'reached' }))).toBe(
      '409 feedback-not-asked',
    );
  });

  test('and says so later has them asked about what was verified before and is not closed', async () => {
    const early = memoryPlatform(town);
    const without = await open(early.platform, null);
    const [it, over] = [await registered('wang', early), await registered('zhao', early)];
    await verified(over, 1, early);
    await tell(over.id, 'intake.case-closed.v1', { data: { cycle: 1 } }, early);
    await verified(it, 1, early);
    await without.close();
    const withFile = await open(early.platform, terms);
    await early.settle();
    const waiting = (await callAt(withFile.url, 'clerk', 'call-backs')).body['items'];
    const rated = await callAt(withFile.url, 'wang', `cases/${it.id}/ratings`, content);
    await withFile.close();
    expect(waiting).toMatchObject([{ caseId: it.id, state: 'due' }]);
    expect(rated.body).toMatchObject({ state: 'concluded', because: 'satisfied' });
  });
});

test('Every refusal is one sentence in the reader’s language', async () => {
  const it = await registered();
  const path = `cases/${it.id}/ratings`;
  const zh = await call('wang', path, content, { 'accept-language': 'zh-CN' });
  expect(zh.body['detail']).toBe('该案件仍在办理，核查通过后再回访和评价。');
  const en = await call('wang', path, content, { 'accept-language': 'en' });
  expect(en.body['detail']).toMatch(/^This case is still being handled/);
});
