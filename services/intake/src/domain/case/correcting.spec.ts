/** What is noted anew: where the point of a place is shown, how urgent it is, and what the vault need not keep for it. */
import { describe, expect, test } from '@jest/globals';
import { fold, instant, personId } from '@mulin/kernel';
import * as Case from './case.js';
import { type Correction, reclassify } from './correcting.js';

const at = (day: number) => instant(Date.UTC(2026, 2, day));
const point = { lat: 36.3, lon: 119.7 };
const elsewhere = { lat: 36.4, lon: 119.8 };
const demand: Case.Demand = {
  person: personId('p-wang'),
  words: { id: 'words-1', hash: 'h1' },
  contact: null,
  channel: 'hotline-12345',
  menuItem: 'street-lamp',
  net: 'life',
  urgency: 'ordinary',
  itemUrgency: 'ordinary',
  policy: 'ordinary',
  place: { id: 'place-1', hash: 'h2' },
  point,
};
const registered = (more: Partial<Case.Demand> = {}): Case.Event => ({
  type: 'CaseRegistered',
  data: {
    number: 'mu-2026-1',
    demand: { ...demand, ...more },
    reportedAt: at(2),
    reportedBy: 'town',
    registeredAt: at(2),
  },
});
const { point: _, ...unplaced } = demand;
const withoutPoint: Case.Event = {
  ...registered(),
  data: { ...registered().data, demand: unplaced },
} as Case.Event;

/** The menu has lamps and leaks, which are seen by all, and advice, which is not; `bench` it has no more. */
const itemNow: Parameters<typeof reclassify>[2] = (menuItem) =>
  menuItem === 'bench' ? null : { urgency: 'ordinary', public: menuItem !== 'advice' };

const corrected = (change: Correction, before = registered(), menu: typeof itemNow = itemNow) => {
  const [event] = reclassify(change, 'wrong-place', menu)(fold(Case.decider, [before]), at(3));
  if (event?.type !== 'CaseReclassified') throw new Error('a correction was expected');
  return event.data;
};
const place = { id: 'place-2', hash: 'h3' };
const seen = { placeId: 'place-2', point: elsewhere };

describe('The point of a corrected case', () => {
  test('is that of the new place, where that was read and is public', () => {
    expect(corrected({ place, seen }).point).toEqual(elsewhere);
    expect(corrected({ place, seen, menuItem: 'advice' })).not.toHaveProperty('point');
    expect(corrected({ place, seen: { ...seen, placeId: 'place-3' } })).not.toHaveProperty('point');
  });

  test('is not that of another place than it is', () => {
    expect(corrected({ place })).not.toHaveProperty('point');
    expect(corrected({ place: null })).not.toHaveProperty('point');
    expect(corrected({ place }, registered({ place: null }))).not.toHaveProperty('point');
  });

  test('stays as it was published where the place is the same', () => {
    expect(corrected({ menuItem: 'leak' }).point).toEqual(point);
    expect(corrected({ urgency: 'urgent' }).point).toEqual(point);
  });

  test('of an item that the menu has no more stays public if it was, and only for that item', () => {
    const gone = () => null;
    expect(corrected({ urgency: 'urgent' }, registered(), gone).point).toEqual(point);
    expect(corrected({ place, seen }, registered(), gone).point).toEqual(elsewhere);
    expect(corrected({ menuItem: 'bench' })).not.toHaveProperty('point');
    expect(corrected({ place, seen }, withoutPoint, gone)).not.toHaveProperty('point');
    expect(corrected({ place, seen, menuItem: 'bench' }, withoutPoint)).not.toHaveProperty('point');
  });
});

test('A case whose item the menu has no more, and that was registered before the urgency of items was kept, was not raised', () => {
  const { itemUrgency: __, ...older } = demand;
  const before = { ...registered(), data: { ...registered().data, demand: { ...older, urgency: 'urgent' } } };
  const change = { menuItem: 'leak', itemUrgency: 'complex' } as const;
  expect(corrected(change, before as Case.Event, () => null).urgency).toBe('complex');
});

test('Who asked is the first person again only where a mistaken correction of that is put right', () => {
  const [wang, zhou] = [personId('p-wang'), personId('p-zhou')];
  const story = (person: typeof wang): readonly Case.Event[] => [
    registered(),
    ...reclassify({ person }, 'wrong-person', itemNow)(fold(Case.decider, [registered()]), at(3)),
  ];
  const then = (before: readonly Case.Event[], change: Correction) =>
    reclassify(change, 'wrong-person', itemNow)(fold(Case.decider, before), at(4))[0]?.data;
  expect(then(story(zhou), { person: wang })).toMatchObject({ person: wang, isFirstPerson: true });
  expect(then(story(zhou), { person: personId('p-sun') })).not.toHaveProperty('isFirstPerson');
  expect(then(story(zhou), { urgency: 'urgent' })).not.toHaveProperty('isFirstPerson');
  expect(then([registered()], { person: wang, urgency: 'urgent' })).not.toHaveProperty('isFirstPerson');
});

test('What is left behind by corrections, and everybody who was noted as asking, is remembered', () => {
  const known = (...changes: readonly Correction[]) => {
    const events = changes.reduce<readonly Case.Event[]>(
      (story, change) => [
        ...story,
        ...reclassify(change, 'wrong-place', itemNow)(fold(Case.decider, story), at(3)),
      ],
      [registered()],
    );
    return Case.known(fold(Case.decider, events));
  };
  const [contact, other] = [
    { id: 'contact-1', hash: 'h4' },
    { id: 'contact-2', hash: 'h5' },
  ];
  const zhou = personId('p-zhou');
  expect(known()).toMatchObject({ replaced: [], persons: ['p-wang'], parts: [], additions: [] });
  expect(known({ urgency: 'urgent' }).replaced).toEqual([]);
  expect(known({ place }).replaced).toEqual(['place-1']);
  expect(known({ place: null }).replaced).toEqual(['place-1']);
  expect(known({ contact }).replaced).toEqual([]);
  expect(known({ contact }, { contact: other, place }).replaced).toEqual(['place-1', 'contact-1']);
  expect(known({ place }, { person: zhou })).toMatchObject({
    replaced: ['place-1'],
    persons: ['p-wang', 'p-wang', 'p-zhou'],
  });
});
