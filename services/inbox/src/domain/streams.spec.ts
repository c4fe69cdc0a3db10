import { expect, test } from '@jest/globals';
import * as Delivery from './delivery/delivery.js';
import * as Matter from './matter.js';
import * as Recipient from './recipient/recipient.js';

test('what is on record is found under the names it was recorded under', async () => {
  const deciders = [Matter.decider, Delivery.decider, Recipient.decider];
  expect(deciders.map(({ category }) => category)).toEqual(['matter', 'delivery', 'recipient']);
  expect(await Recipient.recipientIdOf('wu')).toBe('8fa41cfa-5b4c-8342-bb38-2dd0d938f220');
});
