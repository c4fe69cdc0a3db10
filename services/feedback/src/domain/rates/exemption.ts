/** Whether a cycle is taken out of the rates (剔除): asked by the unit that is rated, decided by somebody outside of it. */
import { type Decision, isWholeTown, liesIn } from '@mulin/kernel';
import type { By, Event, ExemptionReason, RatedUnit } from './rate-events.js';
import { ratedUnits } from './parts.js';
import {
  cycleIn,
  type Exemption,
  exemptionFor,
  isGranted,
  lastUnit,
  type Measured,
  stageOf,
  type State,
} from './rate-state.js';
import {
  exemptionAppealed,
  exemptionAsked,
  exemptionDecided,
  exemptionWaits,
  noExemption,
  notRatedUnit,
  nothingRated,
  nothingToAppeal,
  nothingToSettle,
  ofRatedUnit,
  yourOwnDecision,
} from './exemption-refusals.js';

type Decides = Decision<State, Event>;

/** Who decides: their account and role, the area they answer for, and the offices on whose roster they are. */
export type Party = By & Readonly<{ area: string; offices: readonly string[] }>;

/**
 * Whether somebody is of the unit that is rated by the case: they lead or serve where it lies (a part of the town, and
 * not the whole), or in the office that had it.
 */
const isOfUnit = ({ area, offices }: Party, unit: RatedUnit): boolean => {
  const isNear = unit.area !== null && liesIn(unit.area, area);
  return (isNear && !isWholeTown(area)) || (unit.office !== null && offices.includes(unit.office));
};

type Rated = Measured & Readonly<{ number: string }>;

/** A cycle of which there are rates; refused (`nothing-rated`) where the town has none of it. */
const ratedIn = (state: State, cycle: number): Rated => {
  const measured = cycleIn(state, cycle);
  const number = measured.filed?.number;
  if (number === undefined) throw nothingRated();
  return { ...measured, number };
};

const asked = ({ exemption }: Rated): Exemption => {
  if (exemption === null) throw noExemption();
  return exemption;
};

const by = ({ account, role }: Party): By => ({ account, role });

/** Whether they are of the unit for which it was asked, or of that which has the case by now. */
const isRated = (party: Party, rated: Rated): boolean =>
  isOfUnit(party, lastUnit(rated)) || (rated.exemption !== null && isOfUnit(party, rated.exemption.unit));

type Request = Readonly<{ cycle: number; reason: ExemptionReason; evidenceId: string }>;

/** Whether somebody else has to say the next word about it. */
const waits = (exemption: Exemption): boolean => ['asked', 'appealed'].includes(stageOf(exemption));

/**
 * A rated unit, or whoever leads it, asks: the one that had the case last before those that had it earlier. Refused:
 * `nothing-rated`, `not-rated-unit`, `exemption-asked` (once for each unit for which the cycle counts), `exemption-waits`
 * (while that of another unit waits for a decision).
 */
export const ask =
  (party: Party, { cycle, reason, evidenceId }: Request): Decides =>
  (state, now) => {
    const rated = ratedIn(state, cycle);
    const { number, exemption } = rated;
    const own = ratedUnits(rated).filter((unit) => isOfUnit(party, unit));
    if (own.length === 0) throw notRatedUnit();
    const asking = own.findLast((unit) => exemptionFor(rated, unit) === null);
    if (asking === undefined) throw exemptionAsked();
    if (exemption !== null && waits(exemption)) throw exemptionWaits();
    const { area, office } = asking;
    const unit = office === null ? { area } : { area, office };
    return [
      {
        type: 'ExemptionAsked',
        data: { number, cycle, ...unit, reason, evidenceId, by: by(party), askedAt: now },
      },
    ];
  };

/**
 * Somebody outside the rated unit decides. Refused: `nothing-rated`, `of-rated-unit` (also to whoever asked),
 * `exemption-unknown`, `exemption-decided`.
 */
export const decide =
  (party: Party, { cycle, granted }: Readonly<{ cycle: number; granted: boolean }>): Decides =>
  (state, now) => {
    const rated = ratedIn(state, cycle);
    if (isRated(party, rated) || rated.exemption?.askedBy.account === party.account) throw ofRatedUnit();
    const { number } = rated;
    const exemption = asked(rated);
    if (exemption.decided !== null) throw exemptionDecided();
    return [{ type: 'ExemptionDecided', data: { number, cycle, granted, by: by(party), decidedAt: now } }];
  };

/** Against a refusal speaks the unit, against an exemption somebody outside of it who did not grant it. */
const mayAppeal = (party: Party, exemption: Exemption): boolean =>
  isOfUnit(party, exemption.unit) !== isGranted(exemption);

/**
 * Whoever the decision went against appeals, once. Refused: `exemption-unknown`, `nothing-to-appeal` (not decided, or
 * in their favour), `exemption-appealed`, `your-own-decision`.
 */
export const appeal =
  (party: Party, { cycle, evidenceId }: Readonly<{ cycle: number; evidenceId: string }>): Decides =>
  (state, now) => {
    const rated = ratedIn(state, cycle);
    const { number } = rated;
    const exemption = asked(rated);
    if (exemption.appeal !== null) throw exemptionAppealed();
    if (exemption.decided === null || !mayAppeal(party, exemption)) throw nothingToAppeal();
    if (exemption.decided.by.account === party.account) throw yourOwnDecision();
    const { area } = exemption.unit;
    return [
      {
        type: 'ExemptionAppealed',
        data: { number, cycle, area, evidenceId, by: by(party), appealedAt: now },
      },
    ];
  };

/** Neither the rated unit nor whoever asked, decided or appealed says the last word. */
const refuseOwn = (party: Party, rated: Rated, exemption: Exemption): void => {
  if (isRated(party, rated)) throw ofRatedUnit();
  const { askedBy, decided, appeal: appealed } = exemption;
  const spoke = [askedBy, decided?.by, appealed?.by].some((it) => it?.account === party.account);
  if (spoke) throw yourOwnDecision();
};

/**
 * The town leader decides about an appeal, for good. Refused: `exemption-unknown`, `nothing-to-settle`, `of-rated-unit`,
 * `your-own-decision`.
 */
export const settle =
  (party: Party, { cycle, granted }: Readonly<{ cycle: number; granted: boolean }>): Decides =>
  (state, now) => {
    const rated = ratedIn(state, cycle);
    const { number } = rated;
    const exemption = asked(rated);
    if (exemption.appeal === null || exemption.settled !== null) throw nothingToSettle();
    refuseOwn(party, rated, exemption);
    return [{ type: 'ExemptionSettled', data: { number, cycle, granted, by: by(party), settledAt: now } }];
  };
