/**
 * A town of many processes while one thing after the other goes wrong with it and with its engines, and people take
 * demands through the whole loop. In the end nothing that was accepted is lost, nothing was done twice, and every clock
 * was judged.
 */
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { NativeEngine } from '@mulin/testing/engines';
import { eventsIn } from '../journeys/copies.js';
import { itemsOf } from '../journeys/http.js';
import { openClient } from '../journeys/killed-loop/client.js';
import { packOfLoops } from '../journeys/killed-loop/pack.js';
import { beginWork, statePreferences, untilAtRest } from '../journeys/killed-loop/people.js';
import { openReceivers } from '../journeys/killed-loop/receivers.js';
import { type Fault, faultsOfNotices, faultsOfStories, textsOf } from '../journeys/killed-loop/reckoning.js';
import { clearAway, newFolder } from '../journeys/real-town.js';
import { chanceOf } from '../journeys/whole-loop/chance.js';
import { drawFault } from './faults.js';
import { openChaosTown } from './town.js';

type ChaosOptions = Readonly<{
  /** The same faults in the same order for the same seed; what they meet is up to the machine. */
  seed: number;
  minutes: number;
  /** How many processes of each service. Default: 2. */
  each?: number;
  /** How many seconds an engine or a process stands still at most. Default: 30. */
  longestStop?: number;
  /** A broker that is there already, closed by whoever started it. Default: one of its own. */
  kafka?: NativeEngine;
  /** Told what happens, a line at a time. */
  say?: (line: string) => void;
}>;

/** `faults`: how many were done to it. Of what is wrong, `wrong` has the sentences. */
type ChaosReport = Readonly<{
  seed: number;
  faults: number;
  demands: number;
  lost: number;
  doubled: number;
  wrongVerdicts: number;
  ok: boolean;
  wrong: readonly string[];
}>;

const peopleAtOnce = 4;
/** So long the town is left alone after each fault, in milliseconds: at times it has not recovered when the next comes. */
const pauses = [500, 2_000, 5_000, 8_000];

/** Starts all of it on this machine, does harm for so long, and reckons. */
export const runChaos = async (options: ChaosOptions): Promise<ChaosReport> => {
  const { seed, minutes, each = 2, longestStop = 30, kafka, say = () => undefined } = options;
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
  const town = await openChaosTown({ each, env, chance, kafka });
  try {
    const { json } = await town.mulin('token', '--role', 'operator', '--minutes', '600');
    const client = openClient(town.url, String(json['token']), 300_000);
    await statePreferences(client, { pack, webhookUrl: receivers.webhookUrl });
    const work = beginWork(client, peopleAtOnce);
    for (const until = performance.now() + minutes * 60_000; performance.now() < until;) {
      await pause(chance.oneOf(pauses));
      const { name, happen } = drawFault(town, chance, longestStop);
      faults += 1;
      say(`${faults}: ${name}; ${client.accepted()} commands so far`);
      await happen();
    }
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
    const count = (kind: Fault['kind']) => wrong.filter((it) => it.kind === kind).length;
    return {
      seed,
      faults,
      demands: told.length,
      lost: count('lost'),
      doubled: count('doubled'),
      wrongVerdicts: count('wrongVerdict'),
      ok: wrong.length === 0,
      wrong: textsOf(wrong),
    };
  } finally {
    await town.close();
    await clearAway();
    await receivers.close();
  }
};
