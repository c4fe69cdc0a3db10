import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { thingsOf } from './things.js';

const saying = (en: string, zh: string) => ({ description: `${en} · ${zh}` });

test('a field that no table knows is told by what its schema says of it, else by its own name', () => {
  const schema = z.strictObject({
    visits: z.strictObject({
      atLeast: z
        .int()
        .default(1)
        .meta(saying('how often a home is visited; never less', '入户次数；不得更少')),
      inRain: z.boolean().optional(),
    }),
  });
  expect(thingsOf({ visits: { atLeast: 3, inRain: true } }, schema)).toEqual([
    {
      id: '',
      name: { en: '', zh: '' },
      says: [
        {
          id: 'visits/atLeast',
          name: { en: 'how often a home is visited', zh: '入户次数' },
          value: { en: '3', zh: '3' },
        },
        {
          id: 'visits/inRain',
          name: { en: 'in rain', zh: 'in rain' },
          value: { en: 'yes', zh: '是' },
        },
      ],
    },
  ]);
});

test('an entry is the same at another place of its list, and one that stands there twice is two', () => {
  const [day, night] = [
    { id: 'day', calendar: 'town' },
    { id: 'night', calendar: 'duty' },
  ];
  const schema = z.looseObject({});
  const idsOf = (shifts: readonly object[]) =>
    thingsOf({ shifts }, schema).flatMap(({ id, says }) => says.map((it) => `${id} ${it.id}`));
  expect(idsOf([night, day]).sort()).toEqual(idsOf([day, night]));
  expect(idsOf([day, day])).toEqual(['shifts/day calendar', 'shifts/day calendar 2']);
});

test('what says nothing is none', () => {
  expect(thingsOf({ homes: [], map: undefined, committee: null }, z.looseObject({}))).toEqual([]);
});
