/** What waits for whom in a dispute, or of a promise, why, and until when. */
import type { Addressee } from '../addressees.js';
import { account, inArea, type Item, type matters } from '../item.js';
import type { DisputeNews } from '../observed-events.js';
import {
  type Deadline,
  type Dispute,
  disputeOf,
  nameOf,
  openDeadline,
  type Session,
  type Told,
} from './dispute.js';

/** Who leads the mediation committee: a village's, and the secretary of its community. */
const committee = ['village-committee', 'community-secretary'];
const secretary = 'community-secretary';

type Kind = Exclude<(typeof matters)[number], 'case'>;
type Draft = Pick<Item, 'what' | 'why' | 'to' | 'since' | 'until'> &
  Partial<Pick<Item, 'kind' | 'isUrgent' | 'area'>> &
  Readonly<{ name: string; of?: Kind }>;

type Of = Readonly<{ id: string; it: Dispute }>;

/** A dispute has no cycles: it is the first one, whenever it is opened again. */
const item = ({ id, it }: Of, { name, of = 'dispute', ...draft }: Draft): Item => ({
  id: `${id}.${name.replaceAll('/', '-')}`,
  caseId: id,
  of,
  number: it.number,
  cycle: 1,
  kind: 'decide',
  except: [],
  isUrgent: false,
  area: it.area,
  ...draft,
});

/** Whoever mediates, from when they were named until it is over or somebody else's. */
const toMediate = (of: Of): readonly Item[] => {
  const { mediator } = of.it;
  if (mediator === null) return [];
  const { account: id, because: why, since } = mediator;
  const until = openDeadline(of.it, 'settle')?.dueAt ?? null;
  return [item(of, { name: 'mediate', what: 'mediate', why, to: [account(id)], since, until })];
};

const toAssign = (of: Of): readonly Item[] => {
  const { mediatorWantedSince: since, area } = of.it;
  if (since === null) return [];
  const until = openDeadline(of.it, 'assign')?.dueAt ?? null;
  const to = inArea(area, ...committee);
  return [item(of, { name: 'assign', what: 'assign', why: 'no-mediator', to, since, until })];
};

/** That a challenge was turned down is told to nobody: whoever has seen it puts it away. */
const toDecide = (of: Of): readonly Item[] => {
  const { challengedSince: since, challenges, area } = of.it;
  if (since === null) return [];
  const to = inArea(area, ...committee);
  const name = `challenge/${challenges}`;
  return [item(of, { name, what: 'challenge', why: 'challenged', kind: 'inform', to, since, until: null })];
};

/** What may turn into harm is the secretary's at once, until somebody has answered it. */
const toCalm = (of: Of): readonly Item[] =>
  of.it.dangers.flatMap(({ danger, since }) => {
    const name = `danger/${danger}`;
    const deadline = of.it.deadlines.get(name);
    if (deadline?.isOver === true) return [];
    const [to, until] = [inArea(of.it.area, secretary), deadline?.dueAt ?? null];
    return [item(of, { name, what: 'danger', why: 'reported', to, since, until, isUrgent: true })];
  });

const whyOf = ({ state, times }: Session): string => {
  if (state === 'called-off') return 'session-called-off';
  return times === 1 ? 'session-planned' : 'session-moved';
};

/**
 * Whoever mediates, and who leads them, knows of each session, and of each change of it, until it is held. Nothing of it
 * leaves the town by itself: parties are called, and whoever has no phone is told in person.
 */
const toMeet = (of: Of): readonly Item[] => {
  const { sessions, mediator, area } = of.it;
  const own = mediator === null ? [] : [account(mediator.account)];
  return [...sessions.values()].flatMap((it) => {
    if (it.state === 'held') return [];
    const isOff = it.state === 'called-off';
    const nth = `${it.session}/${it.times}${isOff ? '/off' : ''}`;
    const common = {
      why: whyOf(it),
      kind: 'inform',
      since: it.since,
      until: isOff ? null : it.from,
    } as const;
    const known = [...own, ...inArea(area, ...committee)];
    const session = item(of, { ...common, name: `session/${nth}`, what: 'session', to: known });
    if (it.withoutPhone === 0 || mediator === null) return [session];
    // Nobody else may read who that is.
    return [session, item(of, { ...common, name: `invite/${nth}`, what: 'invite', to: own })];
  });
};

/** What somebody promised, until it is kept or nobody waits for it any more. */
const toKeep = (of: Of): readonly Item[] =>
  [...of.it.deadlines].flatMap(([name, deadline]) => {
    if (deadline.of !== 'promise' || deadline.isOver) return [];
    const { holder, area, since, dueAt: until } = deadline;
    const to = holder === null ? inArea(area, secretary) : [account(holder)];
    return [item(of, { name, of: 'promise', what: 'promise', why: 'promised', to, since, until, area })];
  });

/** Nobody, where it was told to whose deadline it was, and that is somebody else's now. */
const addressed = ({ to, holder, area }: Told, deadline: Deadline | undefined): readonly Addressee[] => {
  if (to !== 'holder') return inArea(area, to);
  const now = deadline === undefined ? holder : deadline.holder;
  return holder === null || holder !== now ? [] : [account(holder)];
};

/** What somebody was told of a deadline. */
const noticeOf = (of: Of, told: Told, deadline: Deadline | undefined, to: readonly Addressee[]): Item => {
  const { clock, nth, level: what, since, area, dueAt } = told;
  return item(of, {
    name: `told/${clock}/${told.to}/${nth}`,
    of: deadline?.of ?? 'dispute',
    what,
    why: nameOf(clock),
    kind: 'inform',
    to,
    since,
    until: deadline?.dueAt ?? dueAt,
    isUrgent: what === 'escalation',
    area,
  });
};

/** Until somebody has answered. */
const toKnow = (of: Of): readonly Item[] =>
  of.it.told.flatMap((told) => {
    const deadline = of.it.deadlines.get(told.clock);
    const to = addressed(told, deadline);
    return deadline?.isOver === true || to.length === 0 ? [] : [noticeOf(of, told, deadline, to)];
  });

/** Everything that waits in a dispute, or of a promise, by all that was heard of it. */
export const disputeItems = (id: string, observed: readonly DisputeNews[]): readonly Item[] => {
  const of = { id, it: disputeOf(observed) };
  const ofDispute = of.it.isOver
    ? []
    : [toMediate, toAssign, toDecide, toCalm, toMeet].flatMap((make) => make(of));
  return [...ofDispute, ...toKeep(of), ...toKnow(of)];
};
