/** What the vault keeps of one request, piece by piece. */
import { uuidOf, type VaultRef } from '@mulin/kernel';

/** The id of one piece of a request's personal content: the same request keeps nothing twice. */
export const pieceOf = (requestId: string, kind: string): Promise<string> => uuidOf(requestId, kind);

export const first = (references: readonly VaultRef[]): VaultRef => {
  const [reference] = references;
  if (!reference) throw new Error('the vault answers for each thing it keeps');
  return reference;
};
