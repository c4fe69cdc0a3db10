/** Where a page of the record goes on: behind the entry that this names. */
import { type Instant, Rejection } from '@mulin/kernel';

type Place = Readonly<{ at: string; id: string }>;

const notOurs = () =>
  new Rejection(
    'malformed-cursor',
    { en: 'This cursor was not given by this list.', zh: '该分页游标不是由此列表给出的。' },
    'malformed',
  );

export const cursorOf = ({ at, id }: Readonly<{ at: Instant; id: string }>): string => `${at}_${id}`;

/** Throws a `Rejection` (`malformed-cursor`) for what is none. */
export const placeOf = (cursor: string | undefined): Place | null => {
  if (cursor === undefined) return null;
  const [, at, id] = /^(\d{4}-[\d-]+T[\d:.]+Z)_([\da-f-]{1,40})$/.exec(cursor) ?? [];
  if (at === undefined || id === undefined) throw notOurs();
  return { at, id };
};
