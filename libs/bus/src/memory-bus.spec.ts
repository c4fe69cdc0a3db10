import { describeBus } from '@mulin/testing';
import { memoryBus, memoryLog } from './memory-bus.js';

describeBus('memoryBus', async () => {
  const on = memoryLog();
  const programs: { die: () => void }[] = [];
  return {
    program: async () => {
      const bus = memoryBus({ on });
      programs.push(bus);
      return { bus, die: async () => bus.die() };
    },
    close: async () => {
      for (const program of programs) program.die();
    },
  };
});
