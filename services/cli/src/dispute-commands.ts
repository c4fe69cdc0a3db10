/** The commands of `mulin` that are about disputes. */
import { disputeCommand, disputesCommand } from './commands/disputes.js';
import { importDisputesCommand } from './commands/import-disputes.js';
import type { Declaring } from './declaring.js';

export const disputeCommands = ({ ofTown, program, texts }: Declaring) => {
  const { disputes: about, options } = texts;
  const disputes = ofTown(program, 'disputes', about.about, (at, _, wanted) => disputesCommand(at, wanted))
    .enablePositionalOptions()
    .option('--state <state>', about.state)
    .option('--colour <colour>', about.colour)
    .option('--mediator <account>', about.mediator)
    .option('--area <path>', options.within)
    .option('--limit <n>', options.limit)
    .option('--cursor <cursor>', options.cursor);
  ofTown(disputes, 'import <file>', about.importing.about, (at, [file = ''], wanted) =>
    importDisputesCommand(at, file, wanted),
  )
    .requiredOption('--mapping <name|path>', options.mapping)
    .requiredOption('--area <path>', about.importing.area)
    .option('--account <account>', about.importing.account)
    .option('--dry-run', options.dryRun);
  ofTown(program, 'dispute <number>', about.aboutOne, (at, [number = '']) => disputeCommand(at, number));
};
