/** A clerk corrects what was noted wrongly: over HTTP, and as the others hear of it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, type Area, instant } from '@mulin/kernel';
import { memoryPlatform, openService } from '@mulin/service';
import type { MenuItem } from '../domain/menu.js';
import { INTAKE, IntakeModule } from '../index.js';

const noon = instant('2026-03-02T04:00:00Z');
const account = (id: string, role: Actor['role']): Actor => ({ id, role, area: 'mu' as Area });
const item = (id: string, urgency: MenuItem['urgency'], isPublic: boolean): MenuItem => ({
  id,
  name: { zh: id, en: id },
  net: 'life',
  urgency,
  policy: urgency,
  public: isPublic,
});
const menu = [
  item('sanitation', 'ordinary', true),
  item('street-lamp', 'urgent', true),
  item('neighbour-dispute', 'ordinary', false),
  item('gas-leak', 'emergency', false),
];

const memory = memoryPlatform({
  town: 'mu',
  zone: 'Asia/Shanghai',
  now: () => noon,
  accounts: { clerk: account('clerk-1', 'hotline-clerk'), op: account('op', 'operator') },
});
const town = { url: '', close: async () => {} };
const start = async (offered: readonly MenuItem[]) => {
  const modules = [IntakeModule.with({ menu: offered })];
  return openService(memory.platform, { modules, services: [INTAKE], port: 0 });
};
beforeAll(async () => void Object.assign(town, await start(menu)));
afterAll(() => town.close());

let keys = 0;
const post = async (path: string, body: object, key = `k-${++keys}`, who = 'clerk') => {
  const response = await fetch(`${town.url}/api/v1/cases${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${who}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    },
    body: JSON.stringify(body),
  });
  await memory.settle();
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
const point = { lat: 36.4, lon: 119.7 };
const registered = async (menuItem: string, more: object = {}): Promise<string> =>
  String((await post('', { menuItem, words: 'by the east gate', place: point, ...more })).body['caseId']);
const correct = (id: string, body: object, key?: string) => post(`/${id}/reclassify`, body, key);
const toItem = (menuItem: string) => ({ reason: 'wrong-menu-item', menuItem });

type Told = Readonly<{ type: string; subject: string; data: Readonly<Record<string, unknown>> }>;
const toldOf = (id: string): readonly Told[] =>
  (memory.messages('mulin.intake') as readonly Told[]).filter(({ subject }) => subject === id);
const last = (id: string) => toldOf(id).at(-1)?.data ?? {};

describe('Where it is', () => {
  test('is published no more when the demand turns out to be a private one', async () => {
    const id = await registered('sanitation');
    expect(last(id)).toMatchObject({ point });
    await correct(id, toItem('neighbour-dispute'));
    expect(last(id)).toMatchObject({ menuItem: 'neighbour-dispute' });
    expect(last(id)).not.toHaveProperty('point');
    await correct(id, { reason: 'wrong-urgency', urgency: 'urgent' });
    expect(last(id)).not.toHaveProperty('point');
    await correct(id, { reason: 'wrong-place', place: { lat: 36.5, lon: 119.8 } });
    expect(last(id)).not.toHaveProperty('point');
  });

  test('is published when the demand turns out to be about a public place', async () => {
    const id = await registered('neighbour-dispute');
    expect(last(id)).not.toHaveProperty('point');
    await correct(id, toItem('sanitation'));
    expect(last(id)).toMatchObject({ point });
    expect(memory.readings().at(-1)).toMatchObject({ actor: 'clerk-1', purpose: 'correction', about: id });
  });

  test('stays published when another person asked than was noted', async () => {
    const id = await registered('sanitation', { phone: '13900139000' });
    await correct(id, { reason: 'wrong-person', phone: '13800138000' });
    expect(last(id)).toMatchObject({ point });
    expect(last(id)['placeId']).not.toBe(toldOf(id)[0]?.data['placeId']);
  });

  test('is as the correction has it, and no point where only an address is known', async () => {
    const id = await registered('sanitation');
    const there = { lat: 36.5, lon: 119.8 };
    await correct(id, { reason: 'wrong-place', place: there });
    expect(last(id)).toMatchObject({ point: there });
    await correct(id, toItem('street-lamp'));
    expect(last(id)).toMatchObject({ point: there });
    await correct(id, { reason: 'wrong-place', place: { address: '3 Mill Lane' } });
    expect(last(id)).not.toHaveProperty('point');
  });

  test('is not published by a clerk who corrects the place while a colleague makes it a private demand', async () => {
    const id = await registered('sanitation');
    await Promise.all([
      correct(id, toItem('neighbour-dispute')),
      correct(id, { reason: 'wrong-place', place: { lat: 36.5, lon: 119.8 } }),
    ]);
    const [, ...corrections] = toldOf(id);
    expect(corrections).toHaveLength(2);
    for (const { data } of corrections)
      if (data['menuItem'] === 'neighbour-dispute') expect(data).not.toHaveProperty('point');
    expect(last(id)).toMatchObject({ menuItem: 'neighbour-dispute' });
  });
});

describe('Who asked', () => {
  const wordsOf = async (id: string) => {
    const headers = { authorization: 'Bearer clerk' };
    return (await fetch(`${town.url}/api/v1/cases/${id}/words?purpose=call-back`, { headers })).json();
  };
  const words = 'by the east gate';

  test.each([
    ['by the name alone', { name: '周明' }],
    ['by the name, with the same phone', { name: '周明', phone: '138 0013 8055' }],
  ])('stays the same person where their name is put right %s', async (_, body) => {
    const id = await registered('sanitation', { phone: '13800138055', name: '周名' });
    expect(await correct(id, { reason: 'wrong-person', ...body })).toMatchObject({ status: 200 });
    expect(last(id)).toMatchObject({
      contactId: expect.any(String),
      placeId: toldOf(id)[0]?.data['placeId'],
    });
    expect(last(id)).not.toHaveProperty('wordsId');
    const contact = { phone: '13800138055', ...body };
    expect(await wordsOf(id)).toEqual({ words, place: point, contact });
  });

  test('has a name from then on, where nobody had noted any', async () => {
    const id = await registered('sanitation');
    await correct(id, { reason: 'wrong-person', name: '周明', place: { address: '3 Mill Lane' } });
    expect(last(id)).not.toHaveProperty('wordsId');
    expect(await wordsOf(id)).toEqual({
      words,
      place: { address: '3 Mill Lane' },
      contact: { name: '周明' },
    });
  });

  test('is somebody else where the phone is another one: nothing of the first is kept for them', async () => {
    const id = await registered('sanitation', { phone: '13800138056', name: '周名' });
    await correct(id, { reason: 'wrong-person', phone: '13800138057' });
    expect(last(id)).toMatchObject({ wordsId: expect.any(String) });
    expect(await wordsOf(id)).toEqual({ words, place: point, contact: { phone: '13800138057' } });
  });
});

describe('Whoever was noted first', () => {
  test('is told to be the one who asked, when a correction of who asked is taken back', async () => {
    const id = await registered('sanitation', { phone: '13800138066' });
    const noted = async (phone: string) => {
      await correct(id, { reason: 'wrong-person', phone });
      return last(id);
    };
    expect(await noted('13800138067')).not.toHaveProperty('isFirstPerson');
    expect(await noted('13800138068')).not.toHaveProperty('isFirstPerson');
    expect(await noted('13800138066')).toMatchObject({ isFirstPerson: true, wordsId: expect.any(String) });
    await correct(id, toItem('street-lamp'));
    expect(last(id)).not.toHaveProperty('isFirstPerson');
  });
});

describe('How urgent it is', () => {
  test('stays what somebody had raised it to, when another item is noted', async () => {
    const id = await registered('sanitation', { urgency: 'emergency' });
    expect((await correct(id, toItem('street-lamp'))).body).toMatchObject({ urgency: 'emergency' });
    expect(last(id)).toMatchObject({ menuItem: 'street-lamp', urgency: 'emergency', itemUrgency: 'urgent' });
  });

  test('is what the clerk says with the correction, where they say it', async () => {
    const id = await registered('sanitation', { urgency: 'emergency' });
    const { body } = await correct(id, { ...toItem('street-lamp'), urgency: 'ordinary' });
    expect(body).toMatchObject({ urgency: 'ordinary' });
  });

  test('is the new item’s own where nobody had raised it, or where that is more urgent', async () => {
    const asItIs = await registered('street-lamp');
    expect((await correct(asItIs, toItem('sanitation'))).body).toMatchObject({ urgency: 'ordinary' });
    const raised = await registered('sanitation', { urgency: 'urgent' });
    expect((await correct(raised, toItem('gas-leak'))).body).toMatchObject({ urgency: 'emergency' });
  });

  test('is not lowered by a clerk who corrects the item while a colleague raises it', async () => {
    const id = await registered('sanitation');
    await Promise.all([
      correct(id, { reason: 'wrong-urgency', urgency: 'emergency' }),
      correct(id, toItem('neighbour-dispute')),
    ]);
    expect(last(id)).toMatchObject({ menuItem: 'neighbour-dispute', urgency: 'emergency' });
  });
});

describe('A correction that is sent again', () => {
  test.each([
    ['of who asked, by name alone', { reason: 'wrong-person', name: '周明' }],
    ['of who asked, by phone', { reason: 'wrong-person', phone: '13800138001' }],
    ['of the place', { reason: 'wrong-place', place: { lat: 36.5, lon: 119.8 } }],
    ['of the item', toItem('street-lamp')],
  ])('%s, is answered as before, whatever was corrected since', async (_, body) => {
    const id = await registered('sanitation');
    const key = `once-${++keys}`;
    const first = await correct(id, body, key);
    expect(first).toMatchObject({ status: 200 });
    expect(await correct(id, body, key)).toEqual(first);
    await correct(id, { reason: 'wrong-place', place: { address: '3 Mill Lane' } });
    await correct(id, { reason: 'wrong-person', phone: '13800138002' });
    const told = toldOf(id).length;
    expect(await correct(id, body, key)).toMatchObject({ status: 200 });
    expect(toldOf(id)).toHaveLength(told);
  });

  test('is answered as before also when the town does not offer that item any more', async () => {
    const id = await registered('sanitation');
    const first = await correct(id, toItem('gas-leak'), 'gas-once');
    await town.close();
    Object.assign(town, await start(menu.filter(({ id }) => id !== 'gas-leak')));
    expect(await correct(id, toItem('gas-leak'), 'gas-once')).toEqual(first);
    expect(await correct(id, toItem('gas-leak'))).toMatchObject({
      status: 409,
      body: { code: 'no-such-menu-item' },
    });
  });
});
