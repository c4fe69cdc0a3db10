/** `mulin doctor`: what is wrong with this machine and with this town, in plain words. */
import { machineChecks } from '@mulin/postgres';
import type { Surroundings } from '../surroundings.js';
import { exits, type Outcome, table } from '../terminal.js';

type Check = Readonly<{ name: string; ok: boolean; text: string }>;
type Ready = Readonly<{ checks?: readonly Check[] }>;

export const doctorCommand = async (surroundings: Surroundings): Promise<Outcome> => {
  const checks = [...(await machineChecks(surroundings.home)), ...(await townChecks(surroundings))];
  const ok = checks.every((check) => check.ok);
  return {
    json: { ok, checks },
    lines: table(
      ['', 'what', 'how it is'],
      checks.map(({ name, ok: fine, text }) => [fine ? 'ok' : 'NO', name, text]),
    ),
    exit: ok ? exits.done : exits.notAsItShould,
  };
};

/** A town that does not run is no fault of the machine; one that runs must be well. */
const townChecks = async (surroundings: Surroundings): Promise<readonly Check[]> => {
  const url = surroundings.url();
  const response = await fetch(new URL('/health/ready', url)).catch(() => null);
  if (response === null)
    return [{ name: 'town', ok: true, text: `No town answers at ${url}; npm start starts one.` }];
  // Ready or not, the town says how each of its parts is.
  const ready = (await response.json().catch(() => null)) as Ready | null;
  return ready?.checks ?? [{ name: 'town', ok: false, text: `What answers at ${url} is no town of Mulin.` }];
};
