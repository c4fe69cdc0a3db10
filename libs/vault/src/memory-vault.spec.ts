import { instant } from '@mulin/kernel';
import { memoryVault } from './memory-vault.js';
import { describeVault } from './vault.testing.js';

const onRecord = ({ service, actor, purpose }: { service: string; actor: string; purpose: string }) => ({
  service,
  actor,
  purpose,
});

describeVault('memoryVault', async () => {
  let isBroken = false;
  const vault = memoryVault('mu', {
    now: () => instant('2026-03-02T04:00:00Z'),
    beforeRecord: () => {
      if (isBroken) throw new Error('the disk is full');
    },
  });
  return {
    as: vault.as,
    readings: vault.readingList,
    readingsOf: async (item) =>
      vault
        .readings()
        .filter(({ id }) => id === item)
        .map(onRecord),
    erasuresOf: async (id) =>
      vault
        .erasures()
        .filter(({ person }) => person === id)
        .map(onRecord),
    withoutRecord: async () => {
      isBroken = true;
      return async () => void (isBroken = false);
    },
  };
});
