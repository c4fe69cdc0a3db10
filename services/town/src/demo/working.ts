/** What whoever has an order does about it, who looks whether it is done, and what whoever asked says of it. */
import { hour, type Instant, minute, plus, upTo } from '@mulin/kernel';
import { notesOf, type Order, type Scene, type Step } from './scene.js';

type Steps = readonly Step[];
type Next = (scene: Scene) => Promise<Steps>;

/** At which share of its time a clock is answered; of ten thousand, so many are answered too late. */
type Habit = Readonly<
  Record<'inTime' | 'tooLate', readonly [least: number, most: number]> & {
    clock: Parameters<Scene['within']>[0];
    late: number;
  }
>;
const contacting: Habit = { clock: 'contact', inTime: [0.2, 0.75], tooLate: [1.05, 1.6], late: 500 };
const reporting: Habit = { clock: 'heartbeat', inTime: [0.4, 0.85], tooLate: [1.1, 1.7], late: 500 };
const verifying: Habit = { clock: 'verify', inTime: [0.15, 0.8], tooLate: [1.1, 1.7], late: 400 };
const calling: Habit = { clock: 'call-back', inTime: [0.1, 0.5], tooLate: [1.1, 1.4], late: 300 };

/** How often of ten thousand. */
const often = { nobodyThere: 800, finishRefused: 700, noAnswer: 1_800, ratesAlone: 5_000, neverRates: 1_000 };

const reports = [
  '已到现场查看，正在联系施工人员。',
  '材料已经订好，等送到后施工。',
  '已与当事双方分别谈过，约好下次一起谈。',
  '现场已做好围挡和警示，继续处理。',
  '已向镇里有关科室报告，等待答复。',
  '已完成一半，预计按期办结。',
];

const results = [
  '已处理完毕，现场恢复正常。',
  '已当面说明政策和办理方法。',
  '已与诉求人一起查看，问题解决。',
];

const face = ['face-to-face', 'face-to-face', 'face-to-face', 'phone', 'message'] as const;

const pathOf = ({ caseId }: Scene, what: string) => `/api/v1/cases/${caseId}/${what}`;

/** `null`: the policy keeps no such clock. */
const habitually = (
  { within, happens }: Scene,
  { clock, inTime, tooLate, late }: Habit,
  since: Instant,
): Instant | null => within(clock, since, happens(`late ${clock}`, late) ? tooLate : inTime);

const earlier = (one: Instant, other: Instant): Instant => (one < other ? one : other);

/** Known once somebody has begun: when they will be done. */
const finishAt = ({ notes, planned, inSpan, after }: Scene): Instant => {
  if (notes.finishAt !== null) return notes.finishAt;
  const isLate = planned.fate === 'finished-late' && notes.cycle === 1;
  // What was not done the first time is done sooner.
  const isAgain = notes.cycle > 1 || notes.done.has('finish-refused');
  const at = isAgain ? after(2 * hour, 30 * hour, 'finish again', 'awake') : null;
  return (notes.finishAt = at ?? inSpan(isLate ? 'finishLate' : 'finish'));
};

/** They are visited, called or written to before the work is done; now and then nobody is there. */
const contact = (scene: Scene, next: Next): Steps => {
  const { notes, stage, planned, happens, oneOf, actAsHolder } = scene;
  const since = notes.cycle === 1 ? planned.at : stage.now();
  const wanted = habitually(scene, contacting, since);
  const before = plus(finishAt(scene), -10 * minute);
  const at = earlier(wanted ?? scene.after(20 * minute, 5 * hour, 'contact', 'awake'), before);
  const play = async () => {
    const isThere = notes.done.has('missed-them') || !happens('nobody there', often.nobodyThere);
    notes.done.add(isThere ? 'contacted' : 'missed-them');
    const manner = isThere ? oneOf(face, 'contact') : 'nobody-there';
    return (await actAsHolder('contact', { manner })) ? next(scene) : [];
  };
  return [{ at: at > stage.now() ? at : plus(stage.now(), minute), play }];
};

/** To the village, or to an office of the town where it has any. */
const handOver = (scene: Scene, { area }: Order, next: Next): Steps => {
  const { notes, pack, oneOf, after, actAsHolder } = scene;
  const village = upTo('village', area);
  const offices = [...pack.routing.rosters.offices.keys()].map((id) => `office:${id}`);
  const to = oneOf([village, ...offices.slice(0, 3)], 'hand over to');
  const reason = to === village ? 'beyond-my-power' : 'needs-other-unit';
  const play = async () => {
    notes.done.add('handed-over');
    return (await actAsHolder('hand-over', { to, reason })) ? next(scene) : [];
  };
  return [{ at: after(20 * minute, 4 * hour, 'hand over', 'awake'), play }];
};

const report = (scene: Scene, at: Instant, next: Next): Steps => {
  const { notes, oneOf, actAsHolder } = scene;
  const play = async () => {
    notes.reportedAt = at;
    return (await actAsHolder('progress', { words: oneOf(reports, 'report') })) ? next(scene) : [];
  };
  return [{ at, play }];
};

const finish = (scene: Scene, next: Next): Steps => {
  const { planned, stage, oneOf } = scene;
  const body = {
    result: planned.fate === 'explained' ? 'explained' : 'solved',
    words: oneOf(results, 'result'),
  };
  const at = finishAt(scene);
  const play = async () => ((await scene.finish(body)) ? next(scene) : []);
  return [{ at: at > stage.now() ? at : plus(stage.now(), minute), play }];
};

/** Somebody has it in hand: they get in touch, say how it stands as often as they must, and finish it. */
export const work = async (scene: Scene, next: Next): Promise<Steps> => {
  const { notes, planned, stage } = scene;
  const { fate } = planned;
  notes.reportedAt ??= stage.now();
  if (!notes.done.has('contacted')) return contact(scene, next);
  if (fate === 'handed-over' && !notes.done.has('handed-over')) {
    const order = await scene.order();
    // What was decided for good is handed to nobody.
    if (!order.final) return handOver(scene, order, next);
  }
  return fate === 'never-finished' ? [] : reportOrFinish(scene, notes.reportedAt, next);
};

const reportOrFinish = (scene: Scene, reportedAt: Instant, next: Next): Steps => {
  const at = habitually(scene, reporting, reportedAt);
  return at !== null && at < finishAt(scene) ? report(scene, at, next) : finish(scene, next);
};

/** Somebody who had no hand in it looks whether it is done; another one each time it is done again. */
export const verify = (scene: Scene, order: Order, next: Next): Steps => {
  const { act, cast, notes, stage, happens, after } = scene;
  const others = cast.verifiersOf(order.area).filter((it) => it !== order.member);
  const verifier = others[(notes.cycle - 1) % Math.max(1, others.length)];
  if (verifier === undefined) return [];
  const isRefused = !notes.done.has('finish-refused') && happens('refused', often.finishRefused);
  const at = habitually(scene, verifying, stage.now()) ?? after(hour, 20 * hour, 'verify', 'office');
  const finding = isRefused ? { outcome: 'refused', reason: 'partly-done' } : { outcome: 'confirmed' };
  const play = async () => {
    if (!(await act(verifier, `/api/v1/orders/${scene.caseId}/verify`, finding))) return [];
    if (!isRefused) return callBack(scene, next);
    Object.assign(notes, { finishAt: null, reportedAt: stage.now() });
    notes.done.add('finish-refused');
    return next(scene);
  };
  return [{ at, play }];
};

const solved = { response: 'responded', resolution: 'solved' } as const;
/** What people say: as often as each stands here. */
const ratings = [
  ...Array.from({ length: 6 }, () => ({ ...solved, satisfaction: 'very-satisfied' })),
  ...Array.from({ length: 6 }, () => ({ ...solved, satisfaction: 'satisfied' })),
  { ...solved, satisfaction: 'fairly-satisfied' },
  { response: 'responded', resolution: 'not-solved', satisfaction: 'dissatisfied' },
];

type Rating = (typeof ratings)[number];

/** Who is not content has it done again, by the usual way; the third time the secretary decides. */
const afterRating = async (scene: Scene, { resolution }: Rating, next: Next): Promise<Steps> => {
  const { notes, pack, planned } = scene;
  if (resolution === 'solved') return [];
  if (notes.cycle <= (pack.feedback?.redo.atMost ?? 0))
    return next({ ...scene, planned: { ...planned, fate: 'solved' }, notes: notesOf(notes.cycle + 1) });
  const { area } = await scene.order();
  const secretary = scene.cast.secretaryOf(area);
  if (secretary === undefined) return [];
  const play = async () => {
    await scene.act(secretary, pathOf(scene, 'conclusion'), { decision: 'close' });
    return [];
  };
  return [{ at: scene.after(2 * hour, 30 * hour, 'conclude', 'office'), play }];
};

/** Whoever asked through the portal rates there, some time after the call, or never. */
const rateAlone = (scene: Scene, next: Next): Steps => {
  const { act, cast, planned, oneOf, happens, after } = scene;
  if (happens('never rates', often.neverRates)) return [];
  const play = async () => {
    const rating = oneOf(ratings, 'rating');
    const isDone = await act(cast.resident(planned.person), pathOf(scene, 'ratings'), rating);
    return isDone ? afterRating(scene, rating, next) : [];
  };
  return [{ at: after(hour, 50 * hour, 'rate', 'awake'), play }];
};

const reached = async (scene: Scene, next: Next): Promise<Steps> => {
  const { act, cast, planned, oneOf, happens } = scene;
  const isAlone = planned.door === 'portal' && happens('rates alone', often.ratesAlone);
  const rating = oneOf(ratings, 'rating');
  const body = isAlone ? { outcome: 'reached' } : { outcome: 'reached', rating };
  if (!(await act(cast.clerk, pathOf(scene, 'call-backs'), body))) return [];
  return isAlone ? rateAlone(scene, next) : afterRating(scene, rating, next);
};

/** By the desk, which did not handle it; where nobody answers, at another hour. */
const callBack = (scene: Scene, next: Next): Steps => {
  const { act, cast, notes, pack, stage, happens, after } = scene;
  const { attempts, hoursBetween } = pack.feedback?.callBack ?? { attempts: 1, hoursBetween: 0 };
  const first = habitually(scene, calling, stage.now());
  const again = after((hoursBetween + 0.2) * hour, (hoursBetween + 4) * hour, 'call again', 'office');
  const at = notes.calls === 0 ? (first ?? after(hour, 20 * hour, 'call back', 'office')) : again;
  const play = async () => {
    if (++notes.calls > attempts) return [];
    if (!happens('no answer', often.noAnswer)) return reached(scene, next);
    const isDone = await act(cast.clerk, pathOf(scene, 'call-backs'), { outcome: 'no-answer' });
    return isDone && notes.calls < attempts ? callBack(scene, next) : [];
  };
  return [{ at, play }];
};
