import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Actor, type Area, instant, type Instant, personId, uuidOf } from '@mulin/kernel';
import { memoryPlatform, type RunningApp, openService, topicOf } from '@mulin/service';
import { sample } from '@mulin/testing';
import { AUDIT, AuditModule } from '../index.js';

const at = (role: Actor['role']): Actor => ({ id: role, role, area: 'meixi' as Area }); // As looked up.
const accounts = { auditor: at('auditor'), operator: at('operator'), 'hotline-clerk': at('hotline-clerk') };

const clock = { now: instant('2026-03-10T00:00:00Z') };
const town = memoryPlatform({ town: 'meixi', zone: 'Asia/Shanghai', now: () => clock.now, accounts });
const grant = {
  kinds: ['words', 'contact'],
  purposes: ['answering', 'supervision', 'own-case', 'erasure/asked-for'],
};
const roster = sample('routing.roster-posted.v1');
const registered = sample('intake.case-registered.v1');
const caseId = String(registered['subject']);
const number = 'meixi-2026-000417';
const member = (roster['data'] as { duties: readonly { account: string }[] }).duties[0]?.account ?? '';

let opened: RunningApp;

const ask = async (query: string, as: keyof typeof accounts = 'auditor', language = 'zh') => {
  const response = await fetch(`${opened.url}/api/v1/readings${query}`, {
    headers: { 'accept-language': language, authorization: `Bearer ${as}` },
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

beforeAll(async () => {
  opened = await openService(town.platform, { modules: [AuditModule.with()], services: [AUDIT], port: 0 });
  for (const message of [roster, registered])
    await town.platform.bus.publish(topicOf(String(message['type']).split('.', 1)[0] ?? ''), [
      { key: String(message['subject']), value: JSON.stringify(message) },
    ]);
  await town.settle();

  const person = personId(await uuidOf('wang'));
  const vault = town.platform.vault('routing', grant);
  const [words, contact] = [await uuidOf('words'), await uuidOf('contact')];
  await vault.keep([
    { id: words, person, kind: 'words', content: '路灯坏了' },
    { id: contact, person, kind: 'contact', content: { phone: '0532-5550100' } },
  ]);
  const reads = async (id: string, actor: string, when: Instant, about = caseId) => {
    clock.now = when;
    await vault.read(id, { actor, purpose: 'supervision', about });
  };
  await reads(words, member, instant('2026-03-10T01:00:00Z'));
  await reads(contact, 'clerk-7', instant('2026-03-11T01:00:00Z'));
  await reads(words, 'clerk-7', instant('2026-03-12T01:00:00Z'), await uuidOf('another case'));
  clock.now = instant('2026-03-13T01:00:00Z');
  await vault.shred(person, { actor: 'operator', purpose: 'erasure/asked-for', about: caseId });
});
afterAll(() => opened.close());

test('an auditor sees who read of a case, what, what for and when, by name; never what was said', async () => {
  const { status, body } = await ask(`?case=${number}`);
  expect(status).toBe(200);
  expect(body['items']).toEqual([
    expect.objectContaining({
      reader: 'operator',
      isErasure: true,
      kind: null,
      purposeName: '删除：本人申请',
    }),
    expect.objectContaining({ reader: 'clerk-7', kind: 'contact', kindName: '联系方式' }),
    {
      at: '2026-03-10T09:00:00+08:00',
      caseId,
      number,
      kind: 'words',
      kindName: '诉求原文',
      reader: member,
      readerName: '社区书记陈书记（meixi/liutang）',
      service: 'routing',
      purpose: 'supervision',
      purposeName: '督办',
      isErasure: false,
    },
  ]);
  expect(JSON.stringify(body)).not.toMatch(/路灯|5550100/);
});

test('by its id, by who read, by time, and by all of them', async () => {
  const of = async (query: string) =>
    ((await ask(query)).body['items'] as readonly { reader: string }[]).map(({ reader }) => reader);
  expect(await of(`?case=${caseId}`)).toEqual(['operator', 'clerk-7', member]);
  expect(await of('?reader=clerk-7')).toEqual(['clerk-7', 'clerk-7']);
  expect(await of(`?reader=clerk-7&case=${number}`)).toEqual(['clerk-7']);
  expect(await of('?from=2026-03-11T09:00:00%2B08:00&to=2026-03-13T09:00:00%2B08:00')).toEqual([
    'clerk-7',
    'clerk-7',
  ]);
});

test('page by page', async () => {
  const first = await ask('?limit=3');
  expect(first.body['items']).toHaveLength(3);
  const second = await ask(`?limit=3&cursor=${encodeURIComponent(String(first.body['next']))}`);
  expect(second.body).toMatchObject({ items: [{ reader: member }], next: null });
});

test('nobody but an auditor, no case that nobody knows, no cursor of another list', async () => {
  for (const as of ['operator', 'hotline-clerk'] as const)
    expect(await ask('', as)).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
  expect(await ask('?case=meixi-2026-999999')).toMatchObject({ status: 404, body: { code: 'case-unknown' } });
  expect(await ask('?reader=clerk-8')).toMatchObject({
    status: 404,
    body: { code: 'account-unknown', detail: '没有账号 clerk-8。' },
  });
  // Of whom there is an account, and nothing was read.
  expect(await ask('?reader=hotline-clerk')).toMatchObject({ status: 200, body: { items: [] } });
  expect(await ask('?cursor=x')).toMatchObject({ status: 400, body: { code: 'malformed-cursor' } });
  expect(await ask('?from=yesterday')).toMatchObject({ status: 400, body: { code: 'malformed' } });
});

test('a resident who read their own case is a resident, and no pseudonym', async () => {
  const vault = town.platform.vault('routing', grant);
  const [id, resident] = [await uuidOf('own words'), await uuidOf('resident')];
  await vault.keep([{ id, person: personId(await uuidOf('li')), kind: 'words', content: '井盖丢了' }]);
  await vault.read(id, { actor: resident, purpose: 'own-case', about: caseId });

  const { body } = await ask(`?reader=${resident}`);
  expect(body['items']).toMatchObject([{ reader: resident, readerName: '居民' }]);
});
