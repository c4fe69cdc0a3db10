import { environment, readConfig, readPack, runInForeground } from '@mulin/service';
import { z } from 'zod';
import { gatewayEnvironment } from './host/config.js';
import { services } from '@mulin/town';
import { serviceTable } from './host/service-table.js';
import { startGateway } from './host/start-gateway.js';

runInForeground(
  {
    called: 'Mulin 牟邻',
    traced: 'mulin-gateway',
    start: async (here, notice) => {
      const { addresses, ...config } = readConfig(
        z.intersection(environment(here), gatewayEnvironment(services)),
        process.env,
      );
      const pack = readPack(config.pack);
      return startGateway({ config, pack, addresses, table: serviceTable(pack) }, notice);
    },
  },
  process.env,
);
