import { z } from 'zod';
import { contract, moment } from './contract.js';
import {
  AdditionKind,
  Channel,
  Cycle,
  DeclineReason,
  ErasureReason,
  Flag,
  Net,
  Outcome,
  ReclassifyReason,
  ReopenReason,
  ReportedBy,
  RowTime,
  Urgency,
  Verdict,
} from './words.js';

/**
 * History that came in a file. It is judged as of `asOf` and never offered to anybody, announced to anybody
 * or waited for. `dueAt` is the target its source had set, `claim` the verdict its source gave.
 */
export const Archive = z.object({
  /** The import this row came with. */
  batch: z.string().min(1),
  sourceId: z.string().min(1),
  asOf: moment,
  dueAt: moment.nullable(),
  closedAt: moment.nullable(),
  claim: Verdict.nullable(),
  flags: z.array(Flag),
  /** Which of its times are only days. Absent: none, or it came before that was noted for each. */
  days: z.array(RowTime).optional(),
});

/**
 * An open case of another system with which this town goes on: its clocks go on with the deadline that its source had
 * set, and whatever fell due before it was recorded here is told to nobody as new.
 */
export const MovedIn = z.object({
  batch: z.string().min(1),
  sourceId: z.string().min(1),
  dueAt: moment.nullable(),
  flags: z.array(Flag),
  /** As in `archive`. */
  days: z.array(RowTime).optional(),
});

/** A point in WGS 84 degrees. */
const Point = z.object({ lat: z.number(), lon: z.number() });
const Name = z.object({ en: z.string(), zh: z.string() });
const CaseName = z.object({ caseId: z.uuid(), number: z.string().min(1) });

/** A demand has become a case: from this moment (`time`: when it was reported) the town owes an answer. */
export const CaseRegisteredV1 = contract(
  'intake.case-registered.v1',
  z.object({
    number: z.string().min(1),
    cycle: Cycle,
    menuItem: z.string().min(1),
    net: Net,
    urgency: Urgency,
    /** The id of the policy that its menu item names. */
    policy: z.string().min(1),
    channel: Channel,
    /** Where, in the vault; `null` when nobody said. */
    placeId: z.uuid().nullable(),
    /** What was said, in the vault; absent from what was told before this field was. */
    wordsId: z.uuid().optional(),
    /** How to reach whoever asked, in the vault; absent where nobody said. */
    contactId: z.uuid().optional(),
    /** The urgency of its menu item, where it is published; `urgency` is another one where staff decided so. */
    itemUrgency: Urgency.optional(),
    /** How urgent the resident says it is: a wish that the desk sees and decides about. */
    wishedUrgency: Urgency.optional(),
    /** Whose word `time` is. Absent: the town's own clock, or not published yet. */
    reportedBy: ReportedBy.optional(),
    /** Where it is, if its menu item is about a public place: that point is nobody's secret. */
    point: Point.optional(),
    archive: Archive.optional(),
    /** Absent with `archive`, and where it was reported to this town itself. */
    movedIn: MovedIn.optional(),
    /** What people at the source of a file know it by. Absent where that may be somebody's phone. */
    sourceNumber: z.string().min(1).optional(),
    /** The case of which this one was a part; `time` is when that one was reported. */
    splitFrom: CaseName.extend({
      /** That case was by then noted as another person's than first: whoever asked first in it did not ask in this one. */
      isOfSomebodyElse: z.literal(true).optional(),
    }).optional(),
  }),
);

/** The town does not take this demand up; the resident was told why, and which door is the right one. */
export const CaseDeclinedV1 = contract(
  'intake.case-declined.v1',
  z.object({ cycle: Cycle, reason: DeclineReason, door: z.string().min(1) }),
);

/** What was noted at registration was wrong: what it is about, where it is, how urgent, or who asked. */
export const CaseReclassifiedV1 = contract(
  'intake.case-reclassified.v1',
  z.object({
    cycle: Cycle,
    menuItem: z.string().min(1),
    net: Net,
    urgency: Urgency,
    policy: z.string().min(1),
    placeId: z.uuid().nullable(),
    reason: ReclassifyReason,
    /** As in `case-registered`. */
    itemUrgency: Urgency.optional(),
    point: Point.optional(),
    /** Where in the vault the words and the contact are from now on; absent where that did not change. */
    wordsId: z.uuid().optional(),
    contactId: z.uuid().optional(),
    /** Whoever was noted first asked after all: somebody else had been noted by mistake. Only with `wordsId`. */
    isFirstPerson: z.literal(true).optional(),
  }),
);

/**
 * Two reports were one thing: the survivor goes on and answers both residents by the earlier deadline; the other's
 * clocks are over without a verdict. Told under the survivor's key when the other one was closed as its duplicate
 * (`case-closed`, with `duplicateOf`); `dueAt`: the other's deadline, `null` where whoever tells does not know it.
 */
export const CaseMergedV1 = contract(
  'intake.case-merged.v1',
  z.object({
    cycle: Cycle,
    part: z.enum(['survivor', 'merged']),
    survivorId: z.uuid(),
    mergedId: z.uuid(),
    /** Absent in what was told before it was kept. */
    mergedNumber: z.string().min(1).optional(),
    dueAt: moment.nullable(),
  }),
);

/** The resident took the demand back: nothing is owed any more, and nobody kept or missed a deadline by it. */
export const CaseWithdrawnV1 = contract(
  'intake.case-withdrawn.v1',
  z.object({
    cycle: Cycle,
    /** Who put the resident's word on record: the resident, or the desk to which it was said. */
    recordedBy: z.enum(['resident', 'desk']).meta({ 'x-may-grow': true }).optional(),
  }),
);

/**
 * The case is over (`time`: when): every clock of this cycle that still runs ends here. Closing is no answer:
 * a deadline was met by whoever took or finished the order, or by nobody.
 */
export const CaseClosedV1 = contract(
  'intake.case-closed.v1',
  z.object({
    cycle: Cycle,
    outcome: Outcome,
    /** For the outcome `duplicate`: the case that answers for this one, too. */
    duplicateOf: CaseName.optional(),
    /**
     * The source from which it came in a file has closed it, as a later file said; `claim`: its verdict by then. Such a
     * close answers its deadline.
     */
    source: z
      .object({
        asOf: moment,
        claim: Verdict.nullable(),
        /** Holds `closedAt` where only the day of the closing is known. */
        days: z.array(RowTime).optional(),
        /** What was odd about the row of that file and had not been before. */
        flags: z.array(Flag).optional(),
      })
      .optional(),
    /** The letter that closes it, in the vault. */
    letterId: z.uuid().optional(),
  }),
);

/**
 * The town owes an answer once more (`time`: since when): whoever asked is not content, or has asked again, or it was
 * closed by mistake. What was judged of the cycles before stands.
 */
export const CaseReopenedV1 = contract(
  'intake.case-reopened.v1',
  z.object({
    number: z.string().min(1),
    /** The cycle that begins. */
    cycle: Cycle,
    because: ReopenReason,
    menuItem: z.string().min(1),
    net: Net,
    urgency: Urgency,
    policy: z.string().min(1),
    placeId: z.uuid().nullable(),
    wordsId: z.uuid().optional(),
    contactId: z.uuid().optional(),
    itemUrgency: Urgency.optional(),
    point: Point.optional(),
  }),
);

/** One report was two things: the other one is a case of its own from now on, with the same start. */
export const CaseSplitV1 = contract(
  'intake.case-split.v1',
  z.object({ number: z.string().min(1), cycle: Cycle, part: CaseName }),
);

/** Two reports that were merged are two things after all; told under both keys. */
export const CaseUnmergedV1 = contract(
  'intake.case-unmerged.v1',
  z.object({
    cycle: Cycle,
    part: z.enum(['survivor', 'merged']),
    survivorId: z.uuid(),
    mergedId: z.uuid(),
  }),
);

/** Something was added to what was said or done: it lies in the vault. */
export const CaseSupplementedV1 = contract(
  'intake.case-supplemented.v1',
  z.object({
    number: z.string().min(1),
    cycle: Cycle,
    kind: AdditionKind,
    itemId: z.uuid(),
    /** Whoever asked sees it, too. */
    isForResident: z.boolean(),
  }),
);

/**
 * What was said in this case, where and by whom can be opened by nobody any more: the person who asked was erased, in
 * all of their cases. Told of the case by which they were found; the events of it stand.
 */
export const PersonErasedV1 = contract(
  'intake.person-erased.v1',
  z.object({
    number: z.string().min(1),
    reason: ErasureReason,
  }),
);

/** The town's menu has this item from now on, or has it changed. The subject is the item's id. */
export const MenuItemPublishedV1 = contract(
  'intake.menu-item-published.v1',
  z.object({ id: z.string().min(1), version: z.int().positive(), name: Name, net: Net, urgency: Urgency }),
);
