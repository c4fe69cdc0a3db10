/** Who may do and see what, and where: the one table of it. Every route, list and reading takes it from here. */
import { isWholeTown, liesIn } from './areas.js';
import type { Actor, Role } from './ports.js';
import { disputeRights } from './dispute-rights.js';
import { interviewRights } from './interview-rights.js';
import { rateRights } from './rate-rights.js';
import {
  arbiters,
  area,
  both,
  desk,
  everybody,
  examiners,
  handlers,
  helpers,
  holder,
  holdersOrTold,
  type Holders,
  integrator,
  leaders,
  leadersWhenTold,
  operator,
  own,
  reporters,
  type Tie,
  town,
  verifier,
} from './right-holders.js';

export type { Tie } from './right-holders.js';

/** What everybody at work has of their own: residents and programs have none of it. */
const { resident: _, integrator: __, ...everyoneAtWork } = everybody;

/** Wherever it lies. */
const wherever = ['area', 'elsewhere'] as const;
const colleagues: Holders = Object.fromEntries(Object.keys(everyoneAtWork).map((role) => [role, wherever]));

const table = {
  'case.register': {
    resident: ['own'],
    'hotline-clerk': town,
    'grid-member': town,
    'community-secretary': town,
    helper: town,
    operator: town,
    ...integrator,
  },
  'case.read': { ...leadersWhenTold, ...desk, ...verifier, ...examiners, ...integrator },
  'case.words': { ...leadersWhenTold, ...desk, ...verifier },
  'case.decline': desk,
  'case.reclassify': desk,
  'case.withdraw': { ...desk, resident: ['own'], ...integrator },
  'case.close': desk,
  'case.reopen': { ...desk, resident: ['own'] },
  'case.split': desk,
  'case.merge': desk,
  /**
   * Whoever answers, or has come to help, adds photos and notes; whoever asked, or reported it on patrol, adds what they
   * had not said.
   */
  'addition.write': both(both({ ...holdersOrTold, ...desk, ...verifier, resident: own }, helpers), reporters),
  'addition.read': both(both({ ...holdersOrTold, ...desk, ...verifier, resident: own }, helpers), reporters),
  'my-case.read': { resident: ['own'] },
  'case.list': both(
    {
      ...leaders,
      ...desk,
      ...examiners,
      ...integrator,
      mediator: area,
      verifier: area,
      'grid-member': ['area', 'held'],
      'office-member': ['held'],
    },
    helpers,
  ),
  /** By the phone of whoever asked: for those who may read how to reach them. */
  'case.find-by-phone': { ...leadersWhenTold, ...desk },
  'timeline.read': both(
    {
      ...leaders,
      ...desk,
      ...examiners,
      ...integrator,
      mediator: area,
      verifier: area,
      'grid-member': ['area', 'held'],
      'office-member': ['held'],
      'community-secretary': ['area', 'unplaced'],
      'town-leader': ['area', 'unplaced'],
    },
    helpers,
  ),
  /** Which person did what. Others see duties. */
  'person.name': { ...leaders, ...desk, ...examiners },
  /** Who works for the town, by name: to choose somebody, and to call an account by its name. */
  'person.list': colleagues,
  'person.erase': operator,
  'erasure.list': examiners,
  'reading.list': { auditor: town },
  'escalation.list': {
    ...leaders,
    ...desk,
    ...examiners,
    mediator: area,
    'grid-member': ['held'],
    'office-member': ['held'],
    'community-secretary': ['area', 'unplaced'],
    'town-leader': ['area', 'unplaced'],
  },
  /** What reached them by a ladder: to say what they do about it. */
  'escalation.acknowledge': {
    'community-secretary': ['told-late', 'unplaced'],
    'town-leader': ['told-late', 'unplaced'],
  },
  'order.list': both(both({ ...leaders, ...desk, ...examiners, verifier: area }, handlers), helpers),
  'order.read': both(both({ ...leaders, ...desk, ...examiners, verifier: area }, handlers), helpers),
  'order.words': both({ ...holdersOrTold, ...verifier }, helpers),
  'order.take': holder,
  'order.return': holder,
  'order.contact': holder,
  'order.report': holder,
  'order.finish': holder,
  'order.hand-over': {
    ...holder,
    'community-secretary': ['held', 'told-late'],
    'town-leader': ['held', 'told-late'],
  },
  /** Others are called in by whoever has it, or may give it to somebody else. */
  'order.call-in': both(holder, arbiters),
  'order.help': helpers,
  /** By somebody who did not handle it. */
  'order.verify': {
    'grid-leader': ['to-verify'],
    'village-committee': ['to-verify'],
    'community-secretary': ['to-verify'],
    'hotline-clerk': ['to-verify'],
    ...verifier,
  },
  'order.arbitrate': arbiters,
  'call-back.list': { ...leaders, ...desk, ...examiners, verifier: area },
  /** Whoever handled it is told that somebody else must. */
  'call-back.make': {
    ...desk,
    verifier: area,
    'grid-member': area,
    'grid-leader': area,
    'village-committee': area,
    'community-secretary': area,
  },
  'rating.give': { resident: ['own'], ...desk },
  'rating.list': { resident: ['own'], ...leaders, ...desk, ...examiners },
  'rating.words': { resident: ['own'], ...leaders, ...desk },
  'conclusion.decide': { 'community-secretary': area, 'town-leader': area },
  'letter.read': { resident: ['own'], ...leaders, ...desk, auditor: town },
  ...disputeRights,
  /** What should be looked at before it is late: numbers and places, and nobody's words. */
  'warning.read': { ...leaders, ...desk, ...examiners },
  ...interviewRights,
  ...rateRights,
  'area.list': { ...leaders, ...desk, ...examiners },
  /** Of those whose duties all lie in their area: who is away, and who has their duties meanwhile. */
  'leave.list': { ...leaders, ...examiners },
  'leave.record': { ...leaders, ...operator },
  /** Who is on duty where, in their area. */
  'roster.list': { ...leaders, ...examiners },
  'roster.change': operator,
  /** What waits for oneself; and for others where one leads, or examines. */
  'inbox.read': {
    ...everyoneAtWork,
    'grid-leader': ['own', 'area'],
    'village-committee': ['own', 'area'],
    'community-secretary': ['own', 'area'],
    'town-leader': ['own', 'area'],
    auditor: ['own', 'town'],
    operator: ['own', 'town'],
  },
  'inbox.mark': everyoneAtWork,
  'inbox.stream': everyoneAtWork,
  /** How they are told: of themselves alone. */
  'inbox.preferences': everyoneAtWork,
  'delivery.list': { ...everyoneAtWork, auditor: ['own', 'town'], operator: ['own', 'town'] },
  'delivery.check': operator,
  'import.write': operator,
  'import.summary': operator,
  'token.issue': operator,
  'session.read': everybody,
  'session.end': everybody,
  'account.password': { ...everybody, operator: ['own', 'town'] },
  'account.add': operator,
  'account.change': operator,
  'sign-in.list': examiners,
  'account.list': operator,
  'account.disable': operator,
  'account.enable': operator,
  'dead-letter.list': operator,
  'dead-letter.retry': operator,
  'dead-letter.drop': operator,
  'queue.read': operator,
  'pack.read': operator,
  'view.rebuild': operator,
  'demo.fill': operator,
} as const satisfies Readonly<Record<string, Holders>>;

/** A right, as routes name it. */
export type Right = keyof typeof table;

/** Which roles have each right, and by which ties. */
export const rights: Readonly<Record<Right, Holders>> = table;

/** What is the whole town's and of no place: whoever is bound to a part of the town has none of it. */
const townWide: ReadonlySet<Right> = new Set<Right>([
  'account.add',
  'account.change',
  'roster.change',
  'sign-in.list',
  'person.erase',
  'erasure.list',
  'reading.list',
  'import.write',
  'import.summary',
  'token.issue',
  'delivery.check',
  'account.list',
  'account.disable',
  'account.enable',
  'dead-letter.list',
  'dead-letter.retry',
  'dead-letter.drop',
  'queue.read',
  'pack.read',
  'view.rebuild',
  'demo.fill',
]);

/** Whether the actor's area is too small for this right, whatever it is about. */
export const isBeyondArea = (right: Right, { area }: Pick<Actor, 'area'>): boolean =>
  townWide.has(right) && !isWholeTown(area);

/** What a resident may do who showed the code of one case: to that case alone. */
const byCode: ReadonlySet<Right> = new Set<Right>([
  'case.withdraw',
  'rating.give',
  'rating.list',
  'rating.words',
  'letter.read',
  'case.reopen',
  'addition.write',
  'addition.read',
  'my-case.read',
  'dispute.read',
  'dispute.words',
  'dispute.answer',
  'dispute.relate',
  'dispute.sign',
  'interview.book',
  'interview.move',
]);

/** What a resident may do who comes without an account and has shown nothing. */
const byVisit: ReadonlySet<Right> = new Set<Right>(['case.register', 'addition.write']);

/** Whether the actor’s token opens less than the role: one case alone, or a visit; and this right is not of it. */
export const isBeyondToken = (right: Right, actor: Pick<Actor, 'caseId' | 'isVisitor'>): boolean =>
  (actor.caseId !== undefined && !byCode.has(right)) || (actor.isVisitor === true && !byVisit.has(right));

const tiesOf = (right: Right, role: Role): readonly Tie[] => rights[right][role] ?? [];

/** Who has the right at all, somewhere. */
export const rolesWith = (right: Right): readonly Role[] => Object.keys(rights[right]) as Role[]; // their keys are roles

/** Whether the role has the right by any tie; whether that tie holds is for whoever knows the thing. */
export const hasRight = (right: Right, { role }: Pick<Actor, 'role'>): boolean =>
  tiesOf(right, role).length > 0;

/** Whether the role has the right by this tie. */
export const hasTie = (right: Right, role: Role, tie: Tie): boolean => tiesOf(right, role).includes(tie);

/** Where it lies, `null` while nobody knows, and what ties the actor to it. */
export type Thing = Readonly<{ area: string | null; ties?: readonly Tie[] }>;

const inTheirArea: ReadonlySet<Tie> = new Set<Tie>(['area', 'told', 'told-late', 'arbiter', 'to-verify']);

/** Whether the actor has the right, and has it on this thing. */
export const mayReach = (right: Right, actor: Pick<Actor, 'role' | 'area'>, thing: Thing): boolean => {
  const isNear = thing.area !== null && liesIn(thing.area, actor.area);
  const far: readonly Tie[] = thing.area !== null && !isNear ? ['elsewhere'] : [];
  const known: ReadonlySet<Tie> = new Set<Tie>(['town', 'area', ...far, ...(thing.ties ?? [])]);
  const opens = (tie: Tie) =>
    known.has(tie) && (isNear || (tie === 'town' ? isWholeTown(actor.area) : !inTheirArea.has(tie)));
  return tiesOf(right, actor.role).some(opens);
};
