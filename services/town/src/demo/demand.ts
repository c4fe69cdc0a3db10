/** How a made-up demand comes in: who sends it, where to, and what it says. */
import { minute, plus } from '@mulin/kernel';
import type { Planned } from './plan.js';
import { atAnyHour, type Parts } from './scene.js';
import type { Answer } from '../story/stage.js';
import { personNumbered } from './words.js';

const channelsOfClerk: readonly string[] = ['hotline-12345', 'neighbours-hotline', 'open311'];

/** Who sends it: by some doors it comes from whoever answers for the place, if anybody does. */
const asker = ({ cast }: Parts, { door, person, microGrid }: Planned): string => {
  if (door === 'portal') return cast.resident(person);
  const local: Readonly<Partial<Record<Planned['door'], string | undefined>>> = {
    patrol: microGrid === null ? undefined : cast.memberOf(microGrid.id),
    'interview-day': microGrid === null ? undefined : cast.secretaryOf(microGrid.area),
  };
  return local[door] ?? cast.clerk;
};

type Demand = Readonly<{ who: string; path: string; body: object }>;

/** The case's id; of a file it is the one of its only row. */
export const registeredIn = ({ caseId, rows }: Answer['body']): string | null => {
  const id = Array.isArray(rows) ? (rows as readonly { caseId?: unknown }[])[0]?.caseId : caseId;
  return typeof id === 'string' ? id : null;
};

/** What another system hands over: a file of one row. */
const fileOf = ({ cast, stage, chance }: Parts, { n, menuItem, words, place }: Planned): Demand => {
  const now = stage.now();
  const row = {
    sourceId: `${now.slice(0, 4)}-${n + 1}`,
    menuItem: menuItem.id,
    words,
    place,
    channel: 'file',
    person: null,
    reportedAt: plus(now, -Math.floor(chance.between(5, 50, 'in the file', n)) * minute),
    closedAt: null,
    dueAt: null,
    claim: null,
    flags: [],
  };
  const body = { mode: 'live', asOf: now, rows: [row] };
  return { who: cast.operator, path: '/api/v1/imports/county-hotline/rows', body };
};

/** What a caller says of themselves, and when they called. */
const callerOf = ({ stage, chance }: Parts, { n, menuItem, person, door }: Planned): object => {
  const isCall = channelsOfClerk.includes(door);
  // Some calls are written down a while after they came.
  const isLater = isCall && !atAnyHour(menuItem.urgency) && chance.share('written down later', n) < 0.15;
  const reportedAt = plus(stage.now(), -Math.floor(chance.between(10, 90, 'later by', n)) * minute);
  return {
    ...(isCall ? { channel: door } : {}),
    ...(isCall || door === 'interview-day' ? personNumbered(person) : {}),
    ...(isLater ? { reportedAt } : {}),
  };
};

export const demandOf = (parts: Parts, planned: Planned): Demand => {
  const { menuItem, words, place, door } = planned;
  if (door === 'file') return fileOf(parts, planned);
  const where = place === null ? {} : { place };
  const body = { menuItem: menuItem.id, words, ...where, ...callerOf(parts, planned) };
  return { who: asker(parts, planned), path: '/api/v1/cases', body };
};
