/** `mulin leave`, with its help. */
import { leaveCommand } from './commands/leave.js';
import type { Declaring } from './declaring.js';

export const leaveCommands = ({ ofTown, program, texts: { leave } }: Declaring): void => {
  ofTown(program, 'leave <action> [account]', leave.about, (at, args, options) =>
    leaveCommand(at, args, options),
  )
    .option('--stand-in <account>', leave.standIn)
    .option('--nobody', leave.nobody)
    .option('--from <moment>', leave.from)
    .option('--until <moment>', leave.until);
};
