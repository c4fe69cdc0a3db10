/** What waits once the work is said to be done: somebody looks, somebody calls, and at last the secretary decides. */
import { dueOf } from './deadlines.js';
import type { FollowUp } from './follow-up.js';
import type { ObservedEvent } from './observed-events.js';
import { type Case, inArea, item, type Item } from './item.js';
import { formerVerifiers } from './order.js';

/** Whose work it is to look whether others have done theirs; the hotline's clerks may, and nobody waits for them. */
const verifiers = ['verifier', 'grid-leader', 'village-committee'] as const;

/** What those have to look at who did not handle it. */
export const toVerify = (it: Case, observed: readonly ObservedEvent[]): readonly Item[] => {
  const { order, cycle, deadlines } = it;
  if (order.state !== 'finished') return [];
  const round = order.round ?? 1;
  return [
    item(it, {
      name: `verify/${cycle}/${round}`,
      what: 'verify',
      why: 'finished',
      to: inArea(order.area, ...verifiers),
      except: [...new Set([...order.handlers, ...formerVerifiers(observed)])],
      since: order.since,
      until: dueOf(deadlines, `verify/${cycle}/${round}`),
    }),
  ];
};

/** Whom a clerk has to call, and what the secretary has to decide where somebody is still not content. */
export const toFollowUp = (it: Case, { callBack, secretary }: FollowUp): readonly Item[] => {
  const { cycle, order, deadlines } = it;
  const call =
    callBack &&
    item(it, {
      name: `call-back/${cycle}`,
      what: 'call-back',
      why: 'verified',
      to: inArea(callBack.area, 'hotline-clerk'),
      except: [...new Set([...order.handlers, ...callBack.handlers])].sort(),
      since: callBack.since,
      until: dueOf(deadlines, `call-back/${cycle}`),
    });
  const conclusion =
    secretary &&
    item(it, {
      name: `conclude/${cycle}`,
      what: 'conclude',
      why: 'not-content',
      to: inArea(secretary.area, 'community-secretary'),
      since: secretary.since,
      until: null,
    });
  return [call, conclusion].filter((made) => made !== null);
};
