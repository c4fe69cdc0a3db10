/** Who can be asked: those on duty by the rosters whose accounts may still sign in. */
import type { Grids } from '../land/land.js';
import type { Duty } from './order-asking.js';

/** `disabled`: the accounts that may not sign in any more. */
export const dutyBy = (grids: Grids, disabled: ReadonlySet<string>, awayHours?: number): Duty => {
  const mayBeAsked = (member: string) => !disabled.has(member);
  return {
    ...(awayHours === undefined ? {} : { awayHours }),
    onDuty: (microGrid, at) => grids.onDuty(microGrid, at).find(mayBeAsked) ?? null,
    allOnDuty: (unit, at) => grids.serving(unit, at).filter(mayBeAsked),
    alarmed: (microGrid, at) => grids.alarmed(microGrid, at).filter(({ member }) => mayBeAsked(member)),
    absenceFrom: (unit, member, at) => {
      if (!mayBeAsked(member)) return 'account-disabled';
      if (grids.serving(unit, at).includes(member)) return null;
      return grids.isServing(unit, member, at) ? 'off-duty' : 'gone';
    },
    standIn: (microGrid, instead, at) =>
      grids.standIns(microGrid, at).find((member) => mayBeAsked(member) && !instead.includes(member)) ?? null,
    absence: (member, at, within) => {
      if (!mayBeAsked(member)) return 'account-disabled';
      if (grids.isOnDuty(member, at, within)) return null;
      return grids.isExpected(member, at, within) ? 'off-duty' : 'gone';
    },
  };
};
