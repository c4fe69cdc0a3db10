/** Demands that go the whole way to the rating that closes them, and what was accepted of each of them. */
import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { upTo } from '@mulin/kernel';
import type { Json } from '../http.js';
import { type Client, type Person } from './client.js';
import { lateAfterMs, menuItems } from './pack.js';

/** How often something must be on record of a case, by `<table> <type>`: what was accepted, and what follows from it. */
type Tally = Map<string, number>;
export type Told = Readonly<{ id: string; number: string; kind: string; tally: Tally; clocks: Set<string> }>;

/** In four micro-grids of two communities. */
const places = [
  { lat: 36.373, lon: 119.744 },
  { lat: 36.373, lon: 119.753 },
  { lat: 36.373, lon: 119.762 },
  { lat: 36.373, lon: 119.771 },
] as const;

const desk: Person = { role: 'hotline-clerk' };
const overseer: Person = { role: 'auditor' };
/** Whoever has an order: accounts of the small town are named by their role and where they work. */
const member = (account: string): Person => ({
  role: account.slice(0, account.indexOf('@')),
  account,
  area: account.slice(account.indexOf('@') + 1),
});
const leader = (
  role: 'village-committee' | 'grid-leader' | 'community-secretary',
  level: string,
): Person => ({
  role,
  account: `${role}@${level}`,
  area: level,
});

const good = { response: 'responded', resolution: 'solved', satisfaction: 'satisfied' };
const bad = { response: 'responded', resolution: 'not-solved', satisfaction: 'dissatisfied' };
const words = 'As it was said.';

type Scene = Told & Readonly<{ client: Client; code: string }>;

const count = ({ tally }: Scene, ...names: readonly string[]): void => {
  for (const name of names) tally.set(name, (tally.get(name) ?? 0) + 1);
};

const begin = async (client: Client, kind: string, menuItem: string): Promise<Scene> => {
  const place = places[randomInt(places.length)];
  const body = { menuItem, words, place, phone: '13800138000' };
  const said = await client.post(desk, '/api/v1/cases', body);
  const scene = {
    id: String(said['caseId']),
    number: String(said['number']),
    code: String(said['queryCode']),
    kind,
    tally: new Map(),
    clocks: new Set(['accept/1']),
    client,
  };
  count(scene, 'intake CaseRegistered');
  return scene;
};

type Order = Readonly<{ cycle: number; leg: number; member: string; area: string }>;

const orderOnce = async ({ client, id }: Scene, isSo: (order: Json) => boolean): Promise<Order> => {
  for (;;) {
    const order = await client.get(overseer, `/api/v1/orders/${id}`);
    if (isSo(order))
      return {
        cycle: Number(order['cycle']),
        leg: Number(order['leg']),
        member: String(order['member']),
        area: String(order['area']),
      };
  }
};

/** The order, once somebody is asked in this cycle, for the nth time in all. */
const offered = (scene: Scene, cycle: number, leg = 1): Promise<Order> =>
  orderOnce(
    scene,
    (order) => order['cycle'] === cycle && order['state'] === 'offered' && Number(order['leg']) >= leg,
  );

const onOrder = (scene: Scene, who: Person, what: string, body: object): Promise<Json> =>
  scene.client.post(who, `/api/v1/orders/${scene.id}/${what}`, body);
const onCase = (scene: Scene, who: Person | string, what: string, body: object): Promise<Json> =>
  scene.client.post(who, `/api/v1/cases/${scene.id}/${what}`, body);

const take = async (scene: Scene, { member: account, cycle, leg }: Order): Promise<void> => {
  if (leg === 1) count(scene, 'sla_timer CycleBegan');
  count(scene, 'routing OrderOffered', 'sla_timer LegOffered', 'inbox take');
  scene.clocks.add(`take/${cycle}/${leg}`).add(`complete/${cycle}`);
  await scene.client.untilAsked(member(account), scene.id, 'take');
  await onOrder(scene, member(account), 'take', {});
  count(scene, 'routing OrderTaken');
};

const report = async (scene: Scene, order: Order): Promise<void> => {
  const holder = member(order.member);
  await onOrder(scene, holder, 'contact', { manner: 'face-to-face' });
  await onOrder(scene, holder, 'progress', { words });
  scene.clocks.add(`contact/${order.cycle}`);
  count(scene, 'routing ContactMade', 'routing ProgressReported');
};

const callHelp = async (scene: Scene, order: Order): Promise<void> => {
  const village = upTo('village', order.area);
  const called = await onOrder(scene, member(order.member), 'helpers', { unit: village, task: words });
  count(scene, 'routing HelperCalled', 'sla_timer HelperCalled', 'inbox help');
  const helper = leader('village-committee', village);
  const call = Number(called['call'] ?? 1);
  scene.clocks.add(`help/${order.cycle}/${call}`);
  await scene.client.untilAsked(helper, scene.id, 'help');
  await onOrder(scene, helper, `helpers/${call}/join`, {});
  await onOrder(scene, helper, `helpers/${call}/finish`, {});
  count(scene, 'routing HelperJoined', 'routing HelperFinished');
};

type Finding = Readonly<{ round: number; isDone: boolean }>;

/** By who leads the grid, then by the village's committee: nobody confirms the same demand twice. */
const finishAndLook = async (scene: Scene, order: Order, { round, isDone }: Finding): Promise<void> => {
  const holder = member(order.member);
  await scene.client.untilAsked(holder, scene.id, 'finish');
  await onOrder(scene, holder, 'finish', { result: 'solved', words });
  const looking =
    order.cycle === 1
      ? leader('grid-leader', upTo('grid', order.area))
      : leader('village-committee', upTo('village', order.area));
  await scene.client.untilAsked(looking, scene.id, 'verify');
  const found = isDone ? { outcome: 'confirmed' } : { outcome: 'refused', reason: 'not-done' };
  await onOrder(scene, looking, 'verify', found);
  scene.clocks.add(`verify/${order.cycle}/${round}`);
  count(scene, 'routing OrderFinished', 'inbox finish', 'inbox verify');
  if (!isDone) count(scene, 'routing FinishRefused', 'sla_timer FinishRefused');
  else count(scene, 'routing OrderVerified', 'feedback CallBackDue', 'sla_timer CallBackDue');
};

/** The desk calls; what they say of it, they say to the desk, or later by themselves with number and code. */
const callBack = async (scene: Scene, cycle: number, rating: object, isAlone = false): Promise<void> => {
  await scene.client.untilAsked(desk, scene.id, 'call-back');
  count(scene, 'feedback CallBackMade', 'feedback CaseRated', 'inbox call-back');
  scene.clocks.add(`call-back/${cycle}`);
  await onCase(scene, desk, 'call-backs', { outcome: 'reached', ...(isAlone ? {} : { rating }) });
  if (!isAlone) return;
  const { number, code, client } = scene;
  const opened = await client.post(desk, '/api/v1/case-access', { number, code });
  await onCase(scene, String(opened['token']), 'ratings', rating);
};

/** The village's committee is asked to go on with what somebody of one of its grids has begun. */
const handOver = async (scene: Scene, order: Order): Promise<Order> => {
  const to = upTo('village', order.area);
  await onOrder(scene, member(order.member), 'hand-over', { to, reason: 'needs-other-unit' });
  count(scene, 'routing OrderHandedOver', 'inbox finish');
  return offered(scene, order.cycle, order.leg + 1);
};

/** The desk finds that one says the same as another; whoever asked in it is answered with that one. */
const mergeInto = async (scene: Scene, survivor: Scene): Promise<void> => {
  await onCase(scene, desk, 'merge', { into: survivor.number });
  count(scene, 'intake CaseClosed', 'routing OrderOver');
  count(survivor, 'intake DuplicateJoined');
};

/** What follows from a rating that is not content. */
const again = (scene: Scene): void =>
  count(scene, 'feedback RedoDemanded', 'intake CaseReopened', 'routing OrderReopened');

/** The second time that whoever asked is not content, the secretary decides. */
const conclude = async (scene: Scene, { area }: Order): Promise<void> => {
  const secretary = leader('community-secretary', upTo('community', area));
  await scene.client.untilAsked(secretary, scene.id, 'conclude');
  await onCase(scene, secretary, 'conclusion', { decision: 'close' });
  count(scene, 'feedback SecretaryAsked', 'inbox conclude');
};

/** It is closed, and whoever asked has their letter. */
const end = async (scene: Scene): Promise<Told> => {
  count(scene, 'feedback CaseConcluded', 'intake CaseClosed', 'routing OrderOver');
  const { client, id, number, code } = scene;
  const opened = await client.post(desk, '/api/v1/case-access', { number, code });
  await client.get(String(opened['token']), `/api/v1/cases/${id}/letter`);
  return scene;
};

const kinds = {
  plain: async (client: Client) => {
    const scene = await begin(client, 'plain', menuItems.calm);
    const order = await offered(scene, 1);
    await take(scene, order);
    await report(scene, order);
    await finishAndLook(scene, order, { round: 1, isDone: true });
    await callBack(scene, 1, good, true);
    return end(scene);
  },
  'done again': async (client: Client) => {
    const scene = await begin(client, 'done again', menuItems.calm);
    for (const cycle of [1, 2]) {
      const order = await offered(scene, cycle);
      await take(scene, order);
      await report(scene, order);
      await finishAndLook(scene, order, { round: 1, isDone: true });
      await callBack(scene, cycle, cycle === 1 ? bad : good);
      if (cycle === 1) again(scene);
    }
    return end(scene);
  },
  helped: async (client: Client) => {
    const scene = await begin(client, 'helped', menuItems.emergency);
    const order = await offered(scene, 1);
    await take(scene, order);
    await callHelp(scene, order);
    await report(scene, order);
    await finishAndLook(scene, order, { round: 1, isDone: false });
    await finishAndLook(scene, order, { round: 2, isDone: true });
    await callBack(scene, 1, good);
    return end(scene);
  },
  'handed over': async (client: Client) => {
    const scene = await begin(client, 'handed over', menuItems.calm);
    const order = await offered(scene, 1);
    await take(scene, order);
    const next = await handOver(scene, order);
    await take(scene, next);
    await report(scene, next);
    await finishAndLook(scene, next, { round: 1, isDone: true });
    await callBack(scene, 1, good);
    return end(scene);
  },
  merged: async (client: Client, apartMs: number) => {
    const [one, other] = [
      await begin(client, 'merged', menuItems.calm),
      await begin(client, 'survivor', menuItems.calm),
    ];
    await offered(one, 1);
    const order = await offered(other, 1);
    // That it was offered is no cause of the merge, and intake need not have heard of it.
    await pause(apartMs);
    await mergeInto(one, other);
    await take(other, order);
    await report(other, order);
    await finishAndLook(other, order, { round: 1, isDone: true });
    await callBack(other, 1, good);
    return [one, await end(other)];
  },
  'decided by the secretary': async (client: Client) => {
    const scene = await begin(client, 'decided by the secretary', menuItems.calm);
    for (const cycle of [1, 2]) {
      const order = await offered(scene, cycle);
      await take(scene, order);
      await report(scene, order);
      await finishAndLook(scene, order, { round: 1, isDone: true });
      await callBack(scene, cycle, bad);
      if (cycle === 1) again(scene);
      else await conclude(scene, order);
    }
    return end(scene);
  },
  late: async (client: Client, apartMs: number) => {
    const scene = await begin(client, 'late', menuItems.late);
    const order = await offered(scene, 1);
    const secretary = leader('community-secretary', upTo('community', order.area));
    await client.untilAsked(secretary, scene.id, 'escalation');
    await client.post(secretary, `/api/v1/escalations/${scene.id}/acknowledge`, { decision: 'noted' });
    count(scene, 'sla_timer EscalationAcknowledged', 'inbox escalation');
    scene.clocks.add('acknowledge/1/complete');
    // By every clock there is, it is finished when it was due long ago.
    await pause(lateAfterMs + apartMs);
    await take(scene, order);
    await report(scene, order);
    await finishAndLook(scene, order, { round: 1, isDone: true });
    await callBack(scene, 1, good);
    return end(scene);
  },
} as const;

/** A demand that somebody else has registered, and that waits for whoever is asked, or for whoever has taken it. */
export type OpenDemand = Readonly<{ id: string; number: string; code: string; isTaken: boolean }>;

/** Takes it to the rating that closes it. */
export const tellTheRest = async (client: Client, { isTaken, ...open }: OpenDemand): Promise<void> => {
  const scene = { ...open, kind: 'open', tally: new Map(), clocks: new Set<string>(), client };
  const order = await orderOnce(scene, ({ state }) => state === (isTaken ? 'taken' : 'offered'));
  if (!isTaken) await take(scene, order);
  await report(scene, order);
  await finishAndLook(scene, order, { round: 1, isDone: true });
  await callBack(scene, order.cycle, good);
  await end(scene);
};

/**
 * The nth story: of one demand, or of two that are answered together.
 *
 * @param apartMs so far the clocks of two services are apart at most: what one of them is to judge as later than what
 *   another has recorded is done so much later. Default: 0.
 */
export const tellStory = async (client: Client, nth: number, apartMs = 0): Promise<readonly Told[]> => {
  const all = Object.values(kinds);
  return [await (all[nth % all.length] ?? kinds.plain)(client, apartMs)].flat();
};
