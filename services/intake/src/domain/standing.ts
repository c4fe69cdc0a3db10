/** Where a case stands, in the one set of names that people read everywhere: `audit` makes the same of what it hears. */
import type { State as Case, Status } from './case/case.js';
import type { State as Handling } from './handling.js';

type Standing = Status | 'offered' | 'taken' | 'with-arbiter' | 'finished' | 'verified';

type Known = Exclude<Case, { status: 'unknown' }>;

/** How far it is handled, until it is over. What was given back stands as it did, until somebody else is asked. */
export const standingOf = ({ status }: Pick<Known, 'status'>, { state, wasTaken }: Handling): Standing => {
  if (status !== 'registered' || state === null) return status;
  if (state === 'returned') return wasTaken ? 'taken' : 'offered';
  return state;
};
