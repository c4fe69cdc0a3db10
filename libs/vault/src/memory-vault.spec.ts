import { memoryVault } from './memory-vault.js';
import { describeVault } from './vault.contract.js';

describeVault('memoryVault', async () => memoryVault('mu'));
