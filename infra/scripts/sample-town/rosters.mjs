/** Who works in the sample town: everybody has a name, a place and hours; nobody is missed in any hour of any year. */
import { offices } from './names.mjs';

const town = 'mu';
const shifts = [
  { id: 'day', calendar: 'duty' },
  { id: 'night-and-holiday', calendar: 'duty', when: 'closed' },
];

const watchCount = 6;
const dayMs = 86_400_000;
/** A Monday, at which the first week of watch begins. */
const firstWatch = Date.parse('2026-01-05T08:00:00+08:00');
const inTown = (ms) => `${new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;

/** Six people of each community, a week each: nights, weekends and holidays. */
const watchOf = (communities, someone) =>
  communities.flatMap(({ path }) =>
    Array.from({ length: watchCount }, (_, week) => ({
      account: `watch-${week + 1}@${path}`,
      name: someone(),
      area: path,
      shift: 'night-and-holiday',
      turn: { first: inTown(firstWatch - (watchCount - week) * 7 * dayMs), days: 7, every: watchCount * 7 },
    })),
  );

/** Whoever serves in the first part of a grid answers for what was reported in the grid before the redraw. */
const membersOf = ({ microGrids, former, overlays }, someone) => {
  const before = new Map(former.map(({ id, grid }) => [grid, id]));
  return [...microGrids, ...overlays].map(({ id, grid, net }) => {
    const whole = net === undefined ? before.get(grid) : undefined;
    if (whole !== undefined) before.delete(grid);
    return {
      account: `grid-member@${grid}/${id}`,
      name: someone(),
      microGrids: whole === undefined ? [id] : [id, whole],
      shift: 'day',
    };
  });
};

const leadersOf = ({ communities, grids }, someone) => {
  const lead = (role, area) => ({ account: `${role}@${area}`, name: someone(), role, area });
  const villages = communities.flatMap((it) => it.villages.map(({ slug }) => `${it.path}/${slug}`));
  return [
    lead('town-leader', town),
    { ...lead('town-leader', town), account: `town-leader-2@${town}` },
    { ...lead('town-leader', town), account: `town-leader-3@${town}` },
    ...communities.map(({ path }) => lead('community-secretary', path)),
    ...villages.map((path) => lead('village-committee', path)),
    ...grids.map(({ path }) => lead('grid-leader', path)),
  ];
};

/** By day everybody is there; somebody of each office is on call at all hours. */
const officesOf = (someone) =>
  offices.map(({ id, name }) => ({
    id,
    name,
    members: Array.from({ length: 4 }, (_, place) => ({
      account: `office-member-${place + 1}@${town}/${id}`,
      name: someone(),
      ...(place === 0 ? {} : { shift: 'day' }),
    })),
  }));

const helpersOf = ({ communities }, someone) => {
  const help = (account, role, area, standing) => ({
    account: `${account}@${area}`,
    name: someone(),
    role,
    ...(standing === undefined ? {} : { standing }),
    area,
  });
  return [
    help('mediator', 'mediator', town),
    help('verifier', 'verifier', town),
    ...communities.flatMap(({ path, villages }) => [
      help('mediator-1', 'mediator', path),
      help('mediator-2', 'mediator', path),
      help('verifier-1', 'verifier', path),
      help('verifier-2', 'verifier', path),
      ...villages.flatMap(({ slug }) => [
        help('party-member', 'helper', `${path}/${slug}`, 'party-member'),
        help('volunteer', 'helper', `${path}/${slug}`, 'volunteer'),
        help('applicant', 'helper', `${path}/${slug}`, 'applicant'),
      ]),
    ]),
  ];
};

const years = [2026, 2027];

/** Every third grid member a week in each year, and every secretary two; a neighbour has their duties meanwhile. */
const leaveOf = (members, leaders, chance) => {
  const away = (account, standIn, year, days) => {
    const from = Date.parse(`${year}-01-05T00:00:00+08:00`) + chance.below(50) * 7 * dayMs;
    return { account, from: inTown(from), until: inTown(from + days * dayMs), standIn };
  };
  const gridOf = ({ account }) => account.slice(0, account.lastIndexOf('/'));
  const ofMembers = members.flatMap((member, place) => {
    const colleague = members.find((it) => it !== member && gridOf(it) === gridOf(member));
    if (place % 3 !== 1 || colleague === undefined) return [];
    return years.map((year) => away(member.account, colleague.account, year, 7));
  });
  const secretaries = leaders.filter(({ role }) => role === 'community-secretary');
  const ofSecretaries = secretaries.flatMap(({ account }) =>
    years.map((year) => away(account, `town-leader-2@${town}`, year, 14)),
  );
  // Nobody is away while they stand in for somebody else.
  const taken = [];
  return [...ofMembers, ...ofSecretaries].filter((one) => {
    const meets = (it) => it.from < one.until && one.from < it.until;
    const isClash = taken.some((it) => meets(it) && [it.account, it.standIn].includes(one.account));
    const isBusy = taken.some((it) => meets(it) && it.account === one.standIn);
    if (!isClash && !isBusy) taken.push(one);
    return !isClash && !isBusy;
  });
};

export const rostersBy = (chance, territory, someone) => {
  const leaders = leadersOf(territory, someone);
  const members = membersOf(territory, someone);
  return {
    shifts,
    members: [...members, ...watchOf(territory.communities, someone)],
    leaders,
    offices: officesOf(someone),
    helpers: helpersOf(territory, someone),
    leave: leaveOf(members, leaders, chance),
  };
};
