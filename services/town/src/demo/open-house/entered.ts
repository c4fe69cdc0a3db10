/**
 * Whether somebody entered something in a made-up town that may be real. This is the one rule: whatever a person had the town
 * record is real, unless it is of the month itself or its doer had come in by the demo.
 */
import type { Position, RecordedEvent } from '@mulin/kernel';
import type { Platform } from '@mulin/service';
import { services } from '../../host/services.js';
import { hadComeByDemo } from './came-by-demo.js';
import * as MadeUp from './made-up.js';

type Parts = Pick<Platform, 'operations' | 'signIn'>;
type Month = MadeUp.MonthMadeUp['data'];

/**
 * Whatever people can have recorded. Reference data come with the pack, and so does the leave that it names; what audit
 * keeps, others have recorded before; and what somebody has read or put aside in an inbox says nothing of anybody.
 */
const entered: Readonly<Record<string, readonly string[]>> = {
  intake: ['case', 'handling', 'person'],
  routing: ['order', 'leave'],
  'sla-timer': ['clocks', 'commitment'],
  mediation: ['dispute', 'referral', 'day', 'promise'],
  feedback: ['rating', 'rate'],
  inbox: ['recipient'],
};

/** What a service records by itself follows from what is on record already. */
const isOwn = (actor: string): boolean => services.some((service) => service === actor);

const categoryOf = ({ stream }: RecordedEvent): string => stream.split('-', 1)[0] ?? '';

const isOfMonth = (service: string, event: RecordedEvent, { until }: Month): boolean =>
  event.metadata.recordedAt < until &&
  Object.entries(MadeUp.copied).some(([name, them]) => name === service && them.includes(categoryOf(event)));

/** Everybody is shown the codes of these cases: whoever came by one looks at the town as well. */
const isByShownCode = ({ stream, metadata }: RecordedEvent, { cases }: Month): boolean =>
  metadata.role === 'resident' && cases.some(({ caseId }) => stream.includes(caseId));

const isReal = async (
  parts: Parts,
  { service, event, month }: Readonly<{ service: string; event: RecordedEvent; month: Month }>,
): Promise<boolean> => {
  const { actor, recordedAt } = event.metadata;
  if (isOwn(actor) || isOfMonth(service, event, month) || isByShownCode(event, month)) return false;
  return !(await hadComeByDemo(parts, actor, recordedAt));
};

/** An operator makes accounts, who never comes in by the demo. */
const hasNewAccount = async ({ signIn }: Parts, { until }: Month): Promise<boolean> => {
  const { items } = await signIn.records({ what: 'account-added', limit: 1 });
  return items.some(({ at }) => at >= until);
};

/** Asks anew each time, and reads what is recorded once. */
export const enteredSince = (parts: Parts) => {
  const lookedAt = new Map<string, Position>();

  const holdsReal = async (service: string, month: Month): Promise<boolean> => {
    const categories = entered[service] ?? [];
    for (const event of await parts.operations.recorded(service, categories, lookedAt.get(service))) {
      if (await isReal(parts, { service, event, month })) return true;
      lookedAt.set(service, event.position);
    }
    return false;
  };

  /** Whether anything in the town may be real. */
  return async (month: Month): Promise<boolean> => {
    if (await hasNewAccount(parts, month)) return true;
    for (const service of Object.keys(entered)) if (await holdsReal(service, month)) return true;
    return false;
  };
};
