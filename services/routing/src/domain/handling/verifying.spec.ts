import { describe, expect, test } from '@jest/globals';
import { type Actor, type Area, fold, type Role } from '@mulin/kernel';
import { scenarios } from '@mulin/testing';
import * as Order from '../order/order.js';
import { tiesOf } from '../order/order-access.js';
import { at, demand, inHands, leg, li, offeredToLi, over, takenByLi } from './handling.testing.js';

const scenario = scenarios(Order.decider);
/** Areas come from accounts as paths. */
const actor = (id: string, role: Role, area: string): Actor => ({ id, role, area: area as Area });
const gao = actor('verifier-gao', 'verifier', 'mu/c1');
const bai = actor('verifier-bai', 'verifier', 'mu/c2');
const qian = actor('leader-qian', 'grid-leader', 'mu/c1/v1/g1');
const liAsLeader = actor('li-wei', 'grid-leader', 'mu/c1/v1/g1');
const member = actor('zhang-min', 'grid-member', 'mu/c1/v1/g1/m1');

const known = { number: demand.number, area: li.area, handlers: ['li-wei'] };
const finishedByLi: Order.Event = {
  type: 'OrderFinished',
  data: { ...leg, result: 'solved', ...known, round: 1, finishedAt: at(5) },
};
const looked = { number: demand.number, cycle: 1, leg: 1, round: 1, verifier: 'verifier-gao' };
const verified: Order.Event = {
  type: 'OrderVerified',
  data: {
    ...looked,
    result: 'solved',
    area: li.area,
    handlers: ['li-wei'],
    verifiedAt: at(9),
  },
};
const refusedBy = (verifier: string, round = 1): Order.Event => ({
  type: 'FinishRefused',
  data: { ...looked, verifier, round, reason: 'partly-done', finishedAt: at(5), refusedAt: at(9) },
});
const notDone = { outcome: 'refused', reason: 'partly-done' } as const;
const done = { outcome: 'confirmed' } as const;
const finished = [...inHands, finishedByLi];

describe('Words of whoever looks', () => {
  scenario('are kept with what they confirm')
    .given(...finished)
    .at(at(9))
    .when(Order.verify(gao, { ...done, wordsId: 'seen-1' }))
    .then({ ...verified, data: { ...verified.data, wordsId: 'seen-1' } } as Order.Event);
  scenario('and with what they refuse')
    .given(...finished)
    .at(at(9))
    .when(Order.verify(gao, { ...notDone, wordsId: 'why-1' }))
    .then({
      ...refusedBy('verifier-gao'),
      data: { ...refusedBy('verifier-gao').data, wordsId: 'why-1' },
    } as Order.Event);
  scenario('of somebody else who confirms it once more come too late')
    .given(...finished, verified)
    .when(Order.verify(actor('verifier-hu', 'verifier', 'mu/c1'), done))
    .thenRejected('order-verified');
  scenario('of whoever confirmed it and refuses it then come too late')
    .given(...finished, verified)
    .when(Order.verify(gao, notDone))
    .thenRejected('order-verified');
});

describe('The finish', () => {
  scenario('says where the case lies, how often it was finished and who had it')
    .given(...inHands)
    .at(at(5))
    .when(Order.finish('li-wei', 'solved'))
    .then(finishedByLi);
  scenario('that was refused leaves it taken: to take it again changes nothing')
    .given(...finished, refusedBy('verifier-gao'))
    .at(at(11))
    .when(Order.take('li-wei'))
    .thenNothing();
  scenario('after a refusal is the second one')
    .given(...finished, refusedBy('verifier-gao'))
    .at(at(11))
    .when(Order.finish('li-wei', 'solved'))
    .then({
      type: 'OrderFinished',
      data: { ...leg, result: 'solved', ...known, round: 2, finishedAt: at(11) },
    });
  scenario('lies after the refusal, whatever the phone says')
    .given(...finished, refusedBy('verifier-gao'))
    .at(at(11))
    .when(Order.finish('li-wei', 'solved', {}, { at: at(8) }))
    .thenRejected('before-it-began');
});

describe('Looking whether it is done', () => {
  scenario('refused before the time that a phone ahead of it gave to the finish, it is refused then')
    .given(...finished)
    .at(at(4))
    .when(Order.verify(gao, notDone))
    .then({
      ...refusedBy('verifier-gao'),
      data: { ...refusedBy('verifier-gao').data, refusedAt: at(5) },
    } as Order.Event);
  scenario('the verifier of the community confirms')
    .given(...finished)
    .at(at(9))
    .when(Order.verify(gao, done))
    .then(verified);
  scenario('the verifier finds half of it, and Li has it again in the same leg')
    .given(...finished)
    .at(at(9))
    .when(Order.verify(gao, notDone))
    .then(refusedBy('verifier-gao'));
  scenario('the grid leader may look, too')
    .given(...finished)
    .at(at(9))
    .when(Order.verify(qian, notDone))
    .then(refusedBy('leader-qian'));
  scenario('confirmed twice by the same is once')
    .given(...finished, verified)
    .when(Order.verify(gao, done))
    .thenEcho();
  scenario('whoever did it does not look, as whatever they come')
    .given(...finished)
    .when(Order.verify(liAsLeader, done))
    .thenRejected('verifies-own-work');
  scenario('a verifier of another community does not')
    .given(...finished)
    .when(Order.verify(bai, done))
    .thenRejected('not-your-area');
  scenario('a grid member does not')
    .given(...finished)
    .when(Order.verify(member, done))
    .thenRejected('not-your-area');
  scenario('there is nothing to look at before it is finished')
    .given(...inHands)
    .when(Order.verify(gao, done))
    .thenRejected('not-finished');
  scenario('nor again, when it was refused')
    .given(...finished, refusedBy('verifier-gao'))
    .when(Order.verify(gao, done))
    .thenRejected('not-finished');
  const merged: Order.Event = { type: 'OrderOver', data: { cycle: 1, because: 'merged', overAt: at(8) } };
  scenario('nor what was finished before a merger that was undone, and is asked of somebody anew')
    .given(
      ...finished,
      merged,
      { type: 'OrderResumed', data: { cycle: 1, resumedAt: at(9) } },
      { ...offeredToLi, data: { ...offeredToLi.data, member: 'zhang-min', leg: 2, offeredAt: at(9) } },
    )
    .when(Order.verify(gao, done))
    .thenRejected('not-finished');
  scenario('what is confirmed is not refused afterwards')
    .given(...finished, verified)
    .when(Order.verify(qian, notDone))
    .thenRejected('order-verified');
  scenario('nor when the case is over')
    .given(...finished, over)
    .when(Order.verify(gao, done))
    .thenRejected('order-over');
  scenario('who refused once may look at the second finish')
    .given(...finished, refusedBy('verifier-gao'), {
      type: 'OrderFinished',
      data: { ...leg, result: 'explained', ...known, round: 2, finishedAt: at(11) },
    })
    .at(at(12))
    .when(Order.verify(gao, done))
    .then({
      type: 'OrderVerified',
      data: {
        ...looked,
        round: 2,
        result: 'explained',
        area: li.area,
        handlers: ['li-wei'],
        verifiedAt: at(12),
      },
    });
});

test('an order that was finished before rounds were counted is looked at as its first', () => {
  const former: Order.Event = {
    type: 'OrderFinished',
    data: { ...leg, result: 'solved', finishedAt: at(5) },
  };
  const state = fold(Order.decider, [offeredToLi, takenByLi, former]);
  expect(Order.verify(gao, done)(state, at(9))).toEqual([verified]);
});

test('whoever had it before the holder has no tie to look at it, and loses none by a confirmation', () => {
  const state = fold(Order.decider, finished);
  expect(tiesOf(state, gao)).toContain('to-verify');
  expect(tiesOf(state, liAsLeader)).not.toContain('to-verify');
});

describe('After the confirmation', () => {
  scenario('nothing is left to take back')
    .given(...finished, verified)
    .when(Order.finish('li-wei', 'solved'))
    .thenRejected('order-finished');
  scenario('the end comes')
    .given(...finished, verified)
    .when(Order.end(1, 'closed', at(20)))
    .then(over);
});
