/** Whether a cycle is taken out of the rates (剔除): asked by the unit that is rated, decided by somebody outside of it. */
import { type Decision, isWholeTown, liesIn } from '@mulin/kernel';
import type { By, Event, ExemptionReason, RatedUnit } from './rate-events.js';
import { ratedUnits } from './parts.js';
import { cycleIn, type Exemption, exemptionFor, isGranted, type Measured, type State } from './rate-state.js';
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

/** All that was asked for in a cycle; refused (`exemption-unknown`) where nothing was. */
const asked = ({ exemptions }: Rated): readonly Exemption[] => {
  if (exemptions.length === 0) throw noExemption();
  return exemptions;
};

const by = ({ account, role }: Party): By => ({ account, role });

/** What every event says: which cycle of which case, whose exemption, and who says it. */
const saidOf = (party: Party, { number }: Rated, cycle: number, { area, office }: RatedUnit) => {
  const unit = office === null ? { area } : { area, office };
  return { number, cycle, ...unit, by: by(party) };
};

/** Whether something of the cycle counts for a unit of theirs, or they are of a unit that asked. */
const isRated = (party: Party, rated: Rated): boolean =>
  [...ratedUnits(rated), ...rated.exemptions.map(({ unit }) => unit)].some((unit) => isOfUnit(party, unit));

type Request = Readonly<{ cycle: number; reason: ExemptionReason; evidenceId: string }>;

/** Whether they are the unit itself, or lead it: an office is not led by whoever leads the land on which it works. */
const speaksFor =
  (party: Party) =>
  ({ office }: RatedUnit): boolean =>
    office === null || party.offices.includes(office);

/**
 * A rated unit, or whoever leads it, asks: of several of theirs the one that had the case last. Refused: `nothing-rated`,
 * `not-rated-unit`, `exemption-asked` (once for each unit for which the cycle counts), `exemption-waits` (while that of
 * another unit waits for a decision).
 */
export const ask =
  (party: Party, { cycle, reason, evidenceId }: Request): Decides =>
  (state, now) => {
    const rated = ratedIn(state, cycle);
    const own = ratedUnits(rated).filter((unit) => isOfUnit(party, unit));
    if (own.length === 0) throw notRatedUnit();
    const open = own.filter((unit) => exemptionFor(rated, unit) === undefined);
    const unit = open.findLast(speaksFor(party)) ?? open.at(-1);
    if (unit === undefined) throw exemptionAsked();
    if (rated.exemptions.some(({ decided }) => decided === null)) throw exemptionWaits();
    const said = saidOf(party, rated, cycle, unit);
    return [{ type: 'ExemptionAsked', data: { ...said, reason, evidenceId, askedAt: now } }];
  };

/**
 * Somebody outside the rated units decides about the one that waits. Refused: `nothing-rated`, `of-rated-unit` (also to
 * whoever asked), `exemption-unknown`, `exemption-decided`.
 */
export const decide =
  (party: Party, { cycle, granted }: Readonly<{ cycle: number; granted: boolean }>): Decides =>
  (state, now) => {
    const rated = ratedIn(state, cycle);
    if (isRated(party, rated)) throw ofRatedUnit();
    const waiting = asked(rated).find(({ decided }) => decided === null);
    if (waiting === undefined) throw exemptionDecided();
    if (waiting.askedBy.account === party.account) throw ofRatedUnit();
    const said = saidOf(party, rated, cycle, waiting.unit);
    return [{ type: 'ExemptionDecided', data: { ...said, granted, decidedAt: now } }];
  };

/** Against a refusal speaks the unit, against an exemption somebody outside of it who did not grant it. */
const mayAppeal =
  (party: Party) =>
  (exemption: Exemption): boolean =>
    exemption.decided !== null && isOfUnit(party, exemption.unit) !== isGranted(exemption);

/**
 * Whoever the decision went against appeals, once; of several, the last. Refused: `exemption-unknown`, `nothing-to-appeal`
 * (not decided, or in their favour), `exemption-appealed`, `your-own-decision`.
 */
export const appeal =
  (party: Party, { cycle, evidenceId }: Readonly<{ cycle: number; evidenceId: string }>): Decides =>
  (state, now) => {
    const rated = ratedIn(state, cycle);
    const exemptions = asked(rated);
    const open = exemptions.filter((it) => it.appeal === null);
    const own = open.findLast(mayAppeal(party));
    if (own === undefined) throw open.length < exemptions.length ? exemptionAppealed() : nothingToAppeal();
    if (own.decided?.by.account === party.account) throw yourOwnDecision();
    const said = saidOf(party, rated, cycle, own.unit);
    return [{ type: 'ExemptionAppealed', data: { ...said, evidenceId, appealedAt: now } }];
  };

/** Neither a rated unit nor whoever asked, decided or appealed says the last word. */
const refuseOwn = (party: Party, rated: Rated, { askedBy, decided, appeal: appealed }: Exemption): void => {
  if (isRated(party, rated)) throw ofRatedUnit();
  const spoke = [askedBy, decided?.by, appealed?.by].some((it) => it?.account === party.account);
  if (spoke) throw yourOwnDecision();
};

/**
 * The town leader decides about the appeal that has waited longest, for good. Refused: `exemption-unknown`,
 * `nothing-to-settle`, `of-rated-unit`, `your-own-decision`.
 */
export const settle =
  (party: Party, { cycle, granted }: Readonly<{ cycle: number; granted: boolean }>): Decides =>
  (state, now) => {
    const rated = ratedIn(state, cycle);
    const waiting = asked(rated).find((it) => it.appeal !== null && it.settled === null);
    if (waiting === undefined) throw nothingToSettle();
    refuseOwn(party, rated, waiting);
    const said = saidOf(party, rated, cycle, waiting.unit);
    return [{ type: 'ExemptionSettled', data: { ...said, granted, settledAt: now } }];
  };
