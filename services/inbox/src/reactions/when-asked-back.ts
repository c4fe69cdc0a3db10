import type { Reaction } from '@mulin/bus';
import {
  CallBackDueV1,
  CallBackMadeV1,
  CaseConcludedV1,
  ExemptionAppealedV1,
  ExemptionAskedV1,
  ExemptionDecidedV1,
  ExemptionSettledV1,
  RedoDemandedV1,
  SecretaryAskedV1,
} from '@mulin/contracts';
import { recording, type Matters } from './record-events.js';

/** What feedback tells: whom somebody has to call, and what the secretary has to decide. */
export const whenAskedBack = (matters: Matters): readonly Reaction[] => {
  const of = recording(matters, 'feedback');
  const concluded = ({ cycle }: { cycle: number }) => ({ is: 'concluded', cycle }) as const;
  return [
    of(CallBackDueV1, ({ number, cycle, area, handlers }) => ({
      is: 'call-back-due',
      number,
      cycle,
      area,
      handlers,
    })),
    of(CallBackMadeV1, ({ cycle, isLast }) => (isLast ? { is: 'call-back-over', cycle } : null)),
    of(SecretaryAskedV1, ({ number, cycle, area }) => ({ is: 'secretary-asked', number, cycle, area })),
    of(RedoDemandedV1, concluded),
    of(CaseConcludedV1, concluded),
  ];
};

/** What feedback tells of exemptions from the rates: whom somebody has to answer. */
export const whenExemptionAsked = (matters: Matters): readonly Reaction[] => {
  const of = recording(matters, 'feedback');
  return [
    of(ExemptionAskedV1, ({ number, cycle, area, by }) => ({
      is: 'exemption-asked',
      number,
      cycle,
      area,
      by,
    })),
    of(ExemptionDecidedV1, ({ cycle, by }) => ({ is: 'exemption-decided', cycle, by })),
    of(ExemptionAppealedV1, ({ number, cycle, area, by }) => ({
      is: 'exemption-appealed',
      number,
      cycle,
      area,
      by,
    })),
    of(ExemptionSettledV1, ({ cycle }) => ({ is: 'exemption-settled', cycle })),
  ];
};
