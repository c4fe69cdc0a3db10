/** Photos that show the work: intake keeps them, and whoever has an order refers to them. */
import { z } from 'zod';
import type { Dependencies } from '../dependencies.js';
import { photoUnknown } from '../domain/handling/refusals.js';

type Parts = Pick<Dependencies, 'orders' | 'vault'>;

/** The purpose with which routing looks at photos for itself. */
export const photoPurpose = 'keeping';

/** What intake keeps of a photo, as far as it says whose work it shows; `sent`: the digest of what was sent. */
const Sent = z.object({ by: z.string(), caseId: z.string().nullable(), sent: z.string().optional() });
type Sent = z.infer<typeof Sent>;

/** `null`: there is none of this id, or it opens to nobody any more. */
const sentAs = async ({ vault }: Parts, caseId: string, id: string): Promise<Sent | null> => {
  const read = await vault.read(id, { actor: 'routing', purpose: photoPurpose, about: caseId });
  const sent = Sent.safeParse(read);
  return sent.success ? sent.data : null;
};

/**
 * Photos that show the work are of this case, and by whoever has or had a hand in it: not what whoever asked had sent.
 *
 * @throws `Rejection` `photo-unknown` for any other.
 */
export const mustBeOfWork = async (
  parts: Parts,
  by: string,
  caseId: string,
  photoIds: readonly string[] = [],
): Promise<void> => {
  if (photoIds.length === 0) return;
  const { state } = await parts.orders.query(caseId);
  const hands = [by, ...state.handlers];
  for (const id of photoIds) {
    const sent = await sentAs(parts, caseId, id);
    if (sent === null || sent.caseId !== caseId || !hands.includes(sent.by)) throw photoUnknown();
  }
};

/**
 * Which of these photos are the same picture, to the byte, as one that was shown of an attempt before. Pictures are
 * opened only where there are such.
 */
export const copiesAmong = async (
  parts: Parts,
  caseId: string,
  photoIds: readonly string[] = [],
): Promise<readonly string[]> => {
  const { stale } = (await parts.orders.query(caseId)).state.reported;
  const digestOf = async (id: string) => (await sentAs(parts, caseId, id))?.sent;
  if (stale.length === 0 || photoIds.length === 0) return [];
  const known = new Set(await Promise.all(stale.map(digestOf)));
  const digests = await Promise.all(photoIds.map(digestOf));
  return photoIds.filter((_, place) => digests[place] !== undefined && known.has(digests[place]));
};
