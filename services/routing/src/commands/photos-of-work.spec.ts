import { expect, test } from '@jest/globals';
import { commandHandler, instant, newCorrelation, personId } from '@mulin/kernel';
import { memoryPlatform } from '@mulin/service';
import * as Order from '../domain/order/order.js';
import { copiesAmong, photoPurpose } from './photos-of-work.js';

const now = () => instant('2026-05-02T08:00:00Z');
const caseId = '00000000-0000-4000-8000-00000000000a';
const li = { microGrid: 'm1', area: 'mu/c1/v1/g1/m1', member: 'li-wei' };
const leg = { cycle: 1, leg: 1, member: 'li-wei' };
const photo = (nth: number) => `00000000-0000-4000-8000-00000000000${nth}`;

/** Finished with photo 1, which was not enough. */
const refused: readonly Order.Event[] = [
  {
    type: 'OrderOffered',
    data: {
      number: 'n',
      cycle: 1,
      menuItem: 'sanitation',
      net: 'life',
      urgency: 'ordinary',
      ...li,
      leg: 1,
      final: false,
      by: null,
      offeredAt: now(),
    },
  },
  { type: 'OrderTaken', data: { ...leg, takenAt: now() } },
  { type: 'OrderFinished', data: { ...leg, result: 'solved', photoIds: [photo(1)], finishedAt: now() } },
  {
    type: 'FinishRefused',
    data: {
      number: 'n',
      cycle: 1,
      leg: 1,
      round: 1,
      verifier: 'gao',
      reason: 'no-proof',
      finishedAt: now(),
      refusedAt: now(),
    },
  },
];

const townWith = async (events: readonly Order.Event[]) => {
  const { platform } = memoryPlatform({ town: 'mu', zone: 'Asia/Shanghai', now, accounts: {} });
  const orders = commandHandler(platform.eventStore('routing'), Order.decider, now);
  await orders(caseId, () => events, newCorrelation({ town: 'mu', actor: 'li-wei', id: 'once' }));
  const kept = (nth: number, sent: string) => ({
    id: photo(nth),
    person: personId('zhou'),
    kind: 'photo',
    content: { jpeg: '', by: 'li-wei', caseId, sent },
  });
  await platform
    .vault('intake', { kinds: ['photo'], purposes: [] })
    .keep([kept(1, 'one'), kept(2, 'one'), kept(3, 'another')]);
  return { orders, vault: platform.vault('routing', { kinds: ['photo'], purposes: [photoPurpose] }) };
};

test('the picture of a refused finish, sent again under another id, is a copy; another picture is none', async () => {
  const town = await townWith(refused);
  expect(await copiesAmong(town, caseId, [photo(2), photo(3)])).toEqual([photo(2)]);
});

test('of a first attempt nothing is a copy', async () => {
  const town = await townWith(refused.slice(0, 2));
  expect(await copiesAmong(town, caseId, [photo(1), photo(2)])).toEqual([]);
});
