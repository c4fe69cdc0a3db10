/** What the town would promise somebody who asked for something now: by the clocks that would start, and no other rule. */
import { type Instant, Rejection } from '@mulin/kernel';
import * as Clocks from '../domain/clocks/clocks.js';
import type { DeadlineCalculator } from '../domain/clocks/terms.js';

/** An item of the menu, as far as deadlines care. */
export type TimedItem = Readonly<{ id: string; policy: string; urgency: string }>;

/** The clocks that whoever asks is told of: somebody accepts it, gets in touch, and is done. The others are between hands. */
const told = ['accept', 'contact', 'complete'] as const;

type Asked = Readonly<{ menuItem: string; urgency: string | undefined; at: Instant }>;

const noSuchItem = (id: string) =>
  new Rejection(
    'no-such-menu-item',
    { en: `The menu of this town has no item "${id}".`, zh: `本镇服务菜单中没有“${id}”。` },
    'unknown',
  );

/**
 * By when each of these clocks is due, were it asked for at that moment: the terms that the start of the same case would
 * record. A clock that the policy has not, or for which its rules lack something, is not promised. Refused
 * (`no-such-menu-item`) where the menu has no such item.
 */
export const promisedTime = (
  menu: readonly TimedItem[],
  calculate: DeadlineCalculator,
  { menuItem, urgency, at }: Asked,
) => {
  const item = menu.find(({ id }) => id === menuItem);
  if (item === undefined) throw noSuchItem(menuItem);
  const beginning = {
    ...{ cycle: 1, number: '', archive: null, beganAt: at, policy: item.policy },
    ...{ urgency: urgency ?? item.urgency, itemUrgency: item.urgency },
  };
  // Nobody hears of a case that there is not, so that it is nobody's to hold.
  const begin = Clocks.begin(beginning, { calculate, isHeld: () => true });
  const events = begin(Clocks.decider.initial, at);
  const promised = told.flatMap((clock) => {
    const terms = events.find((it) => it.type === 'TermsSet' && it.data.clock === `${clock}/1`);
    if (terms?.type !== 'TermsSet') return [];
    return [{ clock, dueAt: terms.data.dueAt, isProvisional: terms.data.provisional }];
  });
  return { menuItem, urgency: beginning.urgency, at, promised };
};
