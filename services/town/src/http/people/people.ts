/**
 * Who works for the town: whom one can name, and how an account that one meets is called. Whoever chooses somebody must
 * know who is there no more, and everybody who works for the town chooses somebody somewhere.
 */
import { hasRight, type Identity, type Instant, type ListedAccount, minute, msBetween } from '@mulin/kernel';

type Parts = Readonly<{ identity: Pick<Identity, 'list'>; now: () => Instant }>;

const pageSize = 500;
/** Everybody is read at once, so that a page of names costs one reading in this time, however many look. */
const knownForMs = minute / 2;

/** Residents and programs of others are nobody of the town. */
const isOfTheTown = ({ role }: ListedAccount): boolean => hasRight('person.list', { role });

const readAll = async (identity: Pick<Identity, 'list'>): Promise<readonly ListedAccount[]> => {
  const all: ListedAccount[] = [];
  for (let after: string | undefined; ;) {
    const page = await identity.list({ after, limit: pageSize });
    all.push(...page.filter(isOfTheTown));
    if (page.length < pageSize) return all;
    after = page.at(-1)?.account;
  }
};

/**
 * Everybody who works for the town, by their accounts, as they were half a minute ago at the earliest; also those whose
 * account is disabled, because what they did bears their account.
 */
export const peopleOf = ({ identity, now }: Parts) => {
  let known: Readonly<{ at: Instant; people: Promise<readonly ListedAccount[]> }> | null = null;
  return (): Promise<readonly ListedAccount[]> => {
    const at = now();
    if (known !== null && msBetween(known.at, at) < knownForMs) return known.people;
    const people = readAll(identity);
    known = { at, people };
    people.catch(() => (known = null));
    return people;
  };
};
