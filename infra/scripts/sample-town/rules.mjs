/** How long the sample town gives itself, and when it works. The ladders differ between urgencies, and between items. */
import { readFileSync } from 'node:fs';

const small = (name) =>
  JSON.parse(readFileSync(new URL(`../../packs/small/${name}`, import.meta.url), 'utf8'));

const workingDay = (amount) => ({ unit: 'working-day', amount });

const rung = (to, when) => ({ to, ...(typeof when === 'number' ? { share: when } : { after: when }) });

const ladders = {
  /** Where enterprises are concerned the town hears early. */
  'enterprise-safety': [
    rung(['grid-member'], 0.3),
    rung(['grid-leader', 'community-secretary'], 0.6),
    rung(['village-committee', 'community-secretary', 'town-leader'], 1),
  ],
  /** Who waits for wages waits for the secretary, not for a grid leader. */
  'unpaid-wages': [
    rung(['grid-member'], 0.5),
    rung(['community-secretary'], 0.7),
    rung(['community-secretary', 'town-leader'], 1),
    rung(['town-leader'], workingDay(1)),
  ],
  /** A quarrel is given time; the village hears before the town does. */
  'neighbour-dispute': [
    rung(['grid-member'], 0.5),
    rung(['village-committee'], 0.8),
    rung(['community-secretary'], 1),
    rung(['town-leader'], workingDay(3)),
  ],
};

/** The policies of the small town, and one of its own for each of these kinds of demands, in its lengths. */
const { policies: usual, ...rest } = small('policies.json');
const menuItems = small('menu.json').items;
const likeItem = (id) => usual.find((it) => it.id === menuItems.find((item) => item.id === id).policy);
export const policies = {
  ...rest,
  policies: [...usual, ...Object.entries(ladders).map(([id, ladder]) => ({ ...likeItem(id), id, ladder }))],
};

/** The usual menu; items with a policy of their own name it. */
export const menuOf = (menu) => ({
  ...menu,
  items: menu.items.map((item) => (Object.hasOwn(ladders, item.id) ? { ...item, policy: item.id } : item)),
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
};
