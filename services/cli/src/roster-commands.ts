/** `mulin rosters`, with its help. */
import {
  addToRosterCommand,
  listRostersCommand,
  removeFromRosterCommand,
  rosterAsInPackCommand,
} from './commands/rosters.js';
import { type Declaring, group } from './declaring.js';

export const rosterCommands = (declaring: Declaring): void => {
  const { ofTown, texts } = declaring;
  const { rosters: about } = texts;
  const rosters = group(declaring, 'rosters', about.about);
  ofTown(rosters, 'list', about.list, (at, _, options) => listRostersCommand(at, options))
    .option('--place <place>', about.place)
    .option('--changed', about.changed);
  ofTown(rosters, 'add <place> <account>', about.add, (at, args, options) =>
    addToRosterCommand(at, args, options),
  )
    .option('--role <role>', about.role)
    .option('--first', about.first)
    .option('--shift <shift>', about.shift)
    .option('--from <moment>', about.from)
    .option('--until <moment>', about.until);
  ofTown(rosters, 'remove <place> <account>', about.remove, (at, args, options) =>
    removeFromRosterCommand(at, args, options),
  )
    .option('--role <role>', about.onlyRole)
    .option('--empty', about.empty);
  ofTown(rosters, 'as-in-pack <place>', about.asInPack, (at, args) => rosterAsInPackCommand(at, args));
};
