import { describeDeadLetters } from '../dead-letters.conformance.js';
import { memoryDeadLetters } from '../dead-letters.js';

describeDeadLetters('memorySetAsides', async () => memoryDeadLetters());
