/** The pack stands by itself, and yet says the words of the contracts: only the host sees both. */
import { expect, test } from '@jest/globals';
import * as contracts from '@mulin/contracts';
import * as pack from '@mulin/pack';

test('the files of a pack and the events of a town have the same nets, urgencies and addressees', () => {
  expect(pack.nets).toEqual(contracts.nets);
  expect(pack.urgencies).toEqual(contracts.urgencies);
  expect(pack.addressees).toEqual(contracts.addressees);
  expect(['grid-member', ...pack.leaderRoles]).toEqual(contracts.ladderRoles);
});
