import { expect, test } from '@jest/globals';
import { nearTo } from './menu.js';

const items = [
  { id: 'street-lamp', name: { zh: '路灯照明', en: 'Street lamps' } },
  { id: 'manhole-cover', name: { zh: '井盖', en: 'Manhole covers' } },
  { id: 'consultation', name: { zh: '政策咨询', en: 'Consultation' } },
];

test.each([
  ['路灯', ['street-lamp']],
  ['manhole', ['manhole-cover']],
  ['Street_Lamp', ['street-lamp']],
  ['housing', []],
])('near to %s are %j', (word, ids) => {
  expect(nearTo(word, items).map(({ id }) => id)).toEqual(ids);
});
