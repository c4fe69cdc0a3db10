/** The whole loop of a demand, to the rating that closes it: everybody in it works as fast as the town lets them. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { costOf } from './cost.js';
import { atOnce, type Client, httpClient } from './http-client.js';
import type { RunningTown } from './running-town.js';

const callers = 32;
const askAgainMs = 5;
const giveUpMs = 60_000;

type Json = Readonly<Record<string, unknown>>;
type Answered = Awaited<ReturnType<Client>>;

/** What is refused only because the news is still on its way; whoever works there sees it a moment later. */
const notYet: ReadonlySet<string> = new Set([
  'case-unknown',
  'order-unknown',
  'not-verified-yet',
  'not-finished',
]);

const isOnItsWay = ({ status, body }: Answered): boolean =>
  status === 404 || (status === 409 && notYet.has(String((body as Json)['code'])));

/** Asks until the news has come. */
const insist = async (what: string, ask: () => Promise<Answered>): Promise<Json> => {
  for (const end = performance.now() + giveUpMs; ;) {
    const answered = await ask();
    if (answered.status < 400) return answered.body as Json;
    if (!isOnItsWay(answered) || performance.now() > end)
      throw new Error(`${what} was refused: ${JSON.stringify(answered.body)}`);
    await sleep(askAgainMs);
  }
};

type Order = Readonly<{ member: string | null; area: string }>;

type Account = Readonly<{ account: string; role: string; area: string }>;

/** One client for each account, whose token is asked for once. */
const clientsOf = async (town: RunningTown) => {
  const { json } = await town.mulin('accounts', 'list');
  // What the surface promises of this command.
  const accounts = json['accounts'] as readonly Account[];
  const clients = new Map<string, Promise<Client>>();
  const made = async (named: string): Promise<Client> => {
    const known = accounts.find(({ account }) => account === named);
    const more = known === undefined ? [] : ['--account', named, '--area', known.area];
    const asked = ['token', '--role', known?.role ?? named, '--minutes', '600', ...more];
    return httpClient(town.url, String((await town.mulin(...asked)).json['token']), callers);
  };
  /** Of an account, or of a role. */
  return (named: string): Promise<Client> => {
    const client = clients.get(named) ?? made(named);
    clients.set(named, client);
    return client;
  };
};

type Clients = Awaited<ReturnType<typeof clientsOf>>;

/** The order, once somebody was asked to take it. */
const offered = async (operator: Client, caseId: string): Promise<Order> => {
  const order = await insist('the order', () => operator('GET', `/api/v1/orders/${caseId}`));
  return { member: order['member'] === null ? null : String(order['member']), area: String(order['area']) };
};

const rating = { response: 'responded', resolution: 'solved', satisfaction: 'very-satisfied' };

const wholeLoop = async (clients: Clients, demand: () => object): Promise<string> => {
  const [clerk, operator] = [await clients('hotline-clerk'), await clients('operator')];
  const post = (client: Client, path: string, body: object) => {
    const key = randomUUID();
    return insist(path, () => client('POST', path, body, key));
  };
  const caseId = String((await post(clerk, '/api/v1/cases', demand()))['caseId']);
  const { member, area } = await offered(operator, caseId);
  if (member === null) throw new Error('nobody is on duty in the sample town');
  const community = area.split('/').slice(0, 2).join('/');
  const holder = await clients(member);
  const verifier = await clients(`verifier-1@${community}`);
  await post(holder, `/api/v1/orders/${caseId}/take`, {});
  await post(holder, `/api/v1/orders/${caseId}/contact`, { manner: 'face-to-face' });
  await post(holder, `/api/v1/orders/${caseId}/finish`, {
    result: 'solved',
    words: 'Both lamps are mended.',
  });
  await post(verifier, `/api/v1/orders/${caseId}/verify`, { outcome: 'confirmed' });
  await post(clerk, `/api/v1/cases/${caseId}/call-backs`, { outcome: 'reached', rating });
  return caseId;
};

const untilClosed = async (operator: Client, caseIds: readonly string[]) => {
  for (const caseId of caseIds)
    for (;;) {
      const { body } = await operator('GET', `/api/v1/timelines/${caseId}`);
      if ((body as Json)['state'] === 'closed') break;
      await sleep(askAgainMs);
    }
};

/**
 * Demands a second from registration to the close that follows the rating, as audit shows it, by 32 at once:
 * registered, taken, visited, finished, verified, called back and rated, with every clock of the sample town; and what
 * one of them costs, by the names of `costOf` with `whole` in them.
 */
export const wholeLoopIn = async (
  town: RunningTown,
  demand: () => object,
  demands: number,
): Promise<Record<string, number>> => {
  const clients = await clientsOf(town);
  // The accounts that take part are known before it is measured.
  await untilClosed(await clients('operator'), [await wholeLoop(clients, demand)]);
  let tookMs = 0;
  const cost = await costOf(town, demands, async () => {
    const ids: string[] = [];
    const startedAt = performance.now();
    const all = Array.from({ length: demands }, (_, nth) => nth);
    await atOnce(callers, all, async () => void ids.push(await wholeLoop(clients, demand)));
    await untilClosed(await clients('operator'), ids);
    tookMs = performance.now() - startedAt;
  });
  return {
    'loop.whole.perSecond': (demands * 1_000) / tookMs,
    ...Object.fromEntries(
      Object.entries(cost).map(([name, value]) => [name.replace('cost.', 'cost.whole.'), value]),
    ),
  };
};
