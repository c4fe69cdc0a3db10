/** The commands of `mulin` that prepare engines: topics, roles and tables. */
import { rolesApplyCommand } from './commands/roles.js';
import { tablesApplyCommand } from './commands/tables.js';
import { topicsApplyCommand, topicsListCommand } from './commands/topics.js';
import { type Declaring, group } from './declaring.js';

export const engineCommands = (declaring: Declaring) => {
  const { command, texts } = declaring;
  const about = texts.topics;
  const topics = group(declaring, 'topics', about.about);
  command(topics, 'apply', about.apply, (at, _, options) => topicsApplyCommand(at, options))
    .option('--partitions <n>', about.partitions)
    .option('--retention-days <n>', about.retentionDays);
  command(topics, 'list', about.list, topicsListCommand);
  const roles = group(declaring, 'roles', texts.roles.about);
  command(roles, 'apply', texts.roles.apply, (at, _, options) => rolesApplyCommand(at, options))
    .requiredOption('--out <folder>', texts.options.outFolder)
    .option('--anew', texts.roles.anew);
  const tables = group(declaring, 'tables', texts.tables.about);
  command(tables, 'apply', texts.tables.apply, (at, _, options) =>
    tablesApplyCommand(at, options),
  ).requiredOption('--roles <folder>', texts.tables.rolesFolder);
};
