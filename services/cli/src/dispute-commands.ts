/** The commands of `mulin` that are about disputes. */
import { disputeCommand, disputesCommand } from './commands/disputes.js';
import type { Declaring } from './declaring.js';

export const disputeCommands = ({ ofTown, program, texts }: Declaring) => {
  const { disputes: about, options } = texts;
  ofTown(program, 'disputes', about.about, (at, _, wanted) => disputesCommand(at, wanted))
    .option('--state <state>', about.state)
    .option('--colour <colour>', about.colour)
    .option('--mediator <account>', about.mediator)
    .option('--area <path>', options.within)
    .option('--limit <n>', options.limit)
    .option('--cursor <cursor>', options.cursor);
  ofTown(program, 'dispute <number>', about.aboutOne, (at, [number = '']) => disputeCommand(at, number));
};
