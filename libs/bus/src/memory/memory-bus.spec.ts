import { describeBus } from '@mulin/testing';
import { memoryBus, memoryTopicLog } from './memory-bus.js';

describeBus('memoryBus', async () => {
  const on = memoryTopicLog();
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
