/** A random story of a demand and of those beside it: who does what, when, by what the town shows at that moment. */
import { day, hour, type Instant, minute, plus, upTo } from '@mulin/kernel';
import type { Json } from '../http.js';
import type { Chance } from './chance.js';
import type { LoopTown } from './loop-town.js';

/** Somebody asks something of the town, or time goes by. `#0` in a path or a body is the first case of the story. */
export type Deed =
  Readonly<{ pass: Instant }> | Readonly<{ who: string; path: string; body: Json; isNewCase?: boolean }>;

type Draw = Readonly<{
  chance: Chance;
  now: Instant;
  /** The name of the case in the story. */
  name: string;
  names: readonly string[];
  /** As the desk and as routing show it; `{}` where they do not. */
  it: Json;
  order: Json;
}>;
type Drawing = (draw: Draw) => Deed;
type Choice = readonly [weight: number, drawing: Drawing];

const desk = 'hotline-clerk';
const items = [
  'sanitation',
  'consultation',
  'manhole-covers',
  'neighbour-dispute',
  'street-and-lighting',
  'emergency-danger',
  'general-request',
  'unpaid-wages',
] as const;

/** In four micro-grids of the sample town, most often in the first two. */
const places = [
  { lat: 36.37713, lon: 119.73833 },
  { lat: 36.38023, lon: 119.7347 },
  { lat: 36.37306, lon: 119.74085 },
  { lat: 36.37708, lon: 119.71501 },
  // On nobody's land, and nowhere that anybody could look up.
  { lat: 10, lon: 10 },
  { address: 'By the old well' },
];

const words = 'It is as it was said to be.';

/** Of a phone without signal, within its bounds or not. */
const deviceTime = ({ chance, now }: Draw): Json =>
  chance.isSo(0.2) ? { at: plus(now, -chance.oneOf([5, 40, 200, 6_000]) * minute) } : {};

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const areaOf = ({ order }: Draw): string => text(order['area']) ?? 'mu/dongguan/hetou/hetou-1/hetou-1-a';
const holderOf = ({ order }: Draw): string =>
  text(order['member']) ?? 'grid-member@mu/dongguan/hetou/hetou-1/hetou-1-b';

const leadersOf = (draw: Draw): readonly string[] => {
  const area = areaOf(draw);
  const secretary = `community-secretary@${upTo('community', area)}`;
  return [secretary, secretary, 'town-leader@mu'];
};
const checkersOf = (draw: Draw): readonly string[] => {
  const area = areaOf(draw);
  const community = upTo('community', area);
  return [
    `verifier-1@${community}`,
    `verifier-2@${community}`,
    `village-committee@${upTo('village', area)}`,
    `grid-leader@${upTo('grid', area)}`,
    desk,
    holderOf(draw),
  ];
};
const unitsOf = (draw: Draw): readonly string[] => {
  const area = areaOf(draw);
  const village = upTo('village', area);
  return [
    'hetou-1-a',
    'hetou-1-c',
    village,
    upTo('community', area),
    'office:urban-construction',
    'office:police',
  ];
};

const order =
  (what: string, who: (draw: Draw) => string, body: (draw: Draw) => Json): Drawing =>
  (draw) => ({
    who: who(draw),
    path: `/api/v1/orders/${draw.name}/${what}`,
    body: body(draw),
  });
const onCase =
  (what: string, who: (draw: Draw) => string, body: (draw: Draw) => Json): Drawing =>
  (draw) => ({
    who: who(draw),
    path: `/api/v1/cases/${draw.name}/${what}`,
    body: body(draw),
  });
const byHolder = (what: string, body: (draw: Draw) => Json = deviceTime) => order(what, holderOf, body);
const byDesk = (what: string, body: (draw: Draw) => Json = () => ({})) => onCase(what, () => desk, body);
const byLeader = (draw: Draw) => draw.chance.oneOf(leadersOf(draw));

const register: Drawing = ({ chance, now }) => ({
  who: chance.weighted([
    [3, 'hotline-clerk'],
    [1, 'resident'],
  ]),
  path: '/api/v1/cases',
  isNewCase: true,
  body: {
    menuItem: chance.oneOf(items),
    words,
    place: chance.weighted(places.map((place, nth) => [nth < 2 ? 6 : 1, place] as const)),
    ...(chance.isSo(0.1) ? { reportedAt: plus(now, -chance.oneOf([2, 30]) * hour) } : {}),
    ...(chance.isSo(0.1) ? { urgency: 'emergency' } : {}),
  },
});

/** A demand that nobody answers for days is told of so often that a story would hear of little else. */
const isCalm = ({ it }: Draw): boolean => it['state'] !== 'registered' && it['urgency'] !== 'emergency';

const pass: Drawing = (draw) => ({
  pass: plus(
    draw.now,
    draw.chance.weighted([
      [3, 10 * minute],
      [3, 70 * minute],
      [3, 5 * hour],
      ...(isCalm(draw)
        ? ([
            [3, day],
            [1, 3 * day],
            [0.5, 9 * day],
          ] as const)
        : []),
    ]),
  ),
});

const helperOf = ({ order: { helpers }, chance }: Draw): Json | null => {
  const open = ((helpers ?? []) as readonly Json[]).filter(
    ({ state }) => state === 'called' || state === 'joined',
  );
  return open.length === 0 ? null : chance.oneOf(open);
};
const byHelper = (draw: Draw): Deed => {
  const helper = helperOf(draw);
  if (helper === null) return call(draw);
  const call_ = `/api/v1/orders/${draw.name}/helpers/${String(helper['call'])}`;
  return draw.chance.weighted<Deed>([
    [3, { who: String(helper['member']), path: `${call_}/join`, body: deviceTime(draw) }],
    [4, { who: String(helper['member']), path: `${call_}/finish`, body: deviceTime(draw) }],
    [1, { who: holderOf(draw), path: `${call_}/release`, body: { because: 'not-needed' } }],
    [1, { who: byLeader(draw), path: `${call_}/release`, body: { because: 'overruled' } }],
  ]);
};
const call = order(
  'helpers',
  (draw) => (draw.chance.isSo(0.8) ? holderOf(draw) : byLeader(draw)),
  (draw) => ({
    unit: draw.chance.oneOf([...unitsOf(draw), `helpers:${upTo('village', areaOf(draw))}`]),
    task: words,
  }),
);

const handOver = order(
  'hand-over',
  (draw) => (draw.chance.isSo(0.6) ? holderOf(draw) : byLeader(draw)),
  (draw) => ({ to: draw.chance.oneOf(unitsOf(draw)), reason: 'needs-other-unit' }),
);
const arbitrate = order('arbitrate', byLeader, ({ chance }) => ({
  microGrid: chance.oneOf(['hetou-1-a', 'hetou-1-b', 'hetou-2-a']),
}));
const verify = order(
  'verify',
  (draw) => draw.chance.oneOf(checkersOf(draw)),
  ({ chance }) => (chance.isSo(0.7) ? { outcome: 'confirmed' } : { outcome: 'refused', reason: 'not-done' }),
);
const giveBack = byHolder('return', ({ chance }) => ({
  reason: chance.oneOf(['not-my-area', 'not-my-power', 'needs-other-unit', 'place-not-found']),
}));
const acknowledge: Drawing = (draw) => ({
  who: byLeader(draw),
  path: `/api/v1/escalations/${draw.name}/acknowledge`,
  body: { decision: draw.chance.oneOf(['noted', 'ruled', 'interview']) },
});

const good = { response: 'responded', resolution: 'solved', satisfaction: 'satisfied' };
const bad = { response: 'responded', resolution: 'not-solved', satisfaction: 'dissatisfied' };
const ratingOf = ({ chance }: Draw): Json => (chance.isSo(0.5) ? good : bad);
const callBack = onCase(
  'call-backs',
  (draw) => draw.chance.oneOf([desk, desk, ...checkersOf(draw)]),
  (draw) => {
    const outcome = draw.chance.oneOf(['reached', 'reached', 'no-answer', 'refused']);
    return { outcome, ...(outcome === 'reached' && draw.chance.isSo(0.5) ? { rating: ratingOf(draw) } : {}) };
  },
);
const rate = onCase('ratings', ({ chance }) => chance.oneOf(['resident', desk]), ratingOf);
const conclude = onCase('conclusion', byLeader, ({ chance }) => ({
  decision: chance.oneOf(['close', 'redo']),
}));

const other = ({ chance, names, name }: Draw): string =>
  chance.oneOf(names.filter((it) => it !== name).concat(name));
const merge = byDesk('merge', (draw) => ({ into: other(draw) }));
const split: Drawing = (draw) => ({
  who: desk,
  path: `/api/v1/cases/${draw.name}/split`,
  body: { menuItem: draw.chance.oneOf(items), words },
  isNewCase: true,
});
const reclassify = byDesk('reclassify', ({ chance }) =>
  chance.weighted([
    [2, { reason: 'wrong-menu-item', menuItem: chance.oneOf(items) }],
    [2, { reason: 'wrong-urgency', urgency: chance.oneOf(['emergency', 'urgent', 'ordinary']) }],
    [2, { reason: 'wrong-place', place: chance.oneOf(places) }],
    [1, { reason: 'wrong-person', phone: '13800138000' }],
  ]),
);

/** What may happen at any time. */
const always: readonly Choice[] = [
  [8, pass],
  [1, register],
  [1, merge],
  [1, byDesk('unmerge')],
  [0.7, split],
  [1.5, reclassify],
  [0.3, byDesk('withdraw')],
  [0.2, byDesk('decline', () => ({ reason: 'before-a-court', door: 'county-court' }))],
  [0.3, byDesk('close', ({ chance }) => ({ outcome: chance.oneOf(['done', 'explained']) }))],
  [1, acknowledge],
  [0.7, handOver],
  [0.5, arbitrate],
  [
    0.5,
    onCase(
      'additions',
      ({ chance }) => chance.oneOf(['resident', desk]),
      () => ({ words }),
    ),
  ],
];

/** What is to be done next, by how it stands. */
const next: Readonly<Record<string, readonly Choice[]>> = {
  offered: [
    [10, byHolder('take')],
    [3, giveBack],
  ],
  taken: [
    [
      4,
      byHolder('contact', (draw) => ({
        manner: draw.chance.oneOf(['face-to-face', 'nobody-there']),
        ...deviceTime(draw),
      })),
    ],
    [
      4,
      byHolder('progress', (draw) => ({ ...(draw.chance.isSo(0.7) ? { words } : {}), ...deviceTime(draw) })),
    ],
    [4, byHelper],
    [7, byHolder('finish', (draw) => ({ result: 'solved', words, ...deviceTime(draw) }))],
    [1, giveBack],
  ],
  finished: [[12, verify]],
  verified: [
    [6, callBack],
    [6, rate],
    [2, conclude],
  ],
  'with-arbiter': [[10, arbitrate]],
};
/** Of a case that is over. */
const over: readonly Choice[] = [
  [3, byDesk('reopen', ({ chance }) => ({ because: chance.oneOf(['asked-again', 'closed-by-mistake']) }))],
  [3, byDesk('unmerge')],
  [1, rate],
];

const looked = async (town: LoopTown, path: string, who: string): Promise<Json> => {
  const { status, body } = await town.get(who, path);
  return status === 200 ? body : {};
};

/** Draws what happens next, by what is shown of one of the cases. */
export const deedFor = async (town: LoopTown, ids: readonly string[], chance: Chance): Promise<Deed> => {
  const names = ids.map((_, nth) => `#${nth}`);
  const name =
    names.length === 0 ? '#0' : chance.weighted(names.map((it, nth) => [nth === 0 ? 3 : 1, it] as const));
  const id = ids[Number(name.slice(1))];
  const base = { chance, now: town.now(), name, names };
  if (id === undefined) return register({ ...base, it: {}, order: {} });
  const it = await looked(town, `/api/v1/cases/${id}`, desk);
  const draw = { ...base, it, order: await looked(town, `/api/v1/orders/${id}`, 'auditor') };
  const state = String(it['state']);
  const choices = next[state] ?? (state === 'registered' ? [] : over);
  // Now and then somebody tries what does not fit.
  const odd = chance.isSo(0.05) ? Object.values(next).flat() : [];
  return chance.weighted([...choices, ...odd, ...always])(draw);
};
