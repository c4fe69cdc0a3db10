import { readConfig } from '@mulin/service';
import { environment } from './config.js';
import { giveUp, remark, stopOnSignal, surviveFaults } from './in-foreground.js';
import { exportTraces } from './export-traces.js';
import { startTown } from './start-town.js';

const run = async (): Promise<void> => {
  const here = process.env['INIT_CWD'] ?? process.cwd();
  const stopTracing = await exportTraces(process.env);
  const starting = startTown(readConfig(environment(here), process.env), remark, giveUp);
  stopOnSignal(starting, stopTracing);
  process.stdout.write(`Mulin 牟邻 is ready at ${(await starting).url}\n`);
};

surviveFaults();
run().catch(giveUp);
