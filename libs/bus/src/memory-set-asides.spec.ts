import { describeSetAsides } from './set-asides.conformance.js';
import { memorySetAsides } from './set-asides.js';

describeSetAsides('memorySetAsides', async () => memorySetAsides());
