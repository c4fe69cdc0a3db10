import { describe, expect, test } from '@jest/globals';
import { type Area, fold, hour, minute, plus } from '@mulin/kernel';
import { scenarios } from '@mulin/testing';
import * as Order from '../order/order.js';
import { at, demand, inHands, leg, li, offeredToLi, over, takenByLi } from './handling.testing.js';
import { substanceOf } from './reports.js';

const scenario = scenarios(Order.decider);
const now = at(8);
const known = { number: demand.number, area: li.area, round: 1, handlers: ['li-wei'] };
const finishedByLi: Order.Event = {
  type: 'OrderFinished',
  data: { ...leg, result: 'solved', finishedAt: at(7) },
};

describe('First contact', () => {
  scenario('Li knocks at the door and meets whoever asked')
    .given(...inHands)
    .at(now)
    .whenLooking(Order.contact('li-wei', 'face-to-face'))
    .then({ type: 'ContactMade', data: { ...leg, manner: 'face-to-face', contactedAt: now } });
  const first: Order.Event = {
    type: 'ContactMade',
    data: { ...leg, manner: 'phone', contactedAt: at(3), timedBy: 'device' },
  };
  scenario('what was said of one moment is said once')
    .given(...inHands, first)
    .at(now)
    .when(Order.contact('li-wei', 'phone', { at: at(3) }))
    .thenNothing();
  scenario('another manner is another contact')
    .given(...inHands, first)
    .at(now)
    .when(Order.contact('li-wei', 'face-to-face', { at: at(3) }))
    .then({
      type: 'ContactMade',
      data: { ...leg, manner: 'face-to-face', contactedAt: at(3), timedBy: 'device' },
    });
  scenario('and so is the same manner at another moment')
    .given(...inHands, first)
    .at(now)
    .when(Order.contact('li-wei', 'phone', { at: at(4) }))
    .then({ type: 'ContactMade', data: { ...leg, manner: 'phone', contactedAt: at(4), timedBy: 'device' } });
  scenario('Li says in the evening when it was, by the clock of her phone')
    .given(...inHands)
    .at(now)
    .when(Order.contact('li-wei', 'phone', { at: at(3) }))
    .then({
      type: 'ContactMade',
      data: { ...leg, manner: 'phone', contactedAt: at(3), timedBy: 'device' },
    });
  scenario('what was not taken is nobody’s to make contact about')
    .given(offeredToLi)
    .when(Order.contact('li-wei', 'phone'))
    .thenRejected('not-taken');
  scenario('Zhang does not have it')
    .given(...inHands)
    .when(Order.contact('zhang-min', 'phone'))
    .thenRejected('not-your-order');
  scenario('after the end nobody is to be contacted')
    .given(...inHands, over)
    .when(Order.contact('li-wei', 'phone'))
    .thenRejected('order-over');
  scenario('nobody is contacted before the order was taken')
    .given(...inHands)
    .at(now)
    .when(Order.contact('li-wei', 'phone', { at: at(1, 30) }))
    .thenRejected('before-it-began');
});

describe('The clock of a device', () => {
  scenario('a take in the morning without signal is judged by when it was')
    .given(offeredToLi)
    .at(now)
    .when(Order.take('li-wei', { at: at(1, 10) }))
    .then({ type: 'OrderTaken', data: { ...leg, takenAt: at(1, 10), timedBy: 'device' } });
  scenario('nobody takes what was not offered yet')
    .given(offeredToLi)
    .at(now)
    .when(Order.take('li-wei', { at: at(0, 59) }))
    .thenRejected('before-it-began');
  scenario('72 hours back is the most')
    .given(offeredToLi)
    .at(plus(at(1), 72 * hour))
    .when(Order.take('li-wei', { at: at(1) }))
    .then({ type: 'OrderTaken', data: { ...leg, takenAt: at(1), timedBy: 'device' } });
  scenario('a minute more than 72 hours is somebody’s memory')
    .given(offeredToLi)
    .at(plus(at(1), 72 * hour + minute))
    .when(Order.take('li-wei', { at: at(1) }))
    .thenRejected('device-time');
  scenario('five minutes ahead is a clock like any')
    .given(...inHands)
    .at(now)
    .when(Order.finish('li-wei', 'solved', {}, { at: plus(now, 5 * minute) }))
    .then({
      type: 'OrderFinished',
      data: { ...leg, result: 'solved', ...known, finishedAt: plus(now, 5 * minute), timedBy: 'device' },
    });
  scenario('a clock that is a day ahead is refused')
    .given(...inHands)
    .at(now)
    .when(Order.finish('li-wei', 'solved', {}, { at: plus(now, 24 * hour) }))
    .thenRejected('device-time');
  scenario('nothing is finished before it was taken')
    .given(...inHands)
    .at(now)
    .when(Order.finish('li-wei', 'solved', {}, { at: at(1, 59) }))
    .thenRejected('before-it-began');
  scenario('what was taken by a clock that is ahead may be finished at once')
    .given(offeredToLi, { type: 'OrderTaken', data: { ...leg, takenAt: at(8, 5), timedBy: 'device' } })
    .at(now)
    .when(Order.finish('li-wei', 'solved'))
    .then({ type: 'OrderFinished', data: { ...leg, result: 'solved', ...known, finishedAt: at(8, 5) } });
  scenario('a take that was said already is taken, whatever the clock says now')
    .given(...inHands)
    .at(plus(now, 100 * hour))
    .when(Order.take('li-wei', { at: at(2) }))
    .thenNothing();
});

const saying = (wordsHash: string, photoIds?: readonly string[]) => ({
  wordsId: 'an-item',
  wordsHash,
  photoIds,
});

/** Whether each of these reports counts, told one after the other. */
const counted = (reports: readonly Parameters<typeof Order.report>[1][]): readonly boolean[] =>
  reports
    .reduce<readonly Order.Event[]>(
      (events, it, hours) => [
        ...events,
        ...Order.report('li-wei', it)(fold(Order.decider, events), plus(now, hours * hour)),
      ],
      inHands,
    )
    .flatMap((event) => (event.type === 'ProgressReported' ? [event.data.counts] : []));

describe('A report of progress', () => {
  scenario('in words says where they lie, and that it counts')
    .given(...inHands)
    .at(now)
    .whenLooking(Order.report('li-wei', saying('a')))
    .then({
      type: 'ProgressReported',
      data: { ...leg, wordsId: 'an-item', wordsHash: 'a', content: 'text', counts: true, reportedAt: now },
    });
  scenario('that is empty is on record and does not count')
    .given(...inHands)
    .at(now)
    .whenLooking(Order.report('li-wei', {}))
    .then({ type: 'ProgressReported', data: { ...leg, content: 'none', counts: false, reportedAt: now } });
  scenario('is not owed any more when it is finished')
    .given(...inHands, finishedByLi)
    .when(Order.report('li-wei', saying('a')))
    .thenRejected('order-finished');

  test('with the same words for the third time running does not count, until others are said', () => {
    expect(counted([saying('a'), saying('a'), saying('a'), saying('a'), saying('b'), saying('a')])).toEqual([
      true,
      true,
      false,
      false,
      true,
      true,
    ]);
  });

  test('that is empty in between makes no others of the same words', () => {
    expect(counted([saying('a'), saying('a'), {}, saying('a')])).toEqual([true, true, false, false]);
  });

  test('with a photo that was not shown before counts, and one that was does not', () => {
    expect(
      counted([saying('a'), saying('a'), saying('a', ['p1']), saying('a', ['p1']), { photoIds: ['p2'] }]),
    ).toEqual([true, true, true, false, true]);
  });

  test.each([
    ['还在办理。', ' 还 在办理！'],
    ['Still Working...', 'still working'],
    ['已派２人', '已派2人'],
  ])('says the same by %j and %j', (one, other) => {
    expect(substanceOf(one)).toBe(substanceOf(other));
  });

  test('of dots alone says nothing', () => {
    expect(substanceOf('…… 。')).toBe('');
    expect(counted([{ wordsId: 'an-item' }])).toEqual([false]);
  });
});

test('what somebody took and when is known of older orders, too', () => {
  expect(fold(Order.decider, [offeredToLi, takenByLi]).holder?.takenAt).toBe(at(2));
});

describe('What the menu demands of a finish', () => {
  const demanded = (proof: { photo?: boolean; words?: boolean }, said: Parameters<typeof Order.finish>[2]) =>
    Order.finish('li-wei', 'solved', said, { demandedFor: (item) => (item === 'sanitation' ? proof : {}) });
  const both = { photo: true, words: true };
  const said = { wordsId: 'w1', wordsHash: 'h1' };

  scenario('without a photo it is refused')
    .given(...inHands)
    .at(at(3))
    .when(demanded(both, said))
    .thenRejected('finish-needs-photo');
  scenario('without words it is refused')
    .given(...inHands)
    .at(at(3))
    .when(demanded(both, { photoIds: ['p1'] }))
    .thenRejected('finish-needs-words');
  scenario('words without a letter say nothing')
    .given(...inHands)
    .at(at(3))
    .when(demanded({ words: true }, { wordsId: 'w1' }))
    .thenRejected('finish-needs-words');
  scenario('whoever does not have it hears that, and nothing of photos')
    .given(offeredToLi)
    .at(at(3))
    .when(demanded(both, {}))
    .thenRejected('not-taken');

  const finishWith = (...photoIds: readonly string[]) => demanded({ photo: true }, { photoIds });
  const after = (events: readonly Order.Event[], decide: ReturnType<typeof demanded>, hours: number) => [
    ...events,
    ...decide(fold(Order.decider, events), at(hours)),
  ];
  const gao = { id: 'gao', role: 'verifier', area: 'mu' as Area } as const;
  const refuse = Order.verify(gao, { outcome: 'refused', reason: 'no-proof' });
  const reported = Order.report('li-wei', { photoIds: ['before'] });
  const refused = [
    [reported, 3],
    [finishWith('before', 'p1'), 4],
    [refuse, 5],
  ] as const;
  const refusedOnce = refused.reduce<readonly Order.Event[]>(
    (events, [decide, hours]) => after(events, decide, hours),
    inHands,
  );

  test('a photo of a report of the same attempt shows it, too', () => {
    expect(refusedOnce.map(({ type }) => type)).toContain('FinishRefused');
  });
  scenario('after a refusal the photos that were shown with it do not show the next attempt')
    .given(...refusedOnce)
    .at(at(6))
    .when(finishWith('p1'))
    .thenRejected('finish-needs-new-photo');
  scenario('nor do those that were reported before')
    .given(...refusedOnce)
    .at(at(6))
    .when(finishWith('before', 'p1'))
    .thenRejected('finish-needs-new-photo');
  scenario('nor does the same picture, sent again as another photo')
    .given(...refusedOnce)
    .at(at(6))
    .when(
      Order.finish(
        'li-wei',
        'solved',
        { photoIds: ['p1-again'] },
        { demandedFor: () => ({ photo: true }), copies: ['p1-again'] },
      ),
    )
    .thenRejected('finish-needs-new-photo');
  test('a new one shows it, with or without those before', () => {
    for (const decide of [finishWith('p2'), finishWith('p1', 'p2')])
      expect(after(refusedOnce, decide, 6).at(-1)?.type).toBe('OrderFinished');
  });
  test('where no photo is demanded, any may be shown', () => {
    expect(after(refusedOnce, demanded({}, { photoIds: ['p1'] }), 6).at(-1)?.type).toBe('OrderFinished');
  });
  test('in the next cycle those of the cycle before show nothing, and count as no report', () => {
    const verified = after(
      after(refusedOnce, finishWith('p2'), 6),
      Order.verify(gao, { outcome: 'confirmed' }),
      7,
    );
    const again = { ...demand, cycle: 2 };
    const anew: readonly Order.Event[] = [
      ...verified,
      {
        type: 'OrderReopened',
        data: { number: demand.number, cycle: 2, because: 'redo', reopenedAt: at(8) },
      },
      { type: 'OrderOffered', data: { ...offeredToLi.data, ...again, offeredAt: at(8) } },
      { type: 'OrderTaken', data: { ...leg, cycle: 2, takenAt: at(9) } },
    ];
    expect(() => after(anew, finishWith('p2'), 10)).toThrow(
      expect.objectContaining({ code: 'finish-needs-new-photo' }),
    );
    const report = after(anew, Order.report('li-wei', { photoIds: ['p2'] }), 10).at(-1);
    expect(report).toMatchObject({ type: 'ProgressReported', data: { counts: false } });
  });

  test.each([
    ['with both', both, { ...said, photoIds: ['p1'] }],
    ['with the photo alone, where only that is demanded', { photo: true }, { photoIds: ['p1'] }],
    ['with nothing, where nothing is demanded', {}, {}],
  ])('%s it is finished', (_, proof, shown) => {
    const events = demanded(proof, shown)(fold(Order.decider, inHands), at(3));
    expect(events.map(({ type }) => type)).toEqual(['OrderFinished']);
  });
});
