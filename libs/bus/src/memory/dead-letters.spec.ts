import { describeDeadLetters } from '../dead-letters.testing.js';
import { memoryDeadLetters } from '../dead-letters.js';

describeDeadLetters('memorySetAsides', async () => memoryDeadLetters());
