/** What was noted wrongly of a demand, and is noted anew. */
import {
  type Classified,
  type Decides,
  type Demand,
  type Personal,
  type ReclassifyReason,
  stillOwed,
} from './case.js';

/** What may be noted anew. */
export type Correction = Partial<Classified & Personal>;

/** What was noted wrongly is noted anew, the rest stays as it is by then; the history keeps both. */
export const reclassify =
  (change: Correction, reason: ReclassifyReason): Decides =>
  (state, now) => {
    const { cycle, demand } = stillOwed(state);
    const { menuItem, net, urgency, itemUrgency, policy, place, point } = demand;
    const held = {
      ...(itemUrgency === undefined ? {} : { itemUrgency }),
      ...(point === undefined || 'place' in change ? {} : { point }),
    };
    const to = { menuItem, net, urgency, policy, place, ...held, ...change };
    if (isClassifiedAs(demand, to)) return [];
    return [{ type: 'CaseReclassified', data: { ...to, cycle, reason, reclassifiedAt: now } }];
  };

const isClassifiedAs = (now: Demand, to: Classified & Partial<Personal>): boolean => {
  const then = { ...to, person: to.person ?? now.person, contact: to.contact ?? now.contact };
  const told = ({ menuItem, urgency, place, person, contact }: Classified & Omit<Personal, 'words'>) =>
    [menuItem, urgency, place?.id, person, contact?.id].join(' ');
  return told(now) === told(then);
};
