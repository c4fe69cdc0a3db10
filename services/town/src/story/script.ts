/**
 * The whole loop of one demand, step by step: who does what, under whose account, and what the town must do by itself.
 * Where a step is wanted between two others, it is put between them: nothing depends on their numbers.
 */
import { type LocalizedText, minute, plus } from '@mulin/kernel';
import { gridsAt, placeIn } from '@mulin/pack';
import { byHolder, callBack, finish, step, type Step, verify } from './acts.js';
import type { Play } from './play.js';
import { quarrel } from './quarrel.js';
import { secretaryOf, somebody, unitFor } from './who.js';

const resident = 0;
const wanted = 'street-and-lighting';
const demand = { words: '河头村小学门口的路灯坏了两盏，放学时天已经黑了。' };

/** The one of the wanted kind, or what comes nearest to it in another town: what is neither urgent nor complex. */
const itemIn = ({ pack }: Play) => {
  const { menu } = pack.intake;
  const item = menu.find(({ id }) => id === wanted) ?? menu.find(({ urgency }) => urgency === 'ordinary');
  if (item === undefined) throw new Error('a menu has something that is ordinary');
  return item;
};

/** Somewhere in the first micro-grid of the life net that has a grid member. */
const placeOf = ({ pack, cast, now }: Play) => {
  const grids = gridsAt(pack.routing.grids, now());
  const grid = grids.find(({ id, net }) => net === 'life' && cast.memberOf(id) !== undefined);
  if (grid === undefined) throw new Error('a town has a micro-grid in which somebody serves');
  return placeIn(grid, () => 0.5);
};

const waitsFor = async (play: Play, account: string): Promise<boolean> => {
  const { items } = await play.read(account, '/api/v1/escalations');
  const { number } = play.demand();
  return (items as readonly { number?: unknown }[]).some((it) => it.number === number);
};

const begin = [
  step(
    '居民通过门户点单：小学门口的路灯坏了',
    'A resident places an order: the street lamps by the school are out',
    async (play) => {
      const body = { menuItem: itemIn(play).id, place: placeOf(play), ...demand };
      await play.begin(play.cast.resident(resident), body);
    },
  ),
  step(
    '网格员没有接单，接单时限超期',
    'The grid member does not take it: the deadline for taking is missed',
    (play) => play.miss('take'),
  ),
  step(
    '超期逐级上报，社区书记看到这一单并查阅诉求内容',
    'The lateness goes up the ladder: the community secretary sees it, and reads what was asked',
    async (play) => {
      await play.work(4);
      const secretary = secretaryOf(play, await play.order());
      play.must(await waitsFor(play, secretary), {
        en: 'The lateness is not in the list of the community secretary.',
        zh: '社区书记的升级事项中没有这一单。',
      });
      await play.read(secretary, '/api/v1/orders/ID/words?purpose=supervision');
    },
  ),
  step('社区书记签收：转交处理', 'The secretary answers for it: she hands it over', async (play) => {
    await play.work(18);
    const secretary = secretaryOf(play, await play.order());
    await play.post(secretary, '/api/v1/escalations/ID/acknowledge', { decision: 'handed-over' });
  }),
  step('书记将这一单交给镇办科室', 'The secretary gives the order to an office of the town', async (play) => {
    await play.work(3);
    const order = await play.order();
    const body = { to: unitFor(play, order), reason: 'needs-other-unit' };
    await play.post(secretaryOf(play, order), '/api/v1/orders/ID/hand-over', body);
  }),
] as const satisfies readonly Step[];

const work = [
  step('科室值班人员接单', 'Whoever is on duty in the office takes it', async (play) => {
    await play.work(12);
    await byHolder(play, 'take');
  }),
  step(
    '承办人上门见到居民，手机无信号，事后补报联系时间',
    'They visit the resident; the phone has no signal, so that they report the visit afterwards',
    async (play) => {
      await play.work(150);
      const at = plus(play.now(), -25 * minute);
      await byHolder(play, 'contact', { manner: 'face-to-face', at });
    },
  ),
  step('承办人报告进展', 'They report how it stands', async (play) => {
    await play.work(45);
    await byHolder(play, 'progress', { words: '已到现场查看，两盏路灯的线路受潮短路，正在联系电工更换。' });
  }),
] as const satisfies readonly Step[];

/** By whoever was called in last. */
const byHelper = async (play: Play, what: 'join' | 'finish'): Promise<void> => {
  const { helpers } = await play.order();
  const last = helpers.at(-1);
  const account = somebody(last?.member, { en: 'helper', zh: '协办人' }, play);
  await play.post(account, `/api/v1/orders/ID/helpers/${last?.call}/${what}`);
};

const helped = [
  step(
    '承办人吹哨，请当地微网格的网格员报到协办',
    'They call in the grid member of that micro-grid to help',
    async (play) => {
      await play.work(5);
      const { microGrid, area } = await play.order();
      const body = { unit: microGrid ?? area, task: '请到学校门口协助看护施工现场，并告知家长绕行。' };
      await byHolder(play, 'helpers', body);
    },
  ),
  step('网格员报到，协办完毕', 'The grid member comes, and has done their part', async (play) => {
    await play.work(20);
    await byHelper(play, 'join');
    await play.work(30);
    await byHelper(play, 'finish');
  }),
] as const satisfies readonly Step[];

const refused = [
  step('承办人报告办理完毕', 'They say that it is done', async (play) => {
    await play.work(145);
    await finish(play, '线路已经更换。');
  }),
  step(
    '核查员到现场核查：只亮了一盏，核查不通过，办结时限继续计时',
    'A verifier looks: one lamp is still out. The finish is refused, and the clock of the resident goes on',
    async (play) => {
      await play.work(100);
      const finding = { outcome: 'refused', reason: 'partly-done', words: '东侧一盏仍然不亮。' };
      await verify(play, 0, finding);
    },
  ),
  step(
    '承办人一直没有反馈，定期反馈超期',
    'Nobody says how it stands: the regular report is missed',
    (play) => play.miss('heartbeat'),
  ),
  step(
    '承办人补报进展，再次报告办理完毕',
    'They report at last, and say again that it is done',
    async (play) => {
      await play.work(40);
      await byHolder(play, 'progress', { words: '东侧路灯的镇流器已到货，今天上午更换。' });
      await play.work(60);
      await finish(play, '两盏路灯均已修好。');
    },
  ),
  step('核查员再次核查，通过', 'The verifier looks again, and confirms it', async (play) => {
    await play.work(120);
    await verify(play, 0, { outcome: 'confirmed' });
  }),
] as const satisfies readonly Step[];

const rated = [
  step('热线受理台回访，无人接听', 'The desk calls back: nobody answers', async (play) => {
    await play.work(60);
    await callBack(play, 'no-answer');
  }),
  step(
    '换一个时段再次回访，接通',
    'The desk calls at another hour, and reaches the resident',
    async (play) => {
      await play.rest(play.pack.feedback?.callBack.hoursBetween ?? 0, 30);
      await callBack(play, 'reached');
    },
  ),
  step(
    '居民凭编号和查询码评单：没有解决，不满意',
    'By number and code, the resident rates it: not solved, dissatisfied',
    async (play) => {
      await play.work(60);
      await play.postByCode('/api/v1/cases/ID/ratings', {
        response: 'responded',
        resolution: 'not-solved',
        satisfaction: 'dissatisfied',
        words: '当天晚上又不亮了。',
      });
    },
  ),
] as const satisfies readonly Step[];

const isAnotherCycle: LocalizedText = {
  en: 'It is not offered to anybody to be done again.',
  zh: '没有重新派单。',
};

const again = [
  step(
    '重办：第二轮派给未办过此单的人，当天接单',
    'It is done again: somebody who has not had it is asked, and takes it',
    async (play) => {
      await play.work(30);
      const { cycle, state } = await play.order();
      play.must(cycle === 2 && state === 'offered', isAnotherCycle);
      await byHolder(play, 'take');
    },
  ),
  step('网格员上门见到居民', 'The grid member visits the resident', async (play) => {
    await play.work(45);
    await byHolder(play, 'contact', { manner: 'face-to-face' });
  }),
  step('网格员报告办理完毕', 'The grid member says that it is done', async (play) => {
    await play.work(300);
    await finish(play, '控制箱已更换，现场试灯正常。');
  }),
  step('换一名核查员核查，通过', 'Another verifier looks, and confirms it', async (play) => {
    await play.work(90);
    await verify(play, 1, { outcome: 'confirmed' });
  }),
  step('热线受理台回访，接通', 'The desk calls back, and reaches the resident', async (play) => {
    await play.work(60);
    await callBack(play, 'reached');
  }),
  step(
    '居民在门户评单：已解决，非常满意',
    'In the portal, the resident rates it: solved, very satisfied',
    async (play) => {
      await play.work(40);
      await play.post(play.cast.resident(resident), '/api/v1/cases/ID/ratings', {
        response: 'responded',
        resolution: 'solved',
        satisfaction: 'very-satisfied',
      });
    },
  ),
  step(
    '案件办结，居民查阅结案告知书',
    'The case is closed, and the resident reads the letter',
    async (play) => {
      await play.work(5);
      const { letter } = await play.read(play.cast.resident(resident), '/api/v1/cases/ID/letter');
      play.must(letter !== null && letter !== undefined, {
        en: 'There is no letter.',
        zh: '没有结案告知书。',
      });
    },
  ),
] as const satisfies readonly Step[];

/** In their order. */
export const script: readonly Step[] = [
  ...begin,
  quarrel.begun,
  ...work,
  ...quarrel.asked,
  ...helped,
  ...refused.slice(0, 2),
  ...quarrel.heard,
  ...refused.slice(2),
  ...rated,
  quarrel.kept,
  ...again.slice(0, -2),
  quarrel.calledBack,
  ...again.slice(-2),
];
