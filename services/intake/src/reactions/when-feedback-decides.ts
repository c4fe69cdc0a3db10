/** What whoever asked has said of it: the case is closed, or done again. */
import { on, type Reaction } from '@mulin/bus';
import { CaseConcludedV1, RedoDemandedV1 } from '@mulin/contracts';
import { causedBy, type CommandHandler, instant } from '@mulin/kernel';
import type * as Case from '../domain/case/case.js';
import { conclude, redo } from '../domain/case/reopening.js';

type Parts = Readonly<{ cases: CommandHandler<Case.State, Case.Event> }>;

export const whenFeedbackDecides = ({ cases }: Parts): readonly Reaction[] => [
  on(CaseConcludedV1, async (event) => {
    const { cycle, outcome, letterId } = event.data;
    const decide = conclude({ cycle, outcome, letterId, at: instant(event.time) });
    await cases(event.subject, decide, causedBy(event, 'intake'));
  }),
  on(RedoDemandedV1, async (event) => {
    const decide = redo(event.data.nextCycle, instant(event.time));
    await cases(event.subject, decide, causedBy(event, 'intake'));
  }),
];
