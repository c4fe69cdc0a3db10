/** A cycle of a case in the rates, for whoever may have to do with its exemption. */
import { type Actor, type Instant, mayReach, Rejection, type Right, type Thing } from '@mulin/kernel';
import type { Dependencies } from '../../dependencies.js';
import type { Party } from '../../domain/rates/exemption.js';
import { notRatedUnit, ofRatedUnit } from '../../domain/rates/exemption-refusals.js';
import { ratedUnits } from '../../domain/rates/parts.js';
import type { By, RatedUnit } from '../../domain/rates/rate-events.js';
import {
  cycleIn,
  type Exemption,
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

type Directory = Pick<Dependencies, 'directory'>;

export const partyOf = ({ directory }: Directory, { id, role, area }: Actor): Party => ({
  account: id,
  role,
  area,
  offices: directory.officesOf(id),
});

export type FoundCycle = Readonly<{ caseId: string; cycle: number; measured: Measured; revision: number }>;

/** The one that began last; 1 where nothing is known. */
const lastCycle = ({ cycles }: State): number => Math.max(1, ...Object.keys(cycles).map(Number));

/** A unit, for the table of rights: in the hands of whoever is of its office. */
const thingOf = ({ directory }: Directory, actor: Actor, { area, office }: RatedUnit): Thing => {
  const isTheirs = office !== null && directory.officesOf(actor.id).includes(office);
  return { area, ties: isTheirs ? ['held'] : [] };
};

/** What is asked for is of whoever is rated; what was asked for, of whoever asked. */
const unitsFor = (right: Right, measured: Measured): readonly RatedUnit[] =>
  right === 'exemption.ask' || measured.exemptions.length === 0
    ? ratedUnits(measured)
    : measured.exemptions.map(({ unit }) => unit);

/** What was asked for in a cycle by units that somebody reaches. */
export const exemptionsFor = (
  deps: Directory,
  right: Right,
  actor: Actor,
  { exemptions }: Pick<Measured, 'exemptions'>,
): readonly Exemption[] =>
  exemptions.filter(({ unit }) => mayReach(right, actor, thingOf(deps, actor, unit)));

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
  const units = unitsFor(right, measured);
  if (!units.some((unit) => mayReach(right, actor, thingOf(deps, actor, unit))))
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

/** The one that waits for somebody, else the one of which something was said last. */
export const foremost = (exemptions: readonly Exemption[]): Exemption | undefined =>
  exemptions.find(({ decided }) => decided === null) ??
  exemptions.find(({ appeal, settled }) => appeal !== null && settled === null) ??
  lastTouched(exemptions);

const touchedAt = ({ askedAt, decided, appeal, settled }: Exemption): Instant =>
  settled?.settledAt ?? appeal?.appealedAt ?? decided?.decidedAt ?? askedAt;

/** The one of which something was said last. */
export const lastTouched = (exemptions: readonly Exemption[]): Exemption | undefined =>
  exemptions.reduce<Exemption | undefined>(
    (last, it) => (last !== undefined && touchedAt(last) > touchedAt(it) ? last : it),
    undefined,
  );

/** What people read of an exemption. */
export const exemptionOf = (
  { caseId, cycle, measured }: Omit<FoundCycle, 'revision'>,
  exemption: Exemption,
) => {
  const standing = exemption.settled ?? exemption.decided;
  return {
    caseId,
    number: measured.filed?.number ?? '',
    cycle,
    ...exemption.unit,
    reason: exemption.reason,
    state: stageOf(exemption),
    granted: standing && standing.granted,
    ...stepsOf(exemption),
  };
};
