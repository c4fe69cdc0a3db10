/** A cycle of a case in the rates, for whoever may have to do with its exemption. */
import { type Actor, mayReach, Rejection, type Right, type Thing } from '@mulin/kernel';
import type { Dependencies } from '../../dependencies.js';
import type { Party } from '../../domain/rates/exemption.js';
import { notRatedUnit, ofRatedUnit } from '../../domain/rates/exemption-refusals.js';
import { ratedUnits } from '../../domain/rates/parts.js';
import type { By } from '../../domain/rates/rate-events.js';
import {
  cycleIn,
  type Exemption,
  lastUnit,
  type Measured,
  stageOf,
  type State,
} from '../../domain/rates/rate-state.js';

const notYourArea = () =>
  new Rejection(
    'not-your-area',
    { en: 'This lies outside your area.', zh: '此事不在您的辖区内。' },
    'forbidden',
  );

const refusals: Readonly<Partial<Record<Right, () => Rejection>>> = {
  'exemption.ask': notRatedUnit,
  'exemption.decide': ofRatedUnit,
};

export const partyOf = (
  { directory }: Pick<Dependencies, 'directory'>,
  { id, role, area }: Actor,
): Party => ({
  account: id,
  role,
  area,
  offices: directory.officesOf(id),
});

export type FoundCycle = Readonly<{ caseId: string; cycle: number; measured: Measured; revision: number }>;

/** The one that began last; 1 where nothing is known. */
const lastCycle = ({ cycles }: State): number => Math.max(1, ...Object.keys(cycles).map(Number));

/** What is asked for is of whoever is rated; what was asked for, of whoever asked. In the hands of its office. */
const thingsOf = (
  { directory }: Pick<Dependencies, 'directory'>,
  { actor, right }: Pick<Wanted, 'actor' | 'right'>,
  measured: Measured,
): readonly Thing[] => {
  const { exemption } = measured;
  const units =
    right === 'exemption.ask'
      ? ratedUnits(measured)
      : [exemption === null ? lastUnit(measured) : exemption.unit];
  return units.map(({ area, office }) => {
    const isTheirs = office !== null && directory.officesOf(actor.id).includes(office);
    return { area, ties: isTheirs ? ['held'] : [] };
  });
};

type Wanted = Readonly<{ name: string; cycle: number | undefined; actor: Actor; right: Right }>;

/** Refused: `case-unknown`; `not-rated-unit`, `of-rated-unit` or `not-your-area` to whom it does not concern. */
export const findCycle = async (
  deps: Pick<Dependencies, 'rates' | 'caseIdOf' | 'directory'>,
  { name, cycle: wanted, actor, right }: Wanted,
): Promise<FoundCycle> => {
  const caseId = await deps.caseIdOf(name);
  const { state, revision } = await deps.rates.query(caseId);
  const cycle = wanted ?? lastCycle(state);
  const measured = cycleIn(state, cycle);
  if (!thingsOf(deps, { actor, right }, measured).some((thing) => mayReach(right, actor, thing)))
    throw (refusals[right] ?? notYourArea)();
  return { caseId, cycle, measured, revision };
};

/** By whom and when something was done; nothing of either where it was not. */
const stepsOf = ({ askedBy, askedAt, decided, appeal, settled }: Exemption) => ({
  askedBy: askedBy.account,
  askedAt,
  decidedBy: accountOf(decided),
  decidedAt: decided && decided.decidedAt,
  appealedBy: accountOf(appeal),
  appealedAt: appeal && appeal.appealedAt,
  settledBy: accountOf(settled),
  settledAt: settled && settled.settledAt,
});

const accountOf = (step: Readonly<{ by: By }> | null): string | null => step && step.by.account;

/** What people read of an exemption; `null`: nobody asked for one. */
export const exemptionOf = ({ caseId, cycle, measured }: Omit<FoundCycle, 'revision'>) => {
  const { exemption, filed } = measured;
  if (exemption === null) return null;
  const standing = exemption.settled ?? exemption.decided;
  return {
    caseId,
    number: filed?.number ?? '',
    cycle,
    ...exemption.unit,
    reason: exemption.reason,
    state: stageOf(exemption),
    granted: standing && standing.granted,
    ...stepsOf(exemption),
  };
};
