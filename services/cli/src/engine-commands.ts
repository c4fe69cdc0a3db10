/** The commands of `mulin` that prepare engines, try them, or move a whole town from them to others. */
import { type Declaring, group } from './declaring.js';

/** Each loads its engine when it is called. */
const ofChaos = () => import('./commands/chaos.js');
const ofDeliveries = () => import('./commands/deliveries.js');
const ofMoving = () => import('./commands/whole-town.js');
const ofRoles = () => import('./commands/roles.js');
const ofTables = () => import('./commands/tables.js');
const ofTopics = () => import('./commands/topics.js');

const wholeTownCommands = (declaring: Declaring) => {
  const { command, program, texts } = declaring;
  const { commands, options: about } = texts;
  command(program, 'chaos', commands.chaos, async (at, _, options) =>
    (await ofChaos()).chaosCommand(at, options),
  )
    .requiredOption('--seed <number>', about.seed)
    .requiredOption('--minutes <number>', about.chaosMinutes);
  command(program, 'export', commands.export, async (at, _, options) =>
    (await ofMoving()).exportCommand(at, options),
  ).requiredOption('--out <file>', about.outFile);
  const deliveries = group(declaring, 'deliveries', commands.deliveries);
  command(deliveries, 'release', commands.deliveriesRelease, async (at) =>
    (await ofDeliveries()).releaseCommand(at),
  );
  command(program, 'restore <file>', commands.restore, async (at, [file = '']) =>
    (await ofMoving()).restoreCommand(at, file),
  );
};

export const engineCommands = (declaring: Declaring) => {
  wholeTownCommands(declaring);
  const { command, texts } = declaring;
  const about = texts.topics;
  const topics = group(declaring, 'topics', about.about);
  command(topics, 'apply', about.apply, async (at, _, options) =>
    (await ofTopics()).topicsApplyCommand(at, options),
  )
    .option('--partitions <n>', about.partitions)
    .option('--retention-days <n>', about.retentionDays);
  command(topics, 'list', about.list, async (at) => (await ofTopics()).topicsListCommand(at));
  const roles = group(declaring, 'roles', texts.roles.about);
  command(roles, 'apply', texts.roles.apply, async (at, _, options) =>
    (await ofRoles()).rolesApplyCommand(at, options),
  )
    .requiredOption('--out <folder>', texts.options.outFolder)
    .option('--anew', texts.roles.anew);
  const tables = group(declaring, 'tables', texts.tables.about);
  command(tables, 'apply', texts.tables.apply, async (at, _, options) =>
    (await ofTables()).tablesApplyCommand(at, options),
  ).requiredOption('--roles <folder>', texts.tables.rolesFolder);
};
