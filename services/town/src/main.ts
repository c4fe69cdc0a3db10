import { readConfig } from '@mulin/service';
import { environment } from './host/config.js';
import { hintsIn, terminalLanguage } from './host/hints.js';
import { givingUp, remarking, stopOnSignal, surviveFaults } from './host/in-foreground.js';
import { exportTraces } from './host/export-traces.js';
import { startTown } from './host/start-town.js';

const remark = remarking(terminalLanguage(process.env));
const giveUp = givingUp(remark);

const run = async (): Promise<void> => {
  const hints = hintsIn(process.env);
  if (hints.starting !== null) remark(hints.starting);
  const here = process.env['INIT_CWD'] ?? process.cwd();
  const stopTracing = await exportTraces(process.env);
  const starting = startTown(readConfig(environment(here), process.env), remark, giveUp);
  stopOnSignal(starting, stopTracing);
  const { url } = await starting;
  process.stdout.write(`Mulin 牟邻 is ready at ${url}\n`);
  const next = hints.next(url);
  if (next !== null) remark(next);
};

surviveFaults();
run().catch(giveUp);
