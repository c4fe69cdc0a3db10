import { Rejection, Unavailable } from '@mulin/kernel';
import { Misconfigured, readConfig } from '@mulin/service';
import { environment } from './config.js';
import { startTown } from './start-town.js';

const remark = (sentence: string) => void process.stderr.write(`${sentence}\n`);

/** So long a stop may take before it is one without grace. */
const patienceMs = 30_000;

const run = async (): Promise<void> => {
  const here = process.env['INIT_CWD'] ?? process.cwd();
  const starting = startTown(readConfig(environment(here), process.env), remark);
  // Also while it still starts.
  const stop = () => {
    setTimeout(() => process.exit(1), patienceMs).unref();
    void starting
      .then((town) => town.stop())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.stdout.write(`Mulin 牟邻 is ready at ${(await starting).url}\n`);
};

// A bug that nobody waited for is said, and the town goes on: there may be nobody to start it again.
process.on('unhandledRejection', (error) => remark(String(error)));

run().catch((error: unknown) => {
  // What was asked for wrongly is said in one sentence; anything else is a fault of ours, with its trace.
  const isTheirs = [Misconfigured, Rejection, Unavailable].some((kind) => error instanceof kind);
  if (error instanceof Error) remark(isTheirs ? error.message : (error.stack ?? error.message));
  process.exit(isTheirs ? 2 : 1);
});
