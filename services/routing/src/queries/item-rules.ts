/** What the menu says of how an item is handled: which office answers for it, and what its finish demands. */
import type { HandledItem } from '@mulin/pack';
import type { Proof } from '../domain/handling/reports.js';
import { officePrefix } from '../domain/land/roster.js';

export type ItemRules = Readonly<{
  /** The unit of the office, as orders are handed to it; `null`: the menu names none. */
  officeFor: (menuItem: string) => string | null;
  /** What must come with a finish. */
  demandedFor: (menuItem: string) => Required<Proof>;
}>;

/** The rules of these items; of any other, no office answers and nothing is demanded. */
export const itemRules = (items: readonly HandledItem[]): ItemRules => {
  const known = new Map(items.map((item) => [item.id, item]));
  return {
    officeFor: (menuItem) => {
      const office = known.get(menuItem)?.office;
      return office === undefined ? null : `${officePrefix}${office}`;
    },
    demandedFor: (menuItem) => {
      const { photo = false, words = false } = known.get(menuItem)?.finish ?? {};
      return { photo, words };
    },
  };
};
