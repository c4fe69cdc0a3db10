/** What somebody may do with a case as it stands, most likely first. What the town would surely refuse is left out. */
import { hasRight, type Right } from '@mulin/kernel';
import type { Schemas } from '../../../api/client';
import type { Session } from '../../../api/session';

export type Standing = Readonly<{
  caseId: string;
  number: string;
  state: Schemas['CaseState'];
  listed: Schemas['CaseListed'] | null;
  order: Schemas['Order'] | null;
  /** What waits for whoever looks, of this case alone. */
  tasks: readonly Pick<Schemas['InboxItem'], 'what' | 'whyName' | 'until' | 'kind'>[];
  /** Of what whoever looks was told that it is late, or will be. */
  late: readonly Pick<Schemas['Escalation'], 'clock' | 'level' | 'to'>[];
  feedback: Schemas['Feedback'] | null;
  /** `null`: none was asked for; absent: not known yet. */
  exemption: Schemas['Exemption'] | null | undefined;
}>;

/** In the order in which they are likely, where nothing of it waits for whoever looks. */
const order = [
  'conclude',
  'verify',
  'call',
  'work',
  'arbitrate',
  'acknowledge',
  'hand-over',
  'call-in',
  'release',
  'exemption-settle',
  'exemption-decide',
  'exemption-appeal',
  'exemption-ask',
  'reopen',
  'unmerge',
  'note',
  'reclassify',
  'merge',
  'split',
  'decline',
  'withdraw',
  'close',
  'erase',
] as const;

export type Action = (typeof order)[number];

/** What is to be done about each kind of task. */
const answerTo: Readonly<Partial<Record<Schemas['InboxItem']['what'], Action>>> = {
  conclude: 'conclude',
  verify: 'verify',
  'call-back': 'call',
  decide: 'arbitrate',
  escalation: 'acknowledge',
  unhelped: 'release',
  take: 'work',
  finish: 'work',
  contact: 'work',
  report: 'work',
  help: 'work',
};

type Who = Pick<Session, 'role' | 'account' | 'area'>;
type Rule = (it: Standing, who: Who) => boolean;

const open = new Set(['registered', 'offered', 'taken', 'with-arbiter', 'finished', 'verified']);
const untaken = new Set(['registered', 'offered', 'with-arbiter']);
const inHands = new Set(['offered', 'taken']);

const isOpen: Rule = ({ state }) => open.has(state);
const holds: Rule = (it, { account }) => it.order?.member === account && inHands.has(it.order.state);
const pressing = /^(?:take|complete|arbitrate)\//;
/** They were told that a deadline of whoever has the order now was missed. */
const wasToldLate: Rule = ({ late }, { role }) =>
  late.some(({ level, to, clock }) => level === 'escalation' && to === role && pressing.test(clock));
const isArbiter: Rule = (it, { role }) =>
  (role === 'community-secretary' || role === 'town-leader') &&
  (it.order?.forArbiter === true || it.state === 'with-arbiter');
const mayGive: Rule = (it, who) =>
  isArbiter(it, who) || (wasToldLate(it, who) && it.order !== null && inHands.has(it.order.state));
const awaited = ({ order: it }: Standing) =>
  (it?.helpers ?? []).filter(({ state }) => state === 'called' || state === 'joined');
const isOfUnit = (exemption: Schemas['Exemption'], { area }: Who): boolean =>
  exemption.area !== null && (exemption.area === area || exemption.area.startsWith(`${area}/`));

const exempts =
  (stage: Schemas['Exemption']['state'], rule: (it: Schemas['Exemption'], who: Who) => boolean): Rule =>
  ({ exemption }, who) =>
    exemption !== null && exemption !== undefined && exemption.state === stage && rule(exemption, who);

const mayAppeal: Rule = (it, who) =>
  exempts('refused', (exemption) => isOfUnit(exemption, who) || exemption.askedBy === who.account)(it, who) ||
  exempts('granted', (exemption) => who.role === 'hotline-clerk' && exemption.decidedBy !== who.account)(
    it,
    who,
  );

const rules: Readonly<Record<Action, readonly [Right, Rule]>> = {
  conclude: ['conclusion.decide', ({ feedback }) => feedback?.state === 'secretary'],
  verify: ['order.verify', (it, { account }) => it.state === 'finished' && it.order?.member !== account],
  call: ['call-back.make', ({ feedback }) => feedback?.state === 'due'],
  work: ['order.take', holds],
  arbitrate: ['order.arbitrate', mayGive],
  // What went up the ladder stays in the list of what is late; what waits for an answer is in the inbox.
  acknowledge: [
    'escalation.acknowledge',
    ({ tasks }) => tasks.some(({ what, kind }) => what === 'escalation' && kind === 'decide'),
  ],
  'hand-over': [
    'order.hand-over',
    (it, who) => holds(it, who) || (hasRight('escalation.acknowledge', who) && wasToldLate(it, who)),
  ],
  'call-in': [
    'order.call-in',
    (it, who) => it.order?.state === 'taken' && (holds(it, who) || mayGive(it, who)),
  ],
  release: ['order.call-in', (it, who) => awaited(it).length > 0 && (holds(it, who) || mayGive(it, who))],
  'exemption-settle': [
    'exemption.settle',
    exempts('appealed', ({ decidedBy }, { account }) => decidedBy !== account),
  ],
  'exemption-decide': [
    'exemption.decide',
    exempts(
      'asked',
      (it, who) => it.askedBy !== who.account && (who.role === 'hotline-clerk' || !isOfUnit(it, who)),
    ),
  ],
  'exemption-appeal': ['exemption.appeal', mayAppeal],
  'exemption-ask': ['exemption.ask', ({ state, exemption }) => state === 'closed' && exemption === null],
  reopen: ['case.reopen', ({ state }) => ['closed', 'declined', 'withdrawn'].includes(state)],
  unmerge: ['case.merge', ({ state }) => state === 'merged'],
  note: [
    'addition.write',
    (it, { role }) => isOpen(it, { role, account: '', area: '' }) && role !== 'resident',
  ],
  reclassify: ['case.reclassify', isOpen],
  merge: ['case.merge', isOpen],
  split: ['case.split', isOpen],
  decline: ['case.decline', ({ state }) => untaken.has(state)],
  withdraw: ['case.withdraw', isOpen],
  close: ['case.close', ({ state, feedback }) => feedback === null && state !== 'taken' && open.has(state)],
  erase: ['person.erase', () => true],
};

/** Whoever reads a case only by their area adds nothing to it: the town wants that they were told of it, or hold it. */
const isNearEnough: Rule = (it, who) =>
  who.role === 'hotline-clerk' ||
  holds(it, who) ||
  it.late.length > 0 ||
  it.tasks.length > 0 ||
  isArbiter(it, who);

export const possible = (it: Standing, who: Who): readonly Action[] => {
  const may = order.filter((action) => {
    const [right, rule] = rules[action];
    return hasRight(right, who) && rule(it, who) && (action !== 'note' || isNearEnough(it, who));
  });
  const asked = it.tasks.flatMap(({ what }) => answerTo[what] ?? []);
  return [
    ...may.filter((action) => asked.includes(action)),
    ...may.filter((action) => !asked.includes(action)),
  ];
};
