/** Who is meant where somebody decides who answers: a micro-grid, in it a unit, and in that somebody. */
import { type Actor, liesIn, Rejection, upTo } from '@mulin/kernel';
import type { Dependencies } from '../dependencies.js';
import { nobodyInUnit, noSuchUnit } from '../domain/handling/refusals.js';
import { officePrefix } from '../domain/land/roster.js';
import type { Answerer } from '../domain/order/order.js';
import { isUnit } from './find-unit.js';

type Chosen = Readonly<{
  microGrid: string;
  /** An office, or an area that leads; absent: the micro-grid's own. */
  unit?: string | undefined;
  member?: string | undefined;
}>;
type Asked = Pick<Dependencies, 'grids' | 'now' | 'duty' | 'areas' | 'town'>;

/**
 * Without a member, whoever is on duty there. Refused: `no-such-micro-grid`, `no-such-unit` (also for a unit that leads
 * elsewhere), `nobody-in-unit`, and `not-on-duty` for a member who cannot be asked there.
 */
export const answererOf = async (deps: Asked, by: Actor, chosen: Chosen): Promise<Answerer> => {
  const { microGrid, unit } = chosen;
  const ground = deps.grids().microGrid(microGrid, deps.now());
  if (ground === null) throw noSuchMicroGrid();
  const land = { microGrid, area: ground.area, gridNet: ground.net };
  return unit === undefined || unit === microGrid
    ? { ...land, member: await memberOfGrid(deps, by, { ...chosen, area: ground.area }) }
    : { ...land, unit, member: await memberOfUnit(deps, by, { ...chosen, unit, area: ground.area }) };
};

type In = Chosen & Readonly<{ area: string }>;

/** Somebody on duty in the area of who decides, or in that grid. */
const memberOfGrid = async (
  deps: Asked,
  by: Actor,
  { microGrid, member: named, area }: In,
): Promise<string> => {
  const at = deps.now();
  const duty = await deps.duty();
  const serves = (member: string) =>
    [by.area, upTo('grid', area)].some((within) => duty.absence(member, at, within) === null);
  if (named !== undefined && !serves(named)) throw notOnDuty();
  const member = named ?? duty.onDuty(microGrid, at);
  if (member === null) throw notOnDuty();
  return member;
};

const memberOfUnit = async (deps: Asked, by: Actor, { unit, member: named, area }: In & { unit: string }) => {
  if (!isUnit(deps, unit) || !isNear(unit, by.area, area)) throw noSuchUnit();
  const there = (await deps.duty()).allOnDuty(unit, deps.now());
  if (named !== undefined && !there.includes(named)) throw notInUnit();
  const member = named ?? there[0];
  if (member === undefined) throw nobodyInUnit();
  return member;
};

/** Offices are of the whole town; whoever leads an area answers for what lies in it, or in that of who decides. */
const isNear = (unit: string, own: string, area: string): boolean =>
  unit.startsWith(officePrefix) || liesIn(unit, own) || liesIn(area, unit);

const noSuchMicroGrid = () =>
  new Rejection(
    'no-such-micro-grid',
    { en: 'There is no such micro-grid.', zh: '没有该微网格。' },
    'unknown',
  );

const notOnDuty = () =>
  new Rejection('not-on-duty', {
    en: 'Nobody of that name is on duty there or in your area; name somebody who is.',
    zh: '所指人员不在该网格或您辖区内在岗，请指定在岗人员。',
  });

const notInUnit = () =>
  new Rejection('not-on-duty', {
    en: 'Nobody of that name is on duty in that unit.',
    zh: '所指人员不在该科室或单位在岗。',
  });
