/** Which part of the town somebody of a role answers for. */
import { isWholeTown, type Level, liesIn } from './areas.js';
import type { Actor, Role } from './ports.js';

/**
 * The level of territory that somebody of a role usually answers for. Of a `part` of the town they must be told which;
 * the others may be bound to a part: a mediator to one community, a verifier or a helper to a village.
 */
export const areaOfRole: Readonly<Record<Role, Readonly<{ level: Level; isPart: boolean }>>> = {
  resident: { level: 'town', isPart: false },
  'hotline-clerk': { level: 'town', isPart: false },
  'grid-member': { level: 'micro-grid', isPart: true },
  'grid-leader': { level: 'grid', isPart: true },
  'village-committee': { level: 'village', isPart: true },
  'community-secretary': { level: 'community', isPart: true },
  'town-leader': { level: 'town', isPart: false },
  'office-member': { level: 'town', isPart: false },
  mediator: { level: 'community', isPart: false },
  verifier: { level: 'community', isPart: false },
  helper: { level: 'village', isPart: false },
  auditor: { level: 'town', isPart: false },
  operator: { level: 'town', isPart: false },
  integrator: { level: 'town', isPart: false },
};

/** Whether somebody of this role answers for a part of the town, and must be told which. */
export const isOfAnArea = (role: Role): boolean => areaOfRole[role].isPart;

/** Whether the role needs an area below the town's, and this is none. */
export const lacksArea = ({ role, area }: Pick<Actor, 'role' | 'area'>): boolean =>
  isOfAnArea(role) && isWholeTown(area);

/**
 * Whether a notice was for them: for their role, and for where they answer. A notice that names no area is for
 * whoever has the role, until it is known where the thing lies.
 */
export const isNoticeFor = (
  { role, area }: Pick<Actor, 'role' | 'area'>,
  notice: Readonly<{ to: string; area: string | null }>,
): boolean => notice.to === role && (notice.area === null || liesIn(notice.area, area));
