/**
 * A town of many processes while one thing after the other goes wrong with it and with its engines, and people take
 * demands through the whole loop. In the end nothing that was accepted is lost, nothing was done twice, and every clock
 * was judged.
 */
import { cpSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { eventsIn } from '../journeys/copies.js';
import { itemsOf } from '../journeys/http.js';
import { openClient } from '../journeys/killed-loop/client.js';
import { packOfLoops } from '../journeys/killed-loop/pack.js';
import { beginWork, statePreferences, untilAtRest } from '../journeys/killed-loop/people.js';
import { openReceivers } from '../journeys/killed-loop/receivers.js';
import { type Fault, faultsOfNotices, faultsOfStories, textsOf } from '../journeys/killed-loop/reckoning.js';
import { clearAway, newFolder } from '../journeys/real-town.js';
import { type Chance, chanceOf } from '../journeys/whole-loop/chance.js';
import { drawFault } from './faults.js';
import { apartMs, type ChaosTown, openChaosTown } from './town.js';

type ChaosOptions = Readonly<{
  /** The same faults in the same order for the same seed; what they meet is up to the machine. */
  seed: number;
  minutes: number;
  /** How many processes of each service. Default: 2. */
  each?: number;
  /** How many seconds an engine or a process stands still at most. Default: 30. */
  longestStop?: number;
  /** Told what happens, a line at a time. */
  say?: (line: string) => void;
}>;

/**
 * `faults`: how many were done to it, of each kind in `kinds`; `leftOut`: how many could not be done on this machine;
 * `rebalances`: how often a group of Kafka shared out its partitions anew. Of what is wrong, `wrong` has the sentences.
 */
type ChaosReport = Readonly<{
  seed: number;
  faults: number;
  kinds: Readonly<Record<string, number>>;
  leftOut: number;
  rebalances: number;
  demands: number;
  lost: number;
  doubled: number;
  wrongVerdicts: number;
  ok: boolean;
  wrong: readonly string[];
}>;

const peopleAtOnce = 4;
/** A broker whose disk was full ends a while after it finds that out. */
const settlingMs = 5_000;
/** So long the town is left alone after each fault, in milliseconds: at times it has not recovered when the next comes. */
const pauses = [500, 2_000, 5_000, 8_000];

type Harm = Readonly<{
  town: ChaosTown;
  chance: Chance;
  longestStop: number;
  say: (line: string) => void;
  /** Told before each fault; answers the how-manieth it is. */
  begins: () => number;
  accepted: () => number;
}>;

const doHarm = async (
  { town, chance, longestStop, say, begins, accepted }: Harm,
  minutes: number,
): Promise<Pick<ChaosReport, 'kinds' | 'leftOut'>> => {
  const kinds: Record<string, number> = {};
  let leftOut = 0;
  for (const until = performance.now() + minutes * 60_000; performance.now() < until;) {
    await pause(chance.oneOf(pauses));
    await town.standUp();
    const { kind, name, happen } = drawFault(town, chance, longestStop);
    say(`${begins()}: ${name}; ${accepted()} commands so far`);
    if (await happen()) kinds[kind] = (kinds[kind] ?? 0) + 1;
    else {
      leftOut += 1;
      say(`NOT TESTED: ${name}: a small disk cannot be mounted here (it takes Linux, and root).`);
    }
  }
  await pause(settlingMs);
  await town.standUp();
  return { kinds, leftOut };
};

/** What the processes have logged, out of the homes that are cleared away: for whoever asks what went wrong. */
const keepLogs = ({ instances }: ChaosTown, seed: number): string => {
  const kept = mkdtempSync(path.join(tmpdir(), `mulin-chaos-${seed}-`));
  for (const [nth, { name, home }] of instances.entries()) {
    const logs = path.join(home, 'logs');
    if (existsSync(logs)) cpSync(logs, path.join(kept, `${nth}-${name}`), { recursive: true });
  }
  return kept;
};

/** Starts all of it on this machine, does harm for so long, and reckons. */
export const runChaos = async (options: ChaosOptions): Promise<ChaosReport> => {
  const { seed, minutes, each = 2, longestStop = 30, say = () => undefined } = options;
  const chance = chanceOf(`chaos ${seed}`);
  const folder = newFolder();
  const pack = packOfLoops(folder);
  let faults = 0;
  const receivers = await openReceivers(() => faults);
  const env = {
    MULIN_PACK: pack,
    MULIN_SMTP_URL: receivers.smtpUrl,
    MULIN_SMTP_FROM: 'Mulin <mulin@mulin.example>',
    MULIN_WEBHOOKS: 'private',
  };
  const town = await openChaosTown({ each, env, chance });
  let isWell = false;
  try {
    const { json } = await town.mulin('token', '--role', 'operator', '--minutes', '600');
    const client = openClient(town.url, String(json['token']), 300_000);
    await statePreferences(client, { pack, webhookUrl: receivers.webhookUrl });
    const work = beginWork(client, peopleAtOnce, apartMs);
    const harm = { town, chance, longestStop, say, begins: () => (faults += 1), accepted: client.accepted };
    const done = await doHarm(harm, minutes);
    const told = await work.finish();
    say(`${told.length} demands, ${client.sentAgain()} requests sent again; until all is at rest`);
    await untilAtRest(client, told);
    const copy = path.join(folder, 'everything.mulin');
    const exported = await town.mulin('export', '--out', copy);
    if (exported.code !== 0) throw new Error(`nothing to reckon with: ${exported.err}`);
    const events = eventsIn(copy);
    const setAside = itemsOf((await town.mulin('dead-letters', 'list')).json);
    const wrong: readonly Fault[] = [
      ...faultsOfStories(told, events),
      ...faultsOfNotices(events, receivers.arrivals),
      ...setAside.map((it) => ({ kind: 'lost' as const, text: `set aside: ${JSON.stringify(it)}` })),
    ];
    isWell = wrong.length === 0;
    const count = (kind: Fault['kind']) => wrong.filter((it) => it.kind === kind).length;
    return {
      seed,
      faults,
      ...done,
      rebalances: town.engines.Kafka.rebalances(),
      demands: told.length,
      lost: count('lost'),
      doubled: count('doubled'),
      wrongVerdicts: count('wrongVerdict'),
      ok: isWell,
      wrong: textsOf(wrong),
    };
  } finally {
    await town.close();
    if (!isWell) say(`What its processes logged is kept in ${keepLogs(town, seed)}`);
    await clearAway();
    await receivers.close();
  }
};
