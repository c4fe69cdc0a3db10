import { describeDeadLetters } from './set-asides.conformance.js';
import { memoryDeadLetters } from './set-asides.js';

describeDeadLetters('memorySetAsides', async () => memoryDeadLetters());
