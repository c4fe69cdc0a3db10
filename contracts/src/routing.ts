import { z } from 'zod';
import { contract, moment } from './contract.js';
import {
  ContactManner,
  Cycle,
  HandOverDirection,
  HandOverReason,
  Net,
  OfferReason,
  RefusalReason,
  ReleaseReason,
  ReportContent,
  ReturnReason,
  TimedBy,
  Urgency,
} from './words.js';

const Leg = z.int().positive();
const AreaPath = z.string().min(1);
const Account = z.string().min(1);
/** Where a duty is held: the id of a micro-grid, the path of an area, or the id of a town office. */
const Unit = z.string().min(1);
/** Whose clock `time` is, where it is not the town's own. */
const ByDevice = TimedBy.optional();

/** A grid member is asked to take the order; a new leg of its custody begins. */
export const OrderOfferedV1 = contract(
  'routing.order-offered.v1',
  z.object({
    number: z.string().min(1),
    cycle: Cycle,
    leg: Leg,
    microGrid: z.string().min(1),
    area: AreaPath,
    net: Net,
    member: z.string().min(1),
    menuItem: z.string().min(1),
    urgency: z.string().min(1),
    /** The arbiter decided so: it cannot be returned again. */
    final: z.boolean(),
    /** Why this leg begins; absent from what was published before this field existed. */
    because: OfferReason.optional(),
    /** Who had it before, where somebody else did. */
    from: z.string().min(1).optional(),
    /** The net of the micro-grid, which is not the demand's own where the life net answers for it. */
    microGridNet: Net.optional(),
    /** The unit whose roster names `member`, where it is another one than the micro-grid. */
    unit: Unit.optional(),
    /** Everybody else who is asked at the same time, because it is an emergency; whoever takes it first has it. */
    alsoAsked: z.array(Account).optional(),
  }),
);

/** The grid member has taken it and answers for it from now on. */
export const OrderTakenV1 = contract(
  'routing.order-taken.v1',
  z.object({ cycle: Cycle, leg: Leg, member: z.string().min(1), timedBy: ByDevice }),
);

/** The holder has got in touch with whoever asked, or has tried to (`time`: when). */
export const ContactMadeV1 = contract(
  'routing.contact-made.v1',
  z.object({ cycle: Cycle, leg: Leg, member: Account, manner: ContactManner, timedBy: ByDevice }),
);

/**
 * The holder says how it stands (`time`: when). `counts`: it has substance, so that the next report is owed from now on;
 * the same words for the third time running, or none at all, do not count.
 */
export const ProgressReportedV1 = contract(
  'routing.progress-reported.v1',
  z.object({
    cycle: Cycle,
    leg: Leg,
    member: Account,
    content: ReportContent,
    counts: z.boolean(),
    timedBy: ByDevice,
  }),
);

/** The holder has passed it on to another unit, which is asked next; that leg is over. */
export const OrderHandedOverV1 = contract(
  'routing.order-handed-over.v1',
  z.object({
    cycle: Cycle,
    leg: Leg,
    member: Account,
    to: Unit,
    direction: HandOverDirection,
    reason: HandOverReason,
  }),
);

/** A unit is called in beside the holder, who stays responsible (吹哨报到). `call`: the how-manieth of this cycle. */
export const HelperCalledV1 = contract(
  'routing.helper-called.v1',
  z.object({
    number: z.string().min(1),
    cycle: Cycle,
    call: z.int().positive(),
    by: Account,
    unit: Unit,
    /** Who is on duty there, and is asked to come. */
    member: Account,
    area: AreaPath,
    /** Since when that unit is waited for, where somebody of it was called before and never came; absent: `time`. */
    since: moment.optional(),
  }),
);

/** Whoever was called has come (`time`: when). */
export const HelperJoinedV1 = contract(
  'routing.helper-joined.v1',
  z.object({ cycle: Cycle, call: z.int().positive(), member: Account, timedBy: ByDevice }),
);

/** Whoever was called has done their part (`time`: when). */
export const HelperFinishedV1 = contract(
  'routing.helper-finished.v1',
  z.object({ cycle: Cycle, call: z.int().positive(), member: Account, timedBy: ByDevice }),
);

/** Nobody waits for that helper any more. */
export const HelperReleasedV1 = contract(
  'routing.helper-released.v1',
  z.object({ cycle: Cycle, call: z.int().positive(), member: Account, because: ReleaseReason }),
);

/** The holder has given it back with a reason; that leg is over. */
export const OrderReturnedV1 = contract(
  'routing.order-returned.v1',
  z.object({ cycle: Cycle, leg: Leg, member: z.string().min(1), reason: ReturnReason }),
);

/** Nobody can be asked, or two have given it back: the community secretary decides who answers. */
export const OrderLeftToArbiterV1 = contract(
  'routing.order-left-to-arbiter.v1',
  z.object({
    number: z.string().min(1),
    cycle: Cycle,
    because: z.enum(['nobodys-land', 'nobody-on-duty', 'second-return', 'place-unknown']),
    area: AreaPath,
    /** The how-manieth time in this cycle that the order lies with an arbiter. */
    turn: z.int().positive().optional(),
    /** The last leg before; 0: there was none. */
    leg: z.int().nonnegative().optional(),
  }),
);

/** The holder says the work is done (`time`: when). Somebody else will look at it before the case is closed. */
export const OrderFinishedV1 = contract(
  'routing.order-finished.v1',
  z.object({
    cycle: Cycle,
    leg: Leg,
    member: z.string().min(1),
    result: z.enum(['solved', 'explained']),
    number: z.string().min(1).optional(),
    /** Where the case lies. */
    area: AreaPath.optional(),
    /** The how-manieth finish of this cycle. */
    round: z.int().positive().optional(),
    /** Everybody who had the order in this cycle: none of them verifies it or calls back. */
    handlers: z.array(Account).optional(),
    timedBy: ByDevice,
  }),
);

/** Somebody who did not handle it has looked, and it is done. */
export const OrderVerifiedV1 = contract(
  'routing.order-verified.v1',
  z.object({
    number: z.string().min(1),
    cycle: Cycle,
    leg: Leg,
    round: z.int().positive(),
    verifier: Account,
    result: z.enum(['solved', 'explained']),
    area: AreaPath,
    handlers: z.array(Account),
  }),
);

/** Somebody who did not handle it has looked, and it is not done: the holder goes on, as if it had not been finished. */
export const FinishRefusedV1 = contract(
  'routing.finish-refused.v1',
  z.object({
    number: z.string().min(1),
    cycle: Cycle,
    leg: Leg,
    round: z.int().positive(),
    verifier: Account,
    reason: RefusalReason,
    /** When the finish was that does not stand. */
    finishedAt: moment,
  }),
);

/**
 * Who would have answered for a case of the archive; `null`: nobody's land, or (`isPlaceless`) it names no place at all.
 * Nobody is asked.
 */
export const ArchivedCaseRoutedV1 = contract(
  'routing.archived-case-routed.v1',
  z.object({
    cycle: Cycle,
    microGrid: z.string().nullable(),
    area: AreaPath.nullable(),
    net: Net,
    isPlaceless: z.boolean().optional(),
  }),
);

/**
 * What was noted of a demand was corrected while somebody had its order, who is told so. `turn`: the order stays
 * with its holder, but by the correction it belongs elsewhere, and the arbiter of `area` decides.
 */
export const OrderCorrectedV1 = contract(
  'routing.order-corrected.v1',
  z.object({
    number: z.string().min(1),
    cycle: Cycle,
    leg: Leg,
    /** Who has it, and is told. */
    member: z.string().min(1),
    menuItem: z.string().min(1),
    net: Net,
    urgency: Urgency,
    area: AreaPath,
    turn: z.int().positive().optional(),
  }),
);

const Name = z.object({ en: z.string(), zh: z.string() });
/** `null`: since for ever, as far as the town knows. */
const Since = moment.nullable();
const Version = z.int().positive();

/** A community, village or grid has this name from now on. The subject is its path. */
export const AreaNamedV1 = contract(
  'routing.area-named.v1',
  z.object({ path: AreaPath, name: Name, version: Version }),
);

/** A micro-grid is drawn, or drawn anew. The subject is its id; its land is not published. */
export const MicroGridDrawnV1 = contract(
  'routing.micro-grid-drawn.v1',
  z.object({ id: z.string().min(1), name: Name, net: Net, area: AreaPath, version: Version, since: Since }),
);

/** There is no such micro-grid any more. The subject is its id. */
export const MicroGridGivenUpV1 = contract(
  'routing.micro-grid-given-up.v1',
  z.object({ id: z.string().min(1), version: Version, since: moment }),
);

const Duty = z.object({
  account: z.string().min(1),
  role: z.string().min(1),
  /** How people call whoever has this account. */
  name: Name.optional(),
  /** Inclusive; `null`: open. */
  from: Since,
  /** Exclusive; `null`: open. */
  until: Since,
  /** The account that is away and whose duty it is otherwise, where that was recorded. */
  standsInFor: z.string().min(1).optional(),
});

/**
 * Who is on duty in a micro-grid (by its id) or an office (`office:` and its id), or leads an area (by its path). The
 * subject is that place.
 */
export const RosterPostedV1 = contract(
  'routing.roster-posted.v1',
  z.object({
    place: z.string().min(1),
    /** How people call an office; areas and micro-grids have names of their own. */
    name: Name.optional(),
    version: Version,
    since: Since,
    duties: z.array(Duty),
    /** The account that changed it in the running town; absent: it is as the town pack has it. */
    by: z.string().min(1).optional(),
  }),
);

/** Nobody is named for that place any more. */
export const RosterTakenDownV1 = contract(
  'routing.roster-taken-down.v1',
  z.object({ place: z.string().min(1), version: Version, since: moment }),
);

/**
 * Somebody is away from all their duties, and somebody else has them meanwhile; the rosters say so as well. The subject is
 * the town. `until: null` is until further notice.
 */
export const LeaveRecordedV1 = contract(
  'routing.leave-recorded.v1',
  z.object({
    id: z.uuid(),
    account: z.string().min(1),
    from: moment,
    until: Since,
    standIn: z.string().min(1).optional(),
    /** The account that recorded it. */
    by: z.string().min(1),
    /** Counts what was recorded of leave. */
    version: Version,
  }),
);

/** They are back sooner, or do not go. The subject is the town. */
export const LeaveEndedV1 = contract(
  'routing.leave-ended.v1',
  z.object({ id: z.uuid(), account: z.string().min(1), by: z.string().min(1), version: Version }),
);
