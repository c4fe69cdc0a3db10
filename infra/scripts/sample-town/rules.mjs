/** How long the sample town gives itself, and when it works. The ladders differ between urgencies, and between items. */
import { readFileSync } from 'node:fs';

const small = (name) =>
  JSON.parse(readFileSync(new URL(`../../packs/small/${name}`, import.meta.url), 'utf8'));

const hours = (amount) => ({ unit: 'hour', amount });
const workingHours = (amount) => ({ unit: 'working-hour', amount });
const workingDays = (amount) => ({ unit: 'working-day', amount });
const calendarDays = (amount) => ({ unit: 'calendar-day', amount });

const rung = (to, when) => ({
  to: [to].flat(),
  ...(typeof when === 'number' ? { share: when } : { after: when }),
});

const ladders = {
  /** Where enterprises are concerned the town hears early. */
  'enterprise-safety': [
    rung('grid-member', 0.3),
    rung(['grid-leader', 'community-secretary'], 0.6),
    rung(['village-committee', 'community-secretary', 'town-leader'], 1),
  ],
  /** Who waits for wages waits for the secretary, not for a grid leader. */
  'unpaid-wages': [
    rung('grid-member', 0.5),
    rung('community-secretary', 0.7),
    rung(['community-secretary', 'town-leader'], 1),
    rung('town-leader', workingDays(1)),
  ],
  /** A quarrel is given time; the village hears before the town does. */
  'neighbour-dispute': [
    rung('grid-member', 0.5),
    rung('village-committee', 0.8),
    rung('community-secretary', 1),
    rung('town-leader', workingDays(3)),
  ],
};

/** Who hears when somebody was not visited, not told how it stands, not checked, not called or not answered. */
const usualLadders = {
  contact: (later) => [rung('grid-member', 0.5), rung('grid-leader', 1), rung('village-committee', later)],
  heartbeat: (later) => [rung('grid-member', 0.8), rung('grid-leader', 1), rung('village-committee', later)],
  help: (later) => [rung('grid-member', 0.5), rung('community-secretary', 1), rung('town-leader', later)],
  verify: (later) => [
    rung('verifier', 0.5),
    rung(['verifier', 'village-committee'], 1),
    rung('community-secretary', later),
  ],
  'call-back': (later) => [
    rung('hotline-clerk', 0.5),
    rung('hotline-clerk', 1),
    rung('community-secretary', later),
  ],
  acknowledge: () => [rung('community-secretary', 0.5), rung('town-leader', 1)],
};

/**
 * Of each policy: how long every clock between taking an order and closing the case runs, and how much later its last
 * step is owed; what is not named is not kept. `ladders`: those that are not the usual ones. `redo`: the share of the
 * time to complete that is left where it is done again.
 */
const loops = {
  /** Nobody waits for a working day where somebody is in danger; that it is over is checked on the same day. */
  emergency: {
    clocks: {
      contact: hours(1),
      heartbeat: hours(1),
      help: hours(0.5),
      verify: hours(8),
      'call-back': workingDays(1),
      acknowledge: hours(0.5),
    },
    later: hours(0.5),
    ladders: {
      heartbeat: [rung('grid-member', 0.8), rung(['grid-leader', 'community-secretary'], 1)],
    },
  },
  /** Whoever has no water hears twice a day how it stands. */
  urgent: {
    clocks: {
      contact: hours(6),
      heartbeat: hours(12),
      help: hours(8),
      verify: workingDays(1),
      'call-back': workingDays(1),
      acknowledge: hours(4),
    },
    later: hours(4),
  },
  ordinary: {
    clocks: {
      contact: workingDays(1),
      heartbeat: workingDays(3),
      help: workingDays(2),
      verify: workingDays(2),
      'call-back': workingDays(2),
      acknowledge: workingHours(7),
    },
    later: workingDays(1),
  },
  complex: {
    clocks: {
      contact: workingDays(2),
      heartbeat: workingDays(5),
      help: workingDays(5),
      verify: workingDays(3),
      'call-back': workingDays(3),
      acknowledge: workingDays(1),
    },
    later: workingDays(2),
  },
  /** An answer takes three days: nobody reports in between, and nobody is called in. */
  consultation: {
    clocks: {
      contact: workingDays(1),
      verify: workingDays(1),
      'call-back': workingDays(2),
      acknowledge: workingHours(7),
    },
    later: workingDays(1),
  },
  /** The secretary hears at once that nobody has been there. */
  'enterprise-safety': {
    clocks: {
      contact: hours(4),
      heartbeat: hours(8),
      help: hours(4),
      verify: hours(24),
      'call-back': workingDays(1),
      acknowledge: hours(2),
    },
    later: hours(2),
    ladders: {
      contact: [
        rung('grid-member', 0.5),
        rung(['grid-leader', 'community-secretary'], 1),
        rung('town-leader', hours(4)),
      ],
      heartbeat: [
        rung('grid-member', 0.8),
        rung(['grid-leader', 'community-secretary'], 1),
        rung('town-leader', hours(4)),
      ],
    },
  },
  /** Who waits for wages hears every third day how it stands; if not, the secretary hears of that. */
  'unpaid-wages': {
    clocks: {
      contact: workingDays(1),
      heartbeat: workingDays(3),
      help: workingDays(3),
      verify: workingDays(2),
      'call-back': workingDays(1),
      acknowledge: workingHours(7),
    },
    later: workingDays(1),
    ladders: {
      heartbeat: [
        rung('grid-member', 0.8),
        rung('community-secretary', 1),
        rung('town-leader', workingDays(1)),
      ],
    },
  },
  /** Both sides are seen in person within two days, and left alone for a week at most. */
  'neighbour-dispute': {
    clocks: {
      contact: workingDays(2),
      heartbeat: calendarDays(7),
      help: workingDays(5),
      verify: workingDays(3),
      'call-back': workingDays(3),
      acknowledge: workingDays(1),
    },
    later: workingDays(2),
    ladders: {
      contact: [
        rung('grid-member', 0.5),
        rung('village-committee', 1),
        rung('community-secretary', workingDays(1)),
      ],
    },
  },
};

/** Done again, it has half of the time. */
const redo = { share: 0.5 };

const withLoop = (policy) => {
  const { clocks, later, ladders: own = {} } = loops[policy.id];
  const kept = Object.entries(clocks).map(([name, length]) => ({
    name,
    length,
    ladder: own[name] ?? usualLadders[name](later),
  }));
  return { ...policy, clocks: [...policy.clocks, ...kept], redo };
};

/** The policies of the small town, and one of its own for each of these kinds of demands, in its lengths. */
const { policies: usual, ...rest } = small('policies.json');
const menuItems = small('menu.json').items;
const likeItem = (id) => usual.find((it) => it.id === menuItems.find((item) => item.id === id).policy);
const kinds = Object.entries(ladders).map(([id, ladder]) => ({ ...likeItem(id), id, ladder }));
export const policies = { ...rest, policies: [...usual, ...kinds].map(withLoop) };

/** Which office of the town answers where a grid or village cannot. */
const officeFor = {
  sanitation: 'urban-construction',
  'illegal-building': 'urban-construction',
  'noise-and-dust': 'urban-construction',
  'parks-and-trees': 'urban-construction',
  animals: 'police',
  'street-and-lighting': 'urban-construction',
  'manhole-covers': 'urban-construction',
  traffic: 'police',
  'water-and-drainage': 'urban-construction',
  'power-gas-and-heat': 'urban-construction',
  housing: 'urban-construction',
  'neighbour-dispute': 'justice',
  'social-insurance-and-aid': 'civil-affairs',
  education: 'civil-affairs',
  'health-care': 'health-station',
  'rural-land': 'agriculture',
  'business-and-market': 'market-supervision',
  'consumer-rights': 'market-supervision',
  'unpaid-wages': 'public-security-coordination',
  'emergency-danger': 'emergency-management',
  'enterprise-safety': 'emergency-management',
};

/** Work that anybody can see is shown by a photo: that a building is gone, and a cover back on its hole. */
const shownByPhoto = new Set(['illegal-building', 'manhole-covers']);

/** The usual menu; items with a policy of their own name it, and those of an office their office. */
export const menuOf = (menu) => ({
  ...menu,
  items: menu.items.map((item) => ({
    ...item,
    ...(Object.hasOwn(ladders, item.id) ? { policy: item.id } : {}),
    ...(Object.hasOwn(officeFor, item.id) ? { office: officeFor[item.id] } : {}),
    ...(shownByPhoto.has(item.id) ? { finish: { photo: true } } : {}),
  })),
});

const [town] = small('calendars.json').calendars;
export const calendars = {
  calendars: [
    town,
    {
      id: 'duty',
      version: '1',
      zone: town.zone,
      week: { 'mon-fri': [['08:00', '18:00']] },
      publicDays: 'cn',
    },
  ],
};

/** How the town asks whether it was solved: at other hours, for a week, twice done again. */
export const feedback = {
  callBack: { attempts: 3, hoursBetween: 4 },
  rating: { days: 7 },
  redo: { atMost: 2 },
  reopen: { days: 15 },
  rates: { weights: [{ version: 1, response: 25, resolution: 40, satisfaction: 35 }] },
};
