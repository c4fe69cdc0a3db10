/** What follows outside of a dispute from what happened in it: the case it came of is told, and people's time is free again. */
import { on, type Reaction } from '@mulin/bus';
import {
  DisputeEndedV1,
  DisputeOpenedV1,
  DisputeReopenedV1,
  SessionCalledOffV1,
  SessionPlannedV1,
} from '@mulin/contracts';
import { causedBy, type CommandHandler, instant } from '@mulin/kernel';
import { releaseTime } from '../commands/plan-session.js';
import type { Dependencies } from '../dependencies.js';
import * as Referral from '../domain/referral.js';

type Parts = Pick<Dependencies, 'disputes' | 'diaries'> &
  Readonly<{ referrals: CommandHandler<Referral.State, Referral.Event> }>;

const actor = 'mediation';

const referring = ({ disputes, referrals }: Parts): readonly Reaction[] => {
  const refer = async (event: Parameters<typeof causedBy>[0] & { subject: string; time: string }) => {
    const { state } = await disputes.query(event.subject);
    const { fromCase, number } = state ?? {};
    if (!fromCase || number === undefined) return;
    const referred = { disputeId: event.subject, disputeNumber: number, at: instant(event.time) };
    await referrals(fromCase.caseId, Referral.refer(referred), causedBy(event, actor));
  };
  return [
    on(DisputeOpenedV1, refer),
    on(DisputeReopenedV1, refer),
    on(DisputeEndedV1, async (event) => {
      const { state } = await disputes.query(event.subject);
      if (!state?.fromCase) return;
      const referred = {
        disputeId: event.subject,
        disputeNumber: event.data.number,
        at: instant(event.time),
      };
      const decide = Referral.endReferral(referred, event.data.outcome);
      await referrals(state.fromCase.caseId, decide, causedBy(event, actor));
    }),
  ];
};

const freeing = ({ disputes, diaries }: Parts): readonly Reaction[] => [
  on(SessionCalledOffV1, async (event) => {
    const { session: nth } = event.data;
    const { state } = await disputes.query(event.subject);
    const session = state?.sessions.find((it) => it.session === nth);
    if (session === undefined) return;
    await releaseTime({ diaries }, session, causedBy(event, actor));
  }),
  // Whoever moved it has done so already, unless the process ended in between.
  on(SessionPlannedV1, async (event) => {
    const { session: nth } = event.data;
    const { state } = await disputes.query(event.subject);
    for (const taken of state?.sessions.find((it) => it.session === nth)?.former ?? [])
      await releaseTime({ diaries }, taken, causedBy(event, actor));
  }),
];

/** It hears itself by the bus, as everybody does, so that what a crash interrupted is done when the message comes again. */
export const whenDisputesMove = (parts: Parts): readonly Reaction[] => [
  ...referring(parts),
  ...freeing(parts),
];
