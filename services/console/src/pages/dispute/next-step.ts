/** What must happen next in a dispute, whoever reads it. */
import type { Schemas } from '../../api/client';

type Dispute = Schemas['Dispute'];

export type NextStep =
  | 'assign'
  | 'challenge'
  | 'consent'
  | 'plan'
  | 'meet'
  | 'minutes'
  | 'agree'
  | 'sign'
  | 'seal'
  | 'perform'
  | 'overdue'
  | 'over';

const inMediation = ({ sessions }: Dispute, now: number): NextStep => {
  const planned = sessions.filter(({ state }) => state === 'planned');
  if (planned.some(({ from }) => Date.parse(from) <= now)) return 'minutes';
  if (planned.length > 0) return 'meet';
  return sessions.some(({ state }) => state === 'held') ? 'agree' : 'plan';
};

/** Whoever must sign: the seal of the committee comes last. */
const toSign = ({ parties, agreement }: Dispute): NextStep => {
  const signed = agreement?.signatures ?? [];
  const missing =
    parties.some(({ party }) => !signed.some((one) => one.party === party)) ||
    !signed.some(({ by }) => by === 'mediator');
  return missing ? 'sign' : 'seal';
};

const toPerform = ({ agreement }: Dispute, now: number): NextStep =>
  (agreement?.terms ?? []).some(({ performedAt, dueAt }) => performedAt === null && Date.parse(dueAt) < now)
    ? 'overdue'
    : 'perform';

/** `now` in milliseconds since 1970, by the town's clock. */
export const nextStepOf = (it: Dispute, now: number): NextStep => {
  if (it.state === 'ended') return 'over';
  if (it.isChallenged) return 'challenge';
  if (it.state === 'opened') return it.mediator === null ? 'assign' : 'consent';
  if (it.state === 'asking-consent') return 'consent';
  if (it.state === 'in-mediation') return inMediation(it, now);
  return it.state === 'agreed' ? toSign(it) : toPerform(it, now);
};

/** In whose hands each of them is. */
export const whoseStep: Readonly<Record<NextStep, 'mediator' | 'committee' | 'nobody'>> = {
  assign: 'committee',
  challenge: 'committee',
  consent: 'mediator',
  plan: 'mediator',
  meet: 'mediator',
  minutes: 'mediator',
  agree: 'mediator',
  sign: 'mediator',
  seal: 'committee',
  perform: 'mediator',
  overdue: 'mediator',
  over: 'nobody',
};

/** The part of the page on which it is done. */
export const placeOf: Readonly<Record<NextStep, string>> = {
  assign: 'lead',
  challenge: 'lead',
  consent: 'parties',
  plan: 'sessions',
  meet: 'sessions',
  minutes: 'sessions',
  agree: 'agreement',
  sign: 'agreement',
  seal: 'agreement',
  perform: 'agreement',
  overdue: 'agreement',
  over: 'ending',
};
