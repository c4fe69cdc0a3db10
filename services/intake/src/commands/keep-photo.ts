/** A photo is read, written anew without what it says of time and place, and kept in the vault. */
import { createHash } from 'node:crypto';
import { type PersonId, reused } from '@mulin/kernel';
import type { CommandContext, Picture } from '@mulin/service';
import { z } from 'zod';
import type { Dependencies } from '../dependencies.js';
import { notAPhoto } from '../domain/photo.js';

/** What the vault keeps of a photo. */
const Kept = z.object({
  jpeg: z.base64(),
  width: z.int(),
  height: z.int(),
  /** The digest of what was sent, by which the same upload is known again. */
  sent: z.string(),
  /** Under whose key it is kept. */
  person: z.string(),
  /** Whose account sent it, and about which case; `null`: a resident did not say. */
  by: z.string(),
  caseId: z.string().nullable(),
});
type KeptPhoto = z.infer<typeof Kept>;

/** The purpose with which intake looks at photos for itself. */
export const photoPurpose = 'keeping';

/** A photo as it is kept; `null`: there is none of this id, or it opens to nobody any more. */
export const photoIn = async (
  { vault }: Pick<Dependencies, 'vault'>,
  id: string,
  reading: Readonly<{ actor: string; purpose: string; about?: string }>,
): Promise<KeptPhoto | null> => {
  const kept = Kept.safeParse(await vault.read(id, reading));
  return kept.success ? kept.data : null;
};

type About = Readonly<{ person: PersonId; caseId: string | null }>;

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const shown = (photoId: string, { jpeg, width, height }: KeptPhoto) => ({
  photoId,
  mediaType: 'image/jpeg' as const,
  width,
  height,
  bytes: Buffer.byteLength(jpeg, 'base64'),
});

/**
 * Keeps a photo under the key of a person, with whom it is erased. Until an event refers to it, it is kept for a day.
 * Sent again it is the same photo. Refused: `not-a-photo`, `same-id-other-content`, and whatever `aboutOf` refuses.
 */
export const keepPhoto = async (
  { vault, photos }: Pick<Dependencies, 'vault' | 'photos'>,
  { id, actor }: CommandContext,
  { type, bytes }: Picture,
  aboutOf: () => Promise<About>,
) => {
  const photo = await photos.renew(bytes, type);
  if (photo === null) throw notAPhoto();
  const { person, caseId } = await aboutOf();
  const sent = digestOf(bytes);
  const there = await photoIn({ vault }, id, { actor: 'intake', purpose: photoPurpose });
  // A newer library may write the same picture otherwise: what was kept first stands.
  if (there !== null && there.sent === sent && there.caseId === caseId) return shown(id, there);
  if (there !== null) throw reused({ en: 'The Idempotency-Key', zh: '幂等键' });
  const { jpeg, width, height } = photo;
  const of = { sent, person, by: actor.id, caseId };
  const content = { jpeg: Buffer.from(jpeg).toString('base64'), width, height, ...of };
  await vault.keep([{ id, person, kind: 'photo', content }]);
  return shown(id, content);
};
