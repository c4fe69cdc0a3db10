/** What the town answers in the reader's language. */
import type { Language } from '../app/language';

type Key = readonly unknown[];

/** In whatever language. */
const isSame = (one: Key, other: Key): boolean =>
  one.length === other.length && one.slice(0, -1).every((part, place) => part === other[place]);

/**
 * The parts of a query by which it is read anew in another language, while what is there stays: a form under it keeps
 * what was typed.
 *
 * @param thing what it is of: of any other thing nothing is shown meanwhile
 */
export const translated = (thing: Key, language: Language) => {
  const queryKey: Key = [...thing, language];
  return {
    queryKey,
    placeholderData: <Answer>(
      last: Answer | undefined,
      query: Readonly<{ queryKey: Key }> | undefined,
    ): Answer | undefined => (query !== undefined && isSame(query.queryKey, queryKey) ? last : undefined),
  };
};
