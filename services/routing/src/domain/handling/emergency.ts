/** An emergency is everybody's who was asked, until the first has taken it. */
import type { LocalizedText } from '@mulin/kernel';
import type { AskedMember, Event } from '../order/order-events.js';
import type { Holder, State } from '../order/order-state.js';
import { isOver } from '../order/refusals.js';
import { takenByOther } from './refusals.js';

/** Somebody who is asked beside the one it was offered to, while nobody has taken it; `null`: they are not. */
export const alsoAskedNow = ({ status, holder }: State, member: string): AskedMember | null =>
  status === 'offered' ? (holder?.alsoAsked.find((it) => it.member === member) ?? null) : null;

/** How whoever has an order is called by their duty: no name, no account. */
export type NameDuty = (holder: Holder) => LocalizedText;

const somebody: NameDuty = () => ({ en: 'somebody else who was asked', zh: '其他被派单人' });

/** @throws `Rejection` `taken-by-other`, with the duty of who has it, for whoever was asked at the same time. */
export const refuseTakenByOther = (
  { status, holder }: State,
  member: string,
  nameDuty: NameDuty = somebody,
): void => {
  const wasAsked = holder?.alsoAsked.some((it) => it.member === member) === true;
  if (holder === null || !wasAsked) return;
  if (status === 'over') throw isOver();
  if (holder.takenAt !== null) throw takenByOther(nameDuty(holder));
};

type Taken = Extract<Event, { type: 'OrderTaken' }>['data'];

/** Of those who were asked together the first has it; who else was asked is on record. */
export const takenFrom = (holder: Holder, { member, unit, takenAt }: Taken): Holder => {
  if (holder.member === member) return { ...holder, takenAt };
  const { unit: former, member: askedFirst, alsoAsked, ...rest } = holder;
  const others = alsoAsked.filter((it) => it.member !== member);
  const first = { member: askedFirst, ...(former === undefined ? {} : { unit: former }) };
  return { ...rest, member, ...(unit === undefined ? {} : { unit }), alsoAsked: [first, ...others], takenAt };
};
