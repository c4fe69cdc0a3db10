/** What was noted wrongly of a demand, and is noted anew. */
import {
  type Classified,
  type Decides,
  type Demand,
  type Personal,
  type ReclassifyReason,
  stillOwed,
  type Urgency,
} from './case.js';
import type { MenuItem } from './menu.js';

/** What may be noted anew. Without an urgency, another item brings its own, unless somebody had raised it. */
export type Correction = Partial<Classified & Personal>;

/** What the menu says of an item now; `null`: it has none of that name. */
export type ItemNow = (menuItem: string) => Pick<MenuItem, 'urgency'> | null;

/** What was noted wrongly is noted anew, the rest stays as it is by then; the history keeps both. */
export const reclassify =
  (change: Correction, reason: ReclassifyReason, itemNow: ItemNow): Decides =>
  (state, now) => {
    const { cycle, demand } = stillOwed(state);
    const { menuItem, net, itemUrgency, policy, place, point } = demand;
    const urgency = urgencyOf(demand, change, itemNow);
    const held = {
      ...(itemUrgency === undefined ? {} : { itemUrgency }),
      ...(point === undefined || 'place' in change ? {} : { point }),
    };
    const to = { menuItem, net, urgency, policy, place, ...held, ...change };
    if (isClassifiedAs(demand, to)) return [];
    return [{ type: 'CaseReclassified', data: { ...to, cycle, reason, reclassifiedAt: now } }];
  };

/** The most urgent first. */
const urgencies: readonly Urgency[] = ['emergency', 'urgent', 'ordinary', 'complex'];

const isMoreUrgent = (one: Urgency, other: Urgency): boolean =>
  urgencies.indexOf(one) < urgencies.indexOf(other);

/** What somebody had raised stays raised: a clerk who corrects the item alone says nothing of how urgent it is. */
const urgencyOf = (demand: Demand, { urgency, itemUrgency }: Correction, itemNow: ItemNow): Urgency => {
  if (urgency !== undefined) return urgency;
  if (itemUrgency === undefined) return demand.urgency;
  const own = demand.itemUrgency ?? itemNow(demand.menuItem)?.urgency ?? demand.urgency;
  const isRaised = isMoreUrgent(demand.urgency, own);
  return isRaised && isMoreUrgent(demand.urgency, itemUrgency) ? demand.urgency : itemUrgency;
};

const isClassifiedAs = (now: Demand, to: Classified & Partial<Personal>): boolean => {
  const then = { ...to, person: to.person ?? now.person, contact: to.contact ?? now.contact };
  const told = ({ menuItem, urgency, place, person, contact }: Classified & Omit<Personal, 'words'>) =>
    [menuItem, urgency, place?.id, person, contact?.id].join(' ');
  return told(now) === told(then);
};
