/** `mulin clocks check FILE`: a town's own table of deadlines against what Mulin computes. */
import { readFile } from 'node:fs/promises';
import { checkVectors, type PublicDays } from '@mulin/working-time';
import type { Surroundings } from '../surroundings.js';
import { exits, type Outcome, table, WrongCall } from '../terminal.js';

const publicDays = new URL('../../../../infra/calendars/cn-2007-2026.json', import.meta.url);

export const clocksCheckCommand = async (
  { resolve, texts }: Surroundings,
  file: string,
): Promise<Outcome> => {
  const content = await readFile(resolve(file), 'utf8').catch(() => {
    throw new WrongCall(({ wrongCalls }) => wrongCalls.noFile(file));
  });
  // Written by infra/scripts/make-cn-calendar.mjs, and checked by the specs of working-time.
  const days = JSON.parse(await readFile(publicDays, 'utf8')) as PublicDays;
  const checked = checkVectors(content, days);
  const { differences } = checked;
  const rows = differences.map(({ id, expected, computed }) => [id, String(expected), String(computed)]);
  return {
    json: checked,
    lines: [
      texts.clocksCheck.sum(checked.checked, checked.agreeing, checked.disagreeing),
      ...(rows.length > 0 ? ['', ...table(texts.clocksCheck.heads, rows)] : []),
    ],
    exit: differences.length > 0 ? exits.notAsItShould : exits.done,
  };
};
