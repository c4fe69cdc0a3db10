/** Whose words, place and contact were erased from the vault, because of which case and why. Nothing of them is here. */
import type { Decider, Decision, Instant } from '@mulin/kernel';

/** As the contract names them, with their law. */
export const erasureReasons = [
  'asked-for',
  'consent-withdrawn',
  'no-longer-needed',
  'kept-unlawfully',
] as const;
export type ErasureReason = (typeof erasureReasons)[number];

export type Erasure = Readonly<{
  /** The id of the request, so that it is on record once however often it is sent. */
  request: string;
  /** By which case the person was found. */
  caseId: string;
  number: string;
  reason: ErasureReason;
  erasedAt: Instant;
}>;

export type Event = Readonly<{ type: 'PersonErased'; data: Erasure }>;

/** Every erasure, oldest first: who comes back may be erased again. */
export type State = Readonly<{ erasures: readonly Erasure[] }>;

const evolve = ({ erasures }: State, { data }: Event): State => ({ erasures: [...erasures, data] });

export const decider: Decider<State, Event> = { category: 'person', initial: { erasures: [] }, evolve };

type Asked = Omit<Erasure, 'erasedAt'> &
  Readonly<{
    /** Whether the vault held anything of them until now. */
    hasErased: boolean;
  }>;

/**
 * What the vault has erased is on record. Where it had nothing left, the erasure is on record already, unless the
 * program ended between the two.
 */
export const erase =
  ({ hasErased, ...erasure }: Asked): Decision<State, Event> =>
  ({ erasures }, now) => {
    const isKnown = erasures.some(({ request }) => request === erasure.request);
    if (isKnown || (erasures.length > 0 && !hasErased)) return [];
    return [{ type: 'PersonErased', data: { ...erasure, erasedAt: now } }];
  };
