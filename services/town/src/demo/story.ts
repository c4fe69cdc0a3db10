/** What becomes of one made-up demand: each step is something that somebody does, and says what is done next. */
import { declineReasons, doors, returnReasons } from '@mulin/contracts';
import { hour, minute } from '@mulin/kernel';
import { gridsAt, placeIn } from '@mulin/pack';
import { demandOf, registeredIn } from './demand.js';
import type { Fate, Planned } from './plan.js';
import { atAnyHour, type Order, type Parts, type Scene, sceneOf, spans, type Step } from './scene.js';
import { personNumbered } from './words.js';
import { verify, work } from './working.js';

type Steps = readonly Step[];
type Then = Promise<Steps> | Steps;

const inCase = ({ caseId }: Scene, what: string) => `/api/v1/cases/${caseId}/${what}`;
const inOrder = ({ caseId }: Scene, what: string) => `/api/v1/orders/${caseId}/${what}`;

/** It goes on where the town let them; else nothing more becomes of it. */
const goOn = async (scene: Scene, acting: Promise<boolean>): Promise<Steps> =>
  (await acting) ? next(scene) : [];

const take = (scene: Scene): Steps => {
  const { inSpan, actAsHolder, planned } = scene;
  const at = inSpan(planned.fate === 'taken-late' && scene.notes.cycle === 1 ? 'takeLate' : 'take');
  return [{ at, play: () => goOn(scene, actAsHolder('take', {})) }];
};

const giveBack = (scene: Scene): Steps => {
  const { inSpan, actAsHolder, oneOf } = scene;
  const play = () => goOn(scene, actAsHolder('return', { reason: oneOf(returnReasons, 'return') }));
  return [{ at: inSpan('take'), play }];
};

/** The secretary gives it to somebody else of the community; where there is nobody, it waits. */
const arbitrate = (scene: Scene, order: Order, at: Step['at'], then: () => Promise<Steps>): Steps => {
  const { cast, elsewhere, act } = scene;
  const [secretary, to] = [cast.secretaryOf(order.area), elsewhere(order)];
  if (secretary === undefined || to === null) return [];
  const play = async () => {
    const isDone = await act(secretary, inOrder(scene, 'arbitrate'), { microGrid: to.id });
    return isDone ? then() : [];
  };
  return [{ at, play }];
};

const decide = (scene: Scene, order: Order): Steps => {
  const pace = atAnyHour(scene.planned.menuItem.urgency) ? 'at-once' : 'awake';
  const at = scene.after(20 * minute, 3 * hour, 'arbitrate', pace);
  return arbitrate(scene, order, at, () => next(scene));
};

/** Nobody takes it, until whoever was told of that gives it to somebody else. */
const giveToAnother = (scene: Scene, order: Order): Steps => {
  const [least, most] = spans.takeLate[scene.planned.menuItem.urgency];
  const at = scene.after(least, most, 'give to another', 'at-once');
  return arbitrate(scene, order, at, () => {
    scene.notes.done.add('given');
    return next(scene);
  });
};

/** The last word of a case. */
const last = (at: Step['at'], acting: () => Promise<boolean>): Steps => [
  {
    at,
    play: async () => {
      await acting();
      return [];
    },
  },
];

const close = (scene: Scene): Steps => {
  const { after, act, cast, planned } = scene;
  const outcome = planned.fate === 'explained' ? 'explained' : 'done';
  return last(after(hour, 26 * hour, 'close', 'office'), () =>
    act(cast.clerk, inCase(scene, 'close'), { outcome }),
  );
};

const withdraw = (scene: Scene): Steps => {
  const { after, act, cast, planned } = scene;
  const who = planned.door === 'portal' ? cast.resident(planned.person) : cast.clerk;
  return last(after(hour, 20 * hour, 'withdraw', 'awake'), () => act(who, inCase(scene, 'withdraw'), {}));
};

const timesReturned: Readonly<Partial<Record<Fate, number>>> = { 'returned-once': 1, 'returned-twice': 2 };

const offered = (scene: Scene, order: Order): Steps => {
  const { fate } = scene.planned;
  const { member, leg, final } = order;
  if (member === null || fate === 'never-taken') return [];
  if (leg <= (timesReturned[fate] ?? 0) && !final) return giveBack(scene);
  const isToGive = fate === 'given-to-another' && !scene.notes.done.has('given');
  return isToGive ? giveToAnother(scene, order) : take(scene);
};

const taken = (scene: Scene, { member }: Order): Then => {
  if (member === null) return [];
  return scene.planned.fate === 'withdrawn' ? withdraw(scene) : work(scene, next);
};

/** Looks at how the order stands, and lets whoever has it do what comes next. */
const next = async (scene: Scene): Promise<Steps> => {
  const order = await scene.order();
  switch (order.state) {
    case 'offered':
      return offered(scene, order);
    case 'with-arbiter':
      return decide(scene, order);
    case 'taken':
      return taken(scene, order);
    case 'finished':
      return scene.pack.feedback === null ? close(scene) : verify(scene, order, next);
    default:
      return [];
  }
};

/** Before anybody has it in hand. */
const soon = (scene: Scene, what: string, body: object): Steps => {
  const { after, act, cast } = scene;
  const play = async () => ((await act(cast.clerk, inCase(scene, what), body)) ? [] : next(scene));
  return [{ at: after(2 * minute, 11 * minute, what, 'at-once'), play }];
};

/** A case in one of these answers for no other any more. */
const isOver: ReadonlySet<string> = new Set(['closed', 'declined', 'withdrawn', 'merged']);

/** Of another demand of the same kind that is open; where there is none, it goes its own way. */
const closeAsDuplicate = (scene: Scene): Steps => {
  const { after, act, cast, stage, opened, planned, caseId } = scene;
  const play = async () => {
    const others = (opened.get(planned.menuItem.id) ?? []).filter((id) => id !== caseId);
    for (const duplicateOf of others.toReversed().slice(0, 3)) {
      const other = await stage.read(cast.clerk, `/api/v1/cases/${duplicateOf}`);
      if (isOver.has(String(other['state']))) continue;
      if (await act(cast.clerk, inCase(scene, 'close'), { outcome: 'duplicate', duplicateOf })) return [];
    }
    return next(scene);
  };
  return [{ at: after(3 * minute, 11 * minute, 'duplicate', 'at-once'), play }];
};

/** What was noted wrongly is noted anew before anybody has taken it. */
const correct = (scene: Scene): Steps => {
  const { after, act, cast, pack, planned, oneOf, chance } = scene;
  const others = pack.intake.menu.filter(({ id }) => id !== planned.menuItem.id);
  let drawn = 0;
  const where = () => chance.share('other place', planned.n, drawn++);
  const corrections = [
    ...others
      .slice(0, 1)
      .map(() => ({ reason: 'wrong-menu-item', menuItem: oneOf(others, 'other item').id })),
    { reason: 'wrong-urgency', urgency: 'urgent' },
    {
      reason: 'wrong-place',
      place: placeIn(oneOf(gridsAt(pack.routing.grids, planned.at), 'other micro-grid'), where),
    },
    { reason: 'wrong-person', ...personNumbered(planned.person + 1) },
  ];
  const play = async () => {
    await act(cast.clerk, inCase(scene, 'reclassify'), oneOf(corrections, 'correction'));
    return next(scene);
  };
  return [{ at: after(2 * minute, 8 * minute, 'correct', 'at-once'), play }];
};

const registered = (scene: Scene): Then => {
  const { planned, oneOf } = scene;
  switch (planned.fate) {
    case 'answered-at-once':
      // Where whoever asked is called back, no case is closed before.
      if (scene.pack.feedback !== null) return next(scene);
      return soon(scene, 'close', { outcome: 'explained' });
    case 'declined':
      return soon(scene, 'decline', {
        reason: oneOf(declineReasons, 'decline'),
        door: oneOf(doors, 'door'),
      });
    case 'duplicate':
      return closeAsDuplicate(scene);
    case 'corrected':
      return correct(scene);
    default:
      return next(scene);
  }
};

/** Its first step: it comes in. */
export const storyOf = (parts: Parts, planned: Planned): Step => {
  const { stage, opened, refused } = parts;
  const { n, at, menuItem, fate } = planned;
  const play = async (): Promise<Steps> => {
    const { who, path, body } = demandOf(parts, planned);
    const { status, body: answer } = await stage.post(who, path, body, `demo-${n}`);
    const caseId = status < 400 ? registeredIn(answer) : null;
    if (caseId === null) {
      refused.push(`${fate}: register ${String(answer['code'])}`);
      return [];
    }
    opened.set(menuItem.id, [...(opened.get(menuItem.id) ?? []), caseId]);
    return registered(sceneOf(parts, planned, caseId));
  };
  return { at, play };
};
