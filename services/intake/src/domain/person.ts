/**
 * Whose words, place and contact were erased from the vault, because of which case and why; and in which cases they
 * came in somebody else's place. Nothing of what they said is here.
 */
import { type Decider, type Decision, type Instant, unreachable } from '@mulin/kernel';

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

export type Event = Readonly<
  | { type: 'PersonErased'; data: Erasure }
  | { type: 'CaseTakenOver'; data: { caseId: string; takenOverAt: Instant } }
>;

export type State = Readonly<{
  /** Every erasure, oldest first: who comes back may be erased again. */
  erasures: readonly Erasure[];
  /** Cases in which somebody else was noted first: something of this person may be kept under them. */
  takenOver: readonly string[];
}>;

const evolve = (state: State, { type, data }: Event): State => {
  switch (type) {
    case 'PersonErased':
      return { ...state, erasures: [...state.erasures, data] };
    case 'CaseTakenOver':
      return { ...state, takenOver: [...state.takenOver, data.caseId] };
    default:
      return unreachable(type);
  }
};

export const decider: Decider<State, Event> = {
  category: 'person',
  initial: { erasures: [], takenOver: [] },
  evolve,
};

/**
 * A case is about to be noted as this person's. On record before it is, so that no erasure misses it; where it never
 * was, as the correction was refused, the case itself tells.
 */
export const takeOver =
  (caseId: string): Decision<State, Event> =>
  ({ takenOver }, now) =>
    takenOver.includes(caseId) ? [] : [{ type: 'CaseTakenOver', data: { caseId, takenOverAt: now } }];

type ErasureRequest = Omit<Erasure, 'erasedAt'> &
  Readonly<{
    /** Whether the vault held anything of them until now. */
    hasErased: boolean;
  }>;

/**
 * What the vault has erased is on record. Where it had nothing left, the erasure is on record already, unless the
 * program ended between the two.
 */
export const erase =
  ({ hasErased, ...erasure }: ErasureRequest): Decision<State, Event> =>
  ({ erasures }, now) => {
    const isKnown = erasures.some(({ request }) => request === erasure.request);
    if (isKnown || (erasures.length > 0 && !hasErased)) return [];
    return [{ type: 'PersonErased', data: { ...erasure, erasedAt: now } }];
  };
