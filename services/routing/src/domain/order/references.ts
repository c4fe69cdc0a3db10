/** Where in the vault it lies what a resident said, where it is, and how to reach them. */

/** Events from before these were told name none; a place is `null` where nobody said. */
export type References = Readonly<{ wordsId?: string; placeId?: string | null; contactId?: string }>;

/** What is told now, over what was known; what is not mentioned stays as it is. */
export const referencesOver = (
  known: References,
  { wordsId = known.wordsId, placeId = known.placeId, contactId = known.contactId }: Told,
): References => ({
  ...(wordsId === undefined ? {} : { wordsId }),
  ...(placeId === undefined ? {} : { placeId }),
  ...(contactId === undefined ? {} : { contactId }),
});

type Told = Readonly<{ [Name in keyof References]: References[Name] | undefined }>;
