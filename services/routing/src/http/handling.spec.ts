/** One case, as the people meet it who work on it: over HTTP. */
import { describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { day, hour, minute, personId, plus } from '@mulin/kernel';
import { call, everythingTold, inA, memory, now, registered } from './orders.testing.js';

type Told = Readonly<{ type: string; subject: string; time: string; data: Record<string, unknown> }>;

const toldOf = (caseId: string): readonly Told[] =>
  (memory.messages('mulin.routing') as readonly Told[]).filter(({ subject }) => subject === caseId);
const last = (caseId: string): Told | undefined => toldOf(caseId).at(-1);

/** Offered to the grid member of micro-grid a, who has taken it. */
const taken = async (): Promise<string> => {
  const id = await registered(inA);
  expect(await call('a', `orders/${id}/take`, {})).toMatchObject({ status: 200 });
  return id;
};

describe('Contact and progress', () => {
  test('are told with who, how and by whose clock', async () => {
    const id = await taken();
    expect(await call('a', `orders/${id}/contact`, { manner: 'face-to-face' })).toMatchObject({
      status: 200,
    });
    expect(last(id)).toMatchObject({
      type: 'routing.contact-made.v1',
      time: now(),
      data: { leg: 1, manner: 'face-to-face' },
    });
    expect(last(id)?.data).not.toHaveProperty('timedBy');
    const at = plus(now(), 3 * minute);
    expect(await call('a', `orders/${id}/progress`, { words: '已通知清运队', at })).toMatchObject({
      status: 200,
    });
    expect(last(id)).toMatchObject({
      type: 'routing.progress-reported.v1',
      time: at,
      data: { content: 'text', counts: true, timedBy: 'device' },
    });
  });

  test('the same words for the third time running do not count, and no event shows them', async () => {
    const id = await taken();
    const counts = [];
    for (const [nth, words] of ['还在办理。', '还在 办理', '还在办理!!'].entries()) {
      await call('a', `orders/${id}/progress`, { words, at: plus(now(), nth * minute) });
      counts.push(last(id)?.data['counts']);
    }
    expect(counts).toEqual([true, true, false]);
    expect(await everythingTold()).not.toContain('还在');
  });

  test.each([
    ['of somebody else', 'b', { manner: 'phone' }, 403, 'not-your-order'],
    ['in a way nobody knows', 'a', { manner: 'pigeon' }, 400, 'malformed'],
    [
      'by a clock that is a day behind the take',
      'a',
      { manner: 'phone', at: plus(now(), -hour) },
      409,
      'before-it-began',
    ],
    ['by a clock that is a day ahead', 'a', { manner: 'phone', at: plus(now(), day) }, 409, 'device-time'],
    [
      'by a clock that is a week behind',
      'a',
      { manner: 'phone', at: plus(now(), -7 * day) },
      409,
      'device-time',
    ],
  ])('%s is refused and changes nothing', async (_, who, body, status, code) => {
    const id = await taken();
    const before = toldOf(id).length;
    expect(await call(who, `orders/${id}/contact`, body)).toMatchObject({ status, body: { code } });
    expect(toldOf(id)).toHaveLength(before);
  });
});

test('a take without signal is told with the time of the phone', async () => {
  const id = await registered(inA);
  expect(await call('a', `orders/${id}/take`, { at: now() })).toMatchObject({ status: 200 });
  expect(last(id)).toMatchObject({
    type: 'routing.order-taken.v1',
    time: now(),
    data: { timedBy: 'device' },
  });
});

describe('Looking whether it is done', () => {
  const finished = async (): Promise<string> => {
    const id = await taken();
    expect(await call('a', `orders/${id}/finish`, { result: 'solved', words: '已清运' })).toMatchObject({
      status: 200,
    });
    return id;
  };

  test('refused it goes on in the hands of its holder; finished again and confirmed it waits for a call', async () => {
    const id = await finished();
    const refusal = { outcome: 'refused', reason: 'no-proof', words: '没有照片' };
    expect(await call('leader', `orders/${id}/verify`, refusal)).toMatchObject({
      status: 200,
      body: { state: 'taken', leg: 1, result: null },
    });
    expect(last(id)).toMatchObject({
      type: 'routing.finish-refused.v1',
      data: { round: 1, reason: 'no-proof', finishedAt: now() },
    });
    await call('a', `orders/${id}/finish`, { result: 'solved' });
    expect(await call('leader', `orders/${id}/verify`, { outcome: 'confirmed' })).toMatchObject({
      body: { state: 'verified', result: 'solved' },
    });
    expect(last(id)).toMatchObject({
      type: 'routing.order-verified.v1',
      data: { round: 2, handlers: [expect.stringContaining('hetou-1-a')] },
    });
  });

  test.each([
    ['by whoever did it', 'a', { outcome: 'confirmed' }, 403],
    ['by the leader of another grid', 'elsewhere', { outcome: 'confirmed' }, 403],
    ['without a reason', 'leader', { outcome: 'refused' }, 400],
    ['with a reason for what is done', 'leader', { outcome: 'confirmed', reason: 'no-proof' }, 400],
  ])('%s nothing is confirmed or refused', async (_, who, body, status) => {
    const id = await finished();
    const before = toldOf(id).length;
    expect(await call(who, `orders/${id}/verify`, body)).toMatchObject({ status });
    expect(toldOf(id)).toHaveLength(before);
  });
});

describe('Handing over, by the rosters of a town pack', () => {
  const handed = async (to: string, reason = 'beyond-my-power') => {
    const id = await taken();
    const { status, body } = await call('a', `orders/${id}/hand-over`, { to, reason });
    return { status, code: body['code'], offered: last(id)?.data };
  };

  test('a village has its committee, a community its secretary, the town its leader', async () => {
    const village = 'mu/dongguan/hetou';
    expect(await handed(village)).toMatchObject({
      status: 200,
      offered: { member: `village-committee@${village}`, unit: village, because: 'handed-over' },
    });
    expect(await handed('mu/dongguan')).toMatchObject({
      status: 200,
      offered: { member: 'community-secretary@mu/dongguan' },
    });
    expect(await handed('mu')).toMatchObject({ status: 200, offered: { member: 'town-leader@mu' } });
  });

  test('what needs another unit goes to the committee of the village', async () => {
    const id = await taken();
    await call('a', `orders/${id}/return`, { reason: 'needs-other-unit' });
    expect(last(id)?.data).toMatchObject({
      member: 'village-committee@mu/dongguan/hetou',
      unit: 'mu/dongguan/hetou',
    });
  });
});

describe('Said in the same minute of a phone', () => {
  test('two reports of other words are two, and the same ones are one', async () => {
    const id = await taken();
    const at = plus(now(), 3 * minute);
    const say = (words: string) => call('a', `orders/${id}/progress`, { words, at });
    const before = toldOf(id).length;
    for (const words of ['已联系水暖工', '管道已更换', '管道已更换'])
      expect((await say(words)).status).toBe(200);
    expect(toldOf(id).length - before).toBe(2);
  });

  test('that nobody was there and that somebody answered the phone are two contacts', async () => {
    const id = await taken();
    const at = plus(now(), 3 * minute);
    const before = toldOf(id).length;
    for (const manner of ['nobody-there', 'phone', 'phone'])
      expect((await call('a', `orders/${id}/contact`, { manner, at })).status).toBe(200);
    expect(
      toldOf(id)
        .slice(before)
        .map(({ data }) => data['manner']),
    ).toEqual(['nobody-there', 'phone']);
  });

  test('what is added to a finish that was told already is refused, not dropped', async () => {
    const id = await taken();
    const finish = (body: object) => call('a', `orders/${id}/finish`, { result: 'solved', ...body });
    expect((await finish({})).status).toBe(200);
    expect((await finish({})).status).toBe(200);
    expect(await finish({ words: '补充说明' })).toMatchObject({
      status: 409,
      body: { code: 'order-finished' },
    });
  });
});

/** Whoever serves in micro-grid a. */
const member = 'grid-member@mu/dongguan/hetou/hetou-1/hetou-1-a';

/** Sends a photo as intake keeps it. */
const photoSent = async (by: string, caseId: string | null): Promise<string> => {
  const photoId = randomUUID();
  const content = { jpeg: '', width: 1, height: 1, sent: 'digest', person: 'zhou', by, caseId };
  await memory.platform
    .vault('intake', { kinds: [], purposes: [] })
    .keep([{ id: photoId, person: personId('zhou'), kind: 'photo', content }]);
  return photoId;
};

test('a photo of the work shows something: of this case, and by whoever had a hand in it', async () => {
  const id = await taken();
  const own = await photoSent(member, id);
  expect(await call('a', `orders/${id}/progress`, { photoIds: [own] })).toMatchObject({ status: 200 });
  expect(last(id)?.data).toMatchObject({ content: 'photo', counts: true });
});

test('a photo that nobody has sent shows nothing, nor one of another case, of a stranger or of whoever asked', async () => {
  const id = await taken();
  const before = toldOf(id).length;
  const others = [
    randomUUID(),
    await photoSent(member, await registered(inA)),
    await photoSent(member, null),
    await photoSent('resident', id),
  ];
  for (const photoIds of others.map((other) => [other]))
    for (const [path, body] of [
      ['progress', {}],
      ['finish', { result: 'solved' }],
    ] as const)
      expect(await call('a', `orders/${id}/${path}`, { ...body, photoIds })).toMatchObject({
        status: 404,
        body: { code: 'photo-unknown' },
      });
  expect(toldOf(id)).toHaveLength(before);
});
