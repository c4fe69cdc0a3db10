/** Rosters say who is on duty with everybody's leave, also where a process ended between a leave and its rosters. */
import type { CommandHandler, Stop } from '@mulin/kernel';
import type * as Leave from '../domain/leave/leave.js';
import type { LoadedGrids } from '../reference-data/load-grids.js';

type Parts = Readonly<{
  town: string;
  every: (ms: number, work: () => Promise<unknown>) => Stop;
  leave: Pick<CommandHandler<Leave.State, Leave.Event>, 'query'>;
  kept: Pick<LoadedGrids, 'fitRosters'>;
}>;

/** How long a leave may be on record without its rosters. */
const roundMs = 20_000;

export const fitRosters = ({ town, every, leave, kept }: Parts) => {
  // Read anew each time: what this process has followed may be older than what another has posted.
  const look = async (): Promise<void> => kept.fitRosters((await leave.query(town)).state);
  return { look, start: async (): Promise<Stop> => every(roundMs, look) };
};
