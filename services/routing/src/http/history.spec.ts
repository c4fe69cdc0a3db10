/** What became of an order, as those see it who may: over HTTP. */
import { describe, expect, test } from '@jest/globals';
import { minute, plus } from '@mulin/kernel';
import { call, inA, memory, now, registered } from './orders.testing.js';

const member = 'grid-member@mu/dongguan/hetou/hetou-1/hetou-1-a';
const committee = 'village-committee@mu/dongguan/hetou';
/** Noon of a Monday, by the clock of the town. */
const noon = '2026-03-02T12:00:00+08:00';
const later = (minutes: number) => plus(now(), minutes * minute);

describe('The legs of an order', () => {
  test('say who had it from when until when, and who helped beside', async () => {
    const id = await registered(inA);
    await call('a', `orders/${id}/take`, {});
    await call('a', `orders/${id}/helpers`, { unit: 'mu/dongguan/hetou' });
    await call('committee', `orders/${id}/helpers/1/join`, { at: later(2) });
    await call('committee', `orders/${id}/helpers/1/finish`, { at: later(3) });
    await call('a', `orders/${id}/finish`, { result: 'solved', at: later(4) });
    expect((await call('a', `orders/${id}/legs`)).body).toEqual({
      caseId: id,
      number: expect.any(String),
      cycles: [
        {
          cycle: 1,
          from: noon,
          to: null,
          legs: [
            {
              leg: 1,
              holder: member,
              unit: null,
              microGrid: 'hetou-1-a',
              because: 'registered',
              from: noon,
              takenAt: noon,
              to: '2026-03-02T12:04:00+08:00',
              ended: 'finished',
              paused: 0,
              worked: null,
            },
          ],
          unheld: [{ why: 'to-verify', from: '2026-03-02T12:04:00+08:00', to: null }],
          helpers: [
            {
              call: 1,
              holder: committee,
              unit: 'mu/dongguan/hetou',
              from: noon,
              joinedAt: '2026-03-02T12:02:00+08:00',
              to: '2026-03-02T12:03:00+08:00',
              ended: 'finished',
              worked: null,
            },
          ],
        },
      ],
    });
  });

  test('are shown to whoever may read the order', async () => {
    const id = await registered(inA);
    expect(await call('leader', `orders/${id}/legs`)).toMatchObject({ status: 200 });
    for (const who of ['afar', 'b', 'volunteer', 'resident'])
      expect(await call(who, `orders/${id}/legs`)).toMatchObject({ status: 403 });
    expect(await call('a', 'orders/mu-2026-999999/legs')).toMatchObject({ status: 404 });
  });
});

describe('What was reported', () => {
  const reported = async () => {
    const id = await registered(inA);
    await call('a', `orders/${id}/take`, {});
    await call('a', `orders/${id}/progress`, { words: '已通知清运队' });
    await call('a', `orders/${id}/helpers`, { unit: 'mu/dongguan/hetou', task: '请协助联系住户' });
    return id;
  };
  const wordsIn = (answer: Awaited<ReturnType<typeof call>>) =>
    (answer.body['items'] as { about: string; words: string }[]).map(({ about, words }) => [about, words]);

  test('is read by its holder and its helpers, as it was said, and each reading is on record', async () => {
    const id = await reported();
    const expected = [
      ['progress', '已通知清运队'],
      ['help', '请协助联系住户'],
    ];
    expect(wordsIn(await call('a', `orders/${id}/reports?purpose=answering`))).toEqual(expected);
    expect(wordsIn(await call('committee', `orders/${id}/reports?purpose=answering`))).toEqual(expected);
    const { items } = await memory.platform.readings.list({ about: id, limit: 10 });
    const read = items.map(({ actor, kind, purpose }) => `${actor} ${kind} ${purpose}`);
    expect(read.sort()).toEqual(
      [member, member, committee, committee].map((it) => `${it} report answering`).sort(),
    );
  });

  test('of a finish and of what a verifier found, stands with it', async () => {
    const id = await registered(inA);
    await call('a', `orders/${id}/take`, {});
    await call('a', `orders/${id}/finish`, { result: 'solved', words: '已清运' });
    await call('leader', `orders/${id}/verify`, {
      outcome: 'refused',
      reason: 'no-proof',
      words: '没有照片',
    });
    expect(wordsIn(await call('a', `orders/${id}/reports?purpose=answering`))).toEqual([
      ['finish', '已清运'],
      ['refusal', '没有照片'],
    ]);
  });

  test.each([
    ['by who has no part in it', 'b', 'answering', 403],
    ['by who leads there and was told of nothing', 'leader', 'supervision', 403],
    ['by who leads elsewhere', 'afar', 'supervision', 403],
    ['for no purpose', 'a', '', 400],
    ['for a purpose that is none', 'a', 'curiosity', 400],
  ])('is not read %s', async (_, who, purpose, status) => {
    const id = await reported();
    expect(await call(who, `orders/${id}/reports?purpose=${purpose}`)).toMatchObject({ status });
  });
});
