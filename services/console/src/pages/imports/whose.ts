/** Whether an import that is under way may go on: it is its account's alone. */
import type { Sitting } from '../../api/sitting';

/** `wait`: until they have signed in again; `give-up`: they have left, or somebody else sits here. */
export const importOf = (account: string, { signedIn, whose }: Sitting): 'go-on' | 'wait' | 'give-up' => {
  if (whose === undefined) return 'wait';
  if (whose !== account) return 'give-up';
  return signedIn === account ? 'go-on' : 'wait';
};
