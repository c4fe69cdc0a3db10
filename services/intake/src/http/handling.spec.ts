/** What the desk may and may not do with a case, by what others have made of it: over HTTP, and by the bus. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, type Area, instant, minute, plus, uuidOf } from '@mulin/kernel';
import { memoryPlatform, openService } from '@mulin/service';
import { sample } from '@mulin/testing';
import type { MenuItem } from '../domain/menu.js';
import { INTAKE, IntakeModule } from '../index.js';

const noon = instant('2026-03-02T04:00:00Z');
const held = (id: string, role: Actor['role'], area = 'mu'): Actor => ({ id, role, area: area as Area });
const item = (id: string, urgency: MenuItem['urgency'], isPublic: boolean): MenuItem => ({
  id,
  name: { zh: id, en: id },
  net: 'life',
  urgency,
  policy: urgency,
  public: isPublic,
});
const menu = [item('consultation', 'ordinary', false), item('street-lamp', 'ordinary', true)];

const memory = memoryPlatform({
  town: 'mu',
  zone: 'Asia/Shanghai',
  now: () => noon,
  accounts: {
    clerk: held('clerk-1', 'hotline-clerk'),
    wang: held('wang', 'resident'),
    li: held('li-wei', 'grid-member', 'mu/east/v/g/m1'),
    leader: held('leader-1', 'grid-leader', 'mu/east/v/g'),
    elsewhere: held('leader-2', 'grid-leader', 'mu/west/v/g'),
    secretary: held('secretary-1', 'community-secretary', 'mu/east'),
    west: held('secretary-2', 'community-secretary', 'mu/west'),
    town: held('leader-3', 'town-leader'),
    ding: held('volunteer-ding', 'helper', 'mu/east/v'),
    tan: held('works-tan', 'office-member'),
    auditor: held('auditor-1', 'auditor'),
    op: held('op-1', 'operator'),
  },
});
const town = { url: '', close: async () => {} };

beforeAll(async () => {
  const modules = [IntakeModule.with({ menu })];
  Object.assign(town, await openService(memory.platform, { modules, services: [INTAKE], port: 0 }));
});
afterAll(() => town.close());

let keys = 0;
const ask = async (who: string, path: string, body?: object, key = `k-${++keys}`) => {
  const headers = { authorization: `Bearer ${who}`, 'accept-language': 'en' };
  const post = { 'content-type': 'application/json', 'idempotency-key': key };
  const response = await fetch(`${town.url}/api/v1/${path.startsWith('imports') ? '' : 'cases'}${path}`, {
    headers: body === undefined ? headers : { ...headers, ...post },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  await memory.settle();
  const read = (await response.json()) as Record<string, unknown>;
  return { status: response.status, code: read['code'], body: read };
};

const registered = async (who = 'clerk', more: object = {}): Promise<string> => {
  const { body } = await ask(who, '', { menuItem: 'consultation', words: 'what is due when', ...more });
  return String(body['caseId']);
};

/** A row of history that its source had not closed. */
const archived = async (sourceId: string): Promise<string> => {
  const when = { reportedAt: '2026-01-02T00:00:00Z', closedAt: null, dueAt: null };
  const what = { menuItem: 'consultation', words: 'long ago', place: null, channel: 'file', person: null };
  const row = { sourceId, ...what, ...when, claim: null, flags: [] };
  const { body } = await ask('op', 'imports/history/rows', { mode: 'archive', asOf: noon, rows: [row] });
  const [{ caseId }] = body['rows'] as [{ caseId: string }]; // one outcome for each row
  return caseId;
};

let events = 0;
/** As routing or the clocks would publish it. */
const heard = async (type: string, subject: string, data: object): Promise<void> => {
  const told = sample(type) as { data: object };
  const id = await uuidOf('event', String(++events));
  const event = { ...told, id, subject, town: 'mu', data: { ...told.data, ...data } };
  const topic = `mulin.${type.split('.', 1)[0] ?? ''}`;
  await memory.platform.bus.publish(topic, [{ key: subject, value: JSON.stringify(event) }]);
  await memory.settle();
};
const leg = { leg: 1, member: 'li-wei' };
const isTaken = (id: string) => heard('routing.order-taken.v1', id, leg);
const isReturned = (id: string) => heard('routing.order-returned.v1', id, leg);
const isFinished = (id: string) => heard('routing.order-finished.v1', id, leg);

const published = (type = 'intake.case-') =>
  (memory.messages('mulin.intake') as { type: string; data: Record<string, unknown> }[])
    .filter((it) => it.type.startsWith(type))
    .at(-1);

describe('How urgent it is, and when it was', () => {
  test('a resident says how urgent it seems, and the desk sees it as a wish', async () => {
    const { body } = await ask('wang', '', {
      menuItem: 'consultation',
      words: 'at once!',
      urgency: 'emergency',
    });
    expect(body).toMatchObject({ urgency: 'ordinary', wishedUrgency: 'emergency', reportedBy: 'town' });
    expect(published()?.data).toMatchObject({
      urgency: 'ordinary',
      itemUrgency: 'ordinary',
      wishedUrgency: 'emergency',
    });
  });

  test('a resident gives no time of the report', async () => {
    const early = {
      menuItem: 'consultation',
      words: 'three days ago',
      reportedAt: '2026-02-28T08:00:00+08:00',
    };
    expect(await ask('wang', '', early)).toMatchObject({ status: 400, code: 'report-time-not-yours' });
  });

  test('staff may say both, and the time is marked as their word', async () => {
    const early = { urgency: 'emergency', reportedAt: plus(noon, -60 * minute) };
    const { body } = await ask('clerk', `/${await registered('clerk', early)}`);
    expect(body).toMatchObject({ urgency: 'emergency', reportedBy: 'caller', wishedUrgency: null });
    expect(published()?.data).toMatchObject({ reportedBy: 'caller', itemUrgency: 'ordinary' });
  });
});

describe('A case that nobody has taken', () => {
  test('is not done because somebody closes it', async () => {
    const id = await registered();
    const answer = await ask('clerk', `/${id}/close`, { outcome: 'done' });
    expect(answer).toMatchObject({ status: 409, code: 'not-finished' });
    expect(answer.body['detail']).toMatch(/duplicate|explained|decline/);
  });

  test('may be explained by the desk, or declined', async () => {
    expect(await ask('clerk', `/${await registered()}/close`, { outcome: 'explained' })).toMatchObject({
      status: 200,
    });
    const decline = { reason: 'before-a-court', door: 'county-court' };
    expect(await ask('clerk', `/${await registered()}/decline`, decline)).toMatchObject({ status: 200 });
  });
});

describe('A case that somebody has taken', () => {
  const decline = { reason: 'before-a-court', door: 'county-court' };

  test('is declined no more, also when it was given back, and says what may be done instead', async () => {
    const id = await registered();
    await isTaken(id);
    const answer = await ask('clerk', `/${id}/decline`, decline);
    expect(answer).toMatchObject({ status: 409, code: 'already-taken' });
    expect(answer.body['detail']).toMatch(/finish|return|withdraw/);
    await isReturned(id);
    expect(await ask('clerk', `/${id}/decline`, decline)).toMatchObject({ code: 'already-taken' });
  });

  test('is not explained over the holder’s head', async () => {
    const id = await registered();
    await isTaken(id);
    expect(await ask('clerk', `/${id}/close`, { outcome: 'explained' })).toMatchObject({ code: 'in-hand' });
    await isReturned(id);
    expect(await ask('clerk', `/${id}/close`, { outcome: 'explained' })).toMatchObject({ status: 200 });
  });

  test('is closed as done when its holder has finished it, and declined no more', async () => {
    const id = await registered();
    await isTaken(id);
    expect(await ask('clerk', `/${id}/close`, { outcome: 'done' })).toMatchObject({ code: 'not-finished' });
    await isFinished(id);
    expect(await ask('clerk', `/${id}/decline`, decline)).toMatchObject({ code: 'already-finished' });
    expect(await ask('clerk', `/${id}/close`, { outcome: 'done' })).toMatchObject({ status: 200 });
  });

  test('is closed by somebody else than who has handled it', async () => {
    const id = await registered();
    await heard('routing.order-taken.v1', id, { leg: 1, member: 'clerk-1' });
    await heard('routing.order-finished.v1', id, { leg: 1, member: 'clerk-1' });
    expect(await ask('clerk', `/${id}/close`, { outcome: 'done' })).toMatchObject({
      status: 403,
      code: 'own-work',
    });
  });
});

describe('A duplicate', () => {
  test('names the case that answers for it', async () => {
    const [id, other] = [await registered(), await registered()];
    const close = (body: object) => ask('clerk', `/${id}/close`, { outcome: 'duplicate', ...body });
    expect(await close({})).toMatchObject({ status: 400, code: 'duplicate-of-missing' });
    expect(await close({ duplicateOf: id })).toMatchObject({ status: 409, code: 'duplicate-of-itself' });
    expect(await close({ duplicateOf: '00000000-0000-8000-8000-000000000000' })).toMatchObject({
      status: 404,
      code: 'case-not-found',
    });
    expect(await close({ duplicateOf: other })).toMatchObject({ status: 200 });
    expect(published('intake.case-closed.v1')?.data).toMatchObject({
      outcome: 'duplicate',
      duplicateOf: { caseId: other },
    });
    expect(published('intake.case-merged.v1')?.data).toMatchObject({ part: 'survivor', mergedId: id });
  });

  test('is not one of a case that is over', async () => {
    const [id, other] = [await registered(), await registered()];
    await ask('clerk', `/${other}/withdraw`, {});
    expect(await ask('clerk', `/${id}/close`, { outcome: 'duplicate', duplicateOf: other })).toMatchObject({
      code: 'duplicate-of-closed',
    });
  });

  test('that was closed as one stays one when the request is sent again, also after the other case is over', async () => {
    const [id, other] = [await registered(), await registered()];
    const close = (key?: string) =>
      ask('clerk', `/${id}/close`, { outcome: 'duplicate', duplicateOf: other }, key);
    const first = await close('close-once');
    expect(first).toMatchObject({ status: 200, body: { state: 'closed' } });
    await ask('clerk', `/${other}/close`, { outcome: 'explained' });
    const told = memory.messages('mulin.intake').length;
    expect(await close('close-once')).toEqual(first);
    expect(await close()).toEqual(first);
    expect(memory.messages('mulin.intake')).toHaveLength(told);
  });

  test('of one case is not made one of another by closing it again', async () => {
    const [id, other, third] = [await registered(), await registered(), await registered()];
    const close = (duplicateOf: string) =>
      ask('clerk', `/${id}/close`, { outcome: 'duplicate', duplicateOf });
    expect(await close(other)).toMatchObject({ status: 200 });
    expect(await close(third)).toMatchObject({ status: 409, code: 'case-closed' });
  });

  test('is the only close that names another case', async () => {
    const [id, other] = [await registered(), await registered()];
    await isTaken(id);
    await isFinished(id);
    for (const outcome of ['done', 'explained'])
      expect(await ask('clerk', `/${id}/close`, { outcome, duplicateOf: other })).toMatchObject({
        status: 400,
        code: 'duplicate-of-not-asked',
      });
    expect(await ask('clerk', `/${id}/close`, { outcome: 'done' })).toMatchObject({ status: 200 });
  });

  test('is not one of a case of the archive, which nobody answers', async () => {
    const [id, other] = [await registered(), await archived('1')];
    expect(await ask('clerk', `/${id}/close`, { outcome: 'duplicate', duplicateOf: other })).toMatchObject({
      status: 409,
      code: 'duplicate-of-archived',
    });
  });
});

describe('A case of the archive', () => {
  const decline = { reason: 'not-a-public-matter', door: 'county-court' };
  const urgent = { reason: 'wrong-urgency', urgency: 'urgent' };

  test.each([
    ['declined', '/decline', decline],
    ['withdrawn', '/withdraw', {}],
    ['corrected', '/reclassify', urgent],
    ['explained', '/close', { outcome: 'explained' }],
    ['closed as a duplicate', '/close', { outcome: 'duplicate', duplicateOf: 'of a live one' }],
  ])('that nobody had closed is history, and is not %s', async (said, path, body) => {
    const id = await archived(said);
    const other = await registered();
    const named = 'duplicateOf' in body ? { ...body, duplicateOf: other } : body;
    expect(await ask('clerk', `/${id}${path}`, named)).toMatchObject({ status: 409, code: 'archived-case' });
    expect(await ask('clerk', `/${id}`)).toMatchObject({ status: 200, body: { state: 'registered' } });
  });
});

describe('To close', () => {
  test.each(['declined', 'withdrawn'])('is no way to say that a case is %s', async (outcome) => {
    expect(await ask('clerk', `/${await registered()}/close`, { outcome })).toMatchObject({
      status: 409,
      code: 'not-by-closing',
    });
  });

  test('a resident’s withdrawal is their word, also where the desk wrote it down', async () => {
    const own = await registered('wang');
    await ask('wang', `/${own}/withdraw`, {});
    expect(published()?.data).toEqual({ cycle: 1, recordedBy: 'resident' });
    await ask('clerk', `/${await registered()}/withdraw`, {});
    expect(published()?.data).toEqual({ cycle: 1, recordedBy: 'desk' });
  });
});

describe('The person', () => {
  test('can be corrected: words and place are kept for who asked, and the desk reaches them', async () => {
    const id = await registered('clerk', { phone: '0532-5550100', place: { lat: 36.4, lon: 119.7 } });
    const to = { reason: 'wrong-person', phone: '0532-5550199', name: '周明' };
    expect(await ask('clerk', `/${id}/reclassify`, to)).toMatchObject({ status: 200 });
    expect(published()?.data).toMatchObject({ reason: 'wrong-person' });
    const { body } = await ask('clerk', `/${id}/words?purpose=call-back`);
    expect(body).toEqual({
      words: 'what is due when',
      place: { lat: 36.4, lon: 119.7 },
      contact: { phone: '0532-5550199', name: '周明' },
    });
    expect(memory.readings().some(({ purpose }) => purpose === 'correction')).toBe(true);
    expect(JSON.stringify(memory.messages('mulin.intake'))).not.toMatch(/5550199|周明/);
  });
});

describe('Whoever reported what they saw on their way', () => {
  const abroad = { leg: 1, member: 'chen', area: 'mu/west/v/g/m9' };

  test('adds to it and reads what was added, whoever has the order, and nobody of their role else', async () => {
    const id = await registered('li', { place: { lat: 36.4, lon: 119.7 } });
    await heard('routing.order-offered.v1', id, abroad);
    expect(await ask('li', `/${id}/additions`, { words: 'The road is blocked.' })).toMatchObject({
      status: 200,
    });
    const { body } = await ask('li', `/${id}/additions?purpose=answering`);
    expect(body['items']).toMatchObject([{ kind: 'note', words: 'The road is blocked.' }]);
    expect(await ask('ding', `/${id}/additions`, { words: 'So say I.' })).toMatchObject({
      status: 403,
      code: 'not-your-case',
    });
    expect(await ask('li', `/${id}/words?purpose=supervision`)).toMatchObject({ status: 403 });
  });

  test('adds nothing to what somebody else reported', async () => {
    const id = await registered('ding');
    await heard('routing.order-offered.v1', id, abroad);
    expect(await ask('li', `/${id}/additions`, { words: 'So say I.' })).toMatchObject({ status: 403 });
  });

  test.each([{ phone: '0532-5550123' }, { name: '周明' }])(
    'adds nothing to what they wrote down for somebody else, and reads nothing of it: %j',
    async (neighbour) => {
      const id = await registered('li', neighbour);
      await heard('routing.order-offered.v1', id, abroad);
      expect(await ask('li', `/${id}/additions`, { words: 'So say I.' })).toMatchObject({ status: 403 });
      expect(await ask('li', `/${id}/additions?purpose=answering`)).toMatchObject({ status: 403 });
    },
  );

  test('adds nothing and reads nothing while it is noted as somebody else’s', async () => {
    const id = await registered('li');
    await heard('routing.order-offered.v1', id, abroad);
    await ask('clerk', `/${id}/reclassify`, { reason: 'wrong-person', phone: '0532-5550124' });
    expect(await ask('li', `/${id}/additions`, { words: 'So say I.' })).toMatchObject({ status: 403 });
    expect(await ask('li', `/${id}/additions?purpose=answering`)).toMatchObject({ status: 403 });
    await ask('clerk', `/${id}/reclassify`, { reason: 'wrong-person', isFirstPerson: true });
    expect((await ask('li', `/${id}/additions?purpose=answering`)).status).toBe(200);
  });

  test('reads nothing once a name is noted for it: what is added may be that person’s', async () => {
    const id = await registered('li');
    await heard('routing.order-offered.v1', id, abroad);
    await ask('clerk', `/${id}/reclassify`, { reason: 'wrong-person', name: '张三' });
    expect(await ask('li', `/${id}/additions?purpose=answering`)).toMatchObject({ status: 403 });
  });

  test('adds nothing once it is over', async () => {
    const id = await registered('li');
    await ask('clerk', `/${id}/close`, { outcome: 'explained' });
    expect(await ask('li', `/${id}/additions`, { words: 'And yet.' })).toMatchObject({
      code: 'case-is-over',
    });
  });
});

describe('Whoever was told of a deadline', () => {
  const notice = { to: 'grid-leader', area: 'mu/east/v/g/m1', insteadOf: [] };

  test('reads the case and its words with a purpose, in their own area, and nobody else does', async () => {
    const id = await registered();
    expect(await ask('leader', `/${id}`)).toMatchObject({ status: 403, code: 'not-your-case' });
    await heard('sla-timer.case-warned.v2', id, notice);
    expect(await ask('leader', `/${id}`)).toMatchObject({ status: 200 });
    const words = await ask('leader', `/${id}/words?purpose=supervision`);
    expect(words.body).toMatchObject({ words: 'what is due when' });
    expect(memory.readings().at(-1)).toMatchObject({ actor: 'leader-1', purpose: 'supervision' });
    expect(await ask('elsewhere', `/${id}`)).toMatchObject({ status: 403 });
    expect(await ask('secretary', `/${id}/words?purpose=supervision`)).toMatchObject({ status: 403 });
    expect(await ask('leader', `/${id}/words`)).toMatchObject({ status: 400 });
  });

  test('reads no more of it when it does not concern them any more', async () => {
    const id = await registered();
    await heard('sla-timer.case-escalated.v2', id, notice);
    await heard('sla-timer.escalation-revoked.v2', id, { to: 'grid-leader' });
    expect(await ask('leader', `/${id}`)).toMatchObject({ status: 403 });
  });

  test('and is left with a warning of it, reads it still', async () => {
    const id = await registered();
    await heard('sla-timer.case-escalated.v2', id, notice);
    await heard('sla-timer.escalation-revoked.v2', id, {
      to: 'grid-leader',
      because: 'moved',
      left: 'warning',
    });
    expect(await ask('leader', `/${id}`)).toMatchObject({ status: 200 });
  });

  test('reads it while it lies where they were told of it; those of where it went are told for themselves', async () => {
    const id = await registered();
    const offered = (nth: number, area: string) =>
      heard('routing.order-offered.v1', id, { ...leg, leg: nth, area });
    await offered(1, 'mu/east/v/g/m1');
    await heard('sla-timer.case-escalated.v2', id, { ...notice, clock: 'complete/1' });
    expect(await ask('leader', `/${id}`)).toMatchObject({ status: 200 });
    await offered(2, 'mu/west/v/g/m9');
    for (const who of ['leader', 'elsewhere']) expect((await ask(who, `/${id}`)).status).toBe(403);
    const there = { ...notice, clock: 'complete/1', area: 'mu/west/v/g/m9' };
    await heard('sla-timer.case-escalated.v2', id, there);
    expect(await ask('elsewhere', `/${id}`)).toMatchObject({ status: 200 });
    expect(await ask('leader', `/${id}`)).toMatchObject({ status: 403 });
    await offered(3, 'mu/east/v/g/m1');
    expect(await ask('leader', `/${id}`)).toMatchObject({ status: 200 });
  });

  test('while nobody knows where it lies is every secretary and the town leader, and then those of there', async () => {
    const id = await registered();
    const readers = async () => {
      const all = ['secretary', 'west', 'town', 'leader'];
      const read = await Promise.all(all.map(async (who) => [who, (await ask(who, `/${id}`)).status]));
      return read.filter(([, status]) => status === 200).map(([who]) => who);
    };
    for (const to of ['community-secretary', 'town-leader', 'grid-leader'])
      await heard('sla-timer.case-escalated.v2', id, { to, area: null, insteadOf: [] });
    expect(await readers()).toEqual(['secretary', 'west', 'town']);
    await heard('routing.order-offered.v1', id, { ...leg, area: 'mu/east/v/g/m1' });
    expect(await readers()).toEqual(['secretary', 'town', 'leader']);
  });

  test.each(['before', 'after'])(
    'is also who was told by an older program, heard %s the offer',
    async (when) => {
      const id = await registered();
      const offered = () => heard('routing.order-offered.v1', id, { ...leg, area: 'mu/east/v/g/m1' });
      if (when === 'after') await offered();
      await heard('sla-timer.case-warned.v1', id, { to: 'grid-leader', clock: 'complete/1' });
      await heard('sla-timer.case-escalated.v1', id, { to: 'community-secretary', clock: 'complete/1' });
      if (when === 'before') await offered();
      expect((await ask('leader', `/${id}`)).status).toBe(200);
      expect((await ask('secretary', `/${id}/words?purpose=supervision`)).status).toBe(200);
      expect((await ask('west', `/${id}`)).status).toBe(403);
      const back = { to: 'community-secretary', clock: 'complete/1' };
      await heard('sla-timer.escalation-revoked.v1', id, back);
      expect((await ask('secretary', `/${id}`)).status).toBe(403);
    },
  );

  test('the arbiter reads what lies before them', async () => {
    const id = await registered();
    await heard('routing.order-left-to-arbiter.v1', id, { area: 'mu/east' });
    expect(await ask('secretary', `/${id}`)).toMatchObject({ status: 200 });
    expect(await ask('secretary', `/${id}/words?purpose=supervision`)).toMatchObject({ status: 200 });
  });

  test.each([
    ['declined', '/decline', { reason: 'before-a-court', door: 'county-court' }],
    ['withdrawn', '/withdraw', {}],
    ['closed', '/close', { outcome: 'explained' }],
  ])('reads no more of it when it is %s: nothing waits for them any more', async (_, path, body) => {
    const id = await registered();
    await heard('sla-timer.case-escalated.v2', id, notice);
    await heard('routing.order-left-to-arbiter.v1', id, { area: notice.area });
    for (const who of ['leader', 'secretary'])
      expect(await ask(who, `/${id}/words?purpose=supervision`)).toMatchObject({ status: 200 });
    expect(await ask('clerk', `/${id}${path}`, body)).toMatchObject({ status: 200 });
    const before = memory.readings().length;
    for (const who of ['leader', 'secretary'])
      for (const what of ['', '/words?purpose=supervision'])
        expect(await ask(who, `/${id}${what}`)).toMatchObject({ status: 403, code: 'case-is-over' });
    expect(memory.readings()).toHaveLength(before);
    expect(await ask('elsewhere', `/${id}`)).toMatchObject({ status: 403, code: 'not-your-case' });
    expect(await ask('clerk', `/${id}/words?purpose=verification`)).toMatchObject({ status: 200 });
  });

  test('reads nothing of a case that was over when they were told late', async () => {
    const id = await registered();
    await ask('clerk', `/${id}/close`, { outcome: 'explained' });
    await heard('sla-timer.case-escalated.v2', id, notice);
    expect(await ask('leader', `/${id}`)).toMatchObject({ status: 403, code: 'case-is-over' });
  });

  test('an auditor reads the case and not the words', async () => {
    const id = await registered();
    expect(await ask('auditor', `/${id}`)).toMatchObject({ status: 200 });
    expect(await ask('auditor', `/${id}/words?purpose=supervision`)).toMatchObject({ status: 403 });
  });
});

describe('Whoever has come to help', () => {
  const add = (who: string, id: string) => ask(who, `/${id}/additions`, { words: 'The second one, too.' });
  const read = (who: string, id: string) => ask(who, `/${id}/additions?purpose=answering`);
  const help = (id: string, what: 'joined' | 'finished' | 'released', member: string, call = 1) =>
    heard(`routing.helper-${what}.v1`, id, { cycle: 1, call, member });
  const inEast = async () => {
    const id = await registered();
    await heard('routing.order-offered.v1', id, { ...leg, area: 'mu/east/v/g/m1' });
    return id;
  };

  test.each([
    ['ding', 'volunteer-ding'],
    ['tan', 'works-tan'],
  ])('%s adds notes to the case and reads what was added, until their part is done', async (who, account) => {
    const id = await inEast();
    expect((await add(who, id)).status).toBe(403);
    await help(id, 'joined', account);
    expect((await add(who, id)).status).toBe(200);
    expect((await read(who, id)).status).toBe(200);
    await help(id, 'finished', account);
    for (const asked of [await add(who, id), await read(who, id)])
      expect(asked).toMatchObject({ status: 403, code: 'not-your-case' });
  });

  test('nobody helps whose help was over before their coming was heard, or whose case is over', async () => {
    const id = await inEast();
    await help(id, 'released', 'volunteer-ding');
    await help(id, 'joined', 'volunteer-ding');
    expect((await add('ding', id)).status).toBe(403);
    await help(id, 'joined', 'volunteer-ding', 2);
    expect((await add('ding', id)).status).toBe(200);
    await ask('clerk', `/${id}/withdraw`, {});
    expect(await add('ding', id)).toMatchObject({ code: 'case-is-over' });
  });
});
