/** What waits for whom in one case, dispute or promise, why, and until when: made of everything that was heard of it, in any order. */
import { toFollowUp, toVerify } from './checking.js';
import { deadlinesOf } from './deadlines.js';
import { exemptionItems } from './exemptions/exemption-items.js';
import { followUpOf } from './follow-up.js';
import { toDecide, toHandle, toHelp, toTake } from './handling.js';
import { disputeItems } from './disputes/dispute-items.js';
import { type CaseNews, isOfDispute, type ObservedEvent } from './observed-events.js';
import type { Case, Item } from './item.js';
import { news, toKnow } from './knowing.js';
import { orderOf } from './order.js';
import { isEmergencyIn, standingOf } from './standing.js';

/** Everything that waits in a case, a dispute or a promise, by all that was heard of it. */
export const itemsOf = (id: string, observed: readonly ObservedEvent[]): readonly Item[] => {
  const ofCase = observed.flatMap((it) => (isOfDispute(it) ? [] : [it]));
  return [
    ...caseItems(id, ofCase),
    ...exemptionItems(id, ofCase),
    ...disputeItems(id, observed.filter(isOfDispute)),
  ];
};

const caseItems = (caseId: string, observed: readonly CaseNews[]): readonly Item[] => {
  const { number, cycle } = standingOf(observed);
  if (cycle === null) return [];
  const it: Case = {
    caseId,
    number,
    cycle,
    isEmergency: isEmergencyIn(observed, cycle),
    order: orderOf(observed, cycle),
    deadlines: deadlinesOf(observed, cycle),
  };
  return [
    ...toTake(it),
    ...toHandle(it),
    ...toHelp(it),
    ...toDecide(it),
    ...toVerify(it, observed),
    ...toFollowUp(it, followUpOf(observed, cycle)),
    ...toKnow(it),
    ...news(it, observed),
  ];
};
