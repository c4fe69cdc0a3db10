import { Unavailable } from '@mulin/kernel';
import { Misconfigured, readConfig } from '@mulin/service';
import { environment } from './config.js';
import { startTown } from './start-town.js';

const remark = (sentence: string) => void process.stderr.write(`${sentence}\n`);

const run = async (): Promise<void> => {
  const here = process.env['INIT_CWD'] ?? process.cwd();
  const starting = startTown(readConfig(environment(here), process.env), remark);
  // Also while it still starts.
  const stop = () => void starting.then((town) => town.stop()).then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.stdout.write(`Mulin 牟邻 is ready at ${(await starting).url}\n`);
};

run().catch((error: unknown) => {
  // What was asked for wrongly is said in one sentence; anything else is a fault of ours, with its trace.
  const isTheirs = error instanceof Misconfigured || error instanceof Unavailable;
  remark(isTheirs ? error.message : String(error instanceof Error ? error.stack : error));
  process.exit(isTheirs ? 2 : 1);
});
