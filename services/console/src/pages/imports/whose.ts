/** Whether an import that is under way may go on: it is its account's alone. */

/** `undefined`: it is not known yet; `null`: nobody. */
type Who = string | null | undefined;

/** `signedIn`: who is; `whose`: whose page it is, who may have to sign in again over it first. */
export type Sitting = Readonly<{ signedIn: Who; whose: Who }>;

/** `wait`: until they have signed in again; `give-up`: they have left, or somebody else sits here. */
export const importOf = (account: string, { signedIn, whose }: Sitting): 'go-on' | 'wait' | 'give-up' => {
  if (whose === undefined) return 'wait';
  if (whose !== account) return 'give-up';
  return signedIn === account ? 'go-on' : 'wait';
};
