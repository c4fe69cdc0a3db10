/** The whole story of a dispute or a promise, for those who may know that there is one: no word of a party is in it. */
import { type Actor, mayReach, Rejection, type Tie } from '@mulin/kernel';
import { z } from 'zod';
import type { Dependencies } from '../dependencies.js';
import {
  deadlinesOf,
  type DisputeRow,
  disputes,
  type Disputes,
  placeOf,
  stateOf,
} from '../views/disputes.js';
import type { RecordedPublicEvent } from '../views/recorded-events.js';
import { type Asking, entriesOf, knownThen } from './timeline.js';
import { orNull } from './town-clock.js';

const isId = (name: string): boolean => z.uuid().safeParse(name).success;

/** By its number or its id. @throws `Rejection` `dispute-unknown`. */
export const disputeCalled = async (view: Disputes, name: string): Promise<DisputeRow> => {
  const row = isId(name)
    ? await view.get(name)
    : ((await view.list({ where: { number: name }, limit: 1 })).items[0] ?? null);
  if (row !== null) return row;
  throw new Rejection(
    'dispute-unknown',
    { en: `No dispute or promise ${name} is known.`, zh: `没有编号为 ${name} 的纠纷或承诺。` },
    'unknown',
  );
};

/** Refused (`not-your-area`) where it lies elsewhere, and is not theirs. */
export const mustSeeDispute = ({ town }: Pick<Dependencies, 'town'>, actor: Actor, row: DisputeRow): void => {
  const ties: readonly Tie[] = row.holder === actor.id ? ['held'] : [];
  if (mayReach('dispute.list', actor, { area: placeOf(row) ?? town, ties })) return;
  throw new Rejection(
    'not-your-area',
    { en: 'This dispute or promise lies outside your area.', zh: '该纠纷或承诺不在您的辖区内。' },
    'forbidden',
  );
};

const clocksShown = (row: DisputeRow, { clock: { stamp } }: Asking) =>
  deadlinesOf(row).map(({ name, startedAt, dueAt, state }) => ({
    name,
    startedAt: orNull(stamp, startedAt),
    due: orNull(stamp, dueAt),
    state,
    verdict: state === 'met' || state === 'breached' ? state : null,
  }));

/** `null`: nothing was known of it then. */
export const disputeTimeline = (history: readonly RecordedPublicEvent[], asking: Asking) => {
  const events = knownThen(history, asking);
  const row = events.reduce<DisputeRow | null>(disputes.project, null);
  if (row === null) return null;
  return {
    number: row.number,
    id: row.id,
    of: row.of,
    state: stateOf(row),
    colour: row.colour,
    timeline: entriesOf(events, asking),
    clocks: clocksShown(row, asking),
  };
};
