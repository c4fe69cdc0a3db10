/** A story is played once, and then what was done in it is done again in towns where news travels otherwise. */
import type { Json } from '../http.js';
import { type Chance, chanceOf } from './chance.js';
import type { LoopTown } from './loop-town.js';
import type { Travel } from './news-in-any-order.js';
import { type Deed, deedFor } from './story.js';

/** What was asked, and what the town said. */
type Told = Readonly<{ deed: Deed; said: string }>;

const withIds = (deedText: string, ids: readonly string[]): string =>
  deedText.replace(/#(\d+)/g, (_, nth: string) => ids[Number(nth)] ?? 'no-such-case');

const codeOf = ({ status, body }: Readonly<{ status: number; body: Json }>): string =>
  status < 300 ? String(status) : `${status} ${String(body['code'])}`;

/** Does it; whatever follows is not waited for. */
const doing = async (town: LoopTown, ids: string[], deed: Deed): Promise<string> => {
  if ('pass' in deed) {
    await town.moveTo(deed.pass);
    return 'passed';
  }
  const { who, path, body, isNewCase = false } = deed;
  const answer = await town.post(
    who,
    withIds(path, ids),
    JSON.parse(withIds(JSON.stringify(body), ids)) as Json,
  );
  if (isNewCase && answer.status === 201) ids.push(String(answer.body['caseId']));
  return codeOf(answer);
};

export type Tale = Readonly<{ town: LoopTown; ids: readonly string[]; told: readonly Told[] }>;

/** For the first time: drawn from what the town shows. */
export const play = async (town: LoopTown, seed: string, length: number): Promise<Tale> => {
  const chance = chanceOf(seed);
  const ids: string[] = [];
  const told: Told[] = [];
  for (let nth = 0; nth < length; nth++) {
    const deed = await deedFor(town, ids, chance);
    const said = await doing(town, ids, deed);
    await town.settle();
    told.push({ deed, said });
  }
  return { town, ids, told };
};

/** Whose news must have been heard before this is asked; the others may be behind. */
const neededBy = (deed: Deed): readonly string[] => {
  if ('pass' in deed) return ['intake', 'routing', 'sla-timer', 'feedback'];
  if (deed.path.includes('/orders/')) return ['intake', 'routing', 'sla-timer'];
  if (deed.path.includes('/escalations/')) return ['intake', 'routing', 'sla-timer'];
  return ['intake', 'routing', 'sla-timer', 'feedback'];
};

/**
 * Who may be behind while people go on. sla-timer looks at its clocks whenever it hears of them, and so whoever is told
 * depends on what it has heard by then; intake and routing are asked themselves.
 */
const stoppable = ['audit', 'inbox', 'feedback'] as const;

const stopAndGoOn = async ({ news, settle }: LoopTown, deed: Deed, chance: Chance): Promise<void> => {
  const needed = neededBy(deed);
  if (news.stopped().some((it) => needed.includes(it)) || chance.isSo(0.1)) {
    news.goOn();
    await settle();
  }
  if (chance.isSo(0.2)) {
    const service = chance.oneOf(stoppable);
    if (!needed.includes(service)) news.stop(service);
  }
};

/** The same once more, while services are stopped and go on. */
export const playAgain = async (town: LoopTown, told: readonly Told[], chance: Chance): Promise<Tale> => {
  town.news.begin(chance);
  const ids: string[] = [];
  const again: Told[] = [];
  for (const { deed } of told) {
    await stopAndGoOn(town, deed, chance);
    const said = await doing(town, ids, deed);
    await town.settle();
    again.push({ deed, said });
  }
  town.news.goOn();
  await town.settle();
  return { town, ids, told: again };
};

export const straight: Travel = { name: 'straight' };
export const otherTravels: readonly Travel[] = [
  { name: 'in another order', isMixed: true },
  { name: 'in another order, and twice', isMixed: true, isTwice: true },
];

/** So that nothing of it goes on while the next one is played. */
export const clearAway = async ({ town, ids }: Tale): Promise<void> => {
  for (const path of ['unmerge', 'withdraw'])
    for (const id of ids) await town.post('hotline-clerk', `/api/v1/cases/${id}/${path}`, {});
  await town.settle();
};
