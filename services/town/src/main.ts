import { environment, readConfig, runInForeground } from '@mulin/service';
import { hintsIn } from './host/hints.js';
import { startTown } from './host/start-town.js';

runInForeground(
  {
    called: 'Mulin 牟邻',
    start: async (here, notice) => startTown(readConfig(environment(here), process.env), notice),
    hints: hintsIn(process.env),
  },
  process.env,
);
