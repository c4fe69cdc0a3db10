/** Every command of `mulin`, with its help. */
import { Unavailable } from '@mulin/kernel';
import { Command, CommanderError } from 'commander';
import { caseCommand, casesCommand, escalationsCommand, readingsCommand } from './commands/cases.js';
import { clocksCheckCommand } from './commands/clocks.js';
import { doctorCommand } from './commands/doctor.js';
import { eraseCommand } from './commands/erase.js';
import { importCommand } from './commands/import.js';
import { mappingSuggestCommand } from './commands/mapping.js';
import { accountsCommand, rebuildCommand, deadLettersCommand, tokenCommand } from './commands/operate.js';
import { exportCommand, restoreCommand } from './commands/whole-town.js';
import type { Surroundings } from './surroundings.js';
import { exits, type Outcome, WrongCall } from './terminal.js';
import { TownRefused, TownUnreachable } from './town-client.js';

/** What needs all of a town loads it when it is called: every other command begins at once. */
const ofPacks = () => import('./commands/pack.js');

type Common = { json?: boolean; url?: string };
type Act = (
  surroundings: Surroundings,
  args: readonly (string | undefined)[],
  options: never,
) => Promise<Outcome>;

type Declare = (parent: Command, usage: string, about: string, act: Act) => Command;
type Declaring = Readonly<{ command: Declare; ofTown: Declare; program: Command }>;

const group = ({ program }: Declaring, name: string, about: string): Command =>
  program.command(name).description(about).exitOverride();

const lookingCommands = ({ ofTown, program }: Declaring) => {
  ofTown(program, 'case <number>', 'one case: its history and its clocks', (at, [number = '']) =>
    caseCommand(at, number),
  );
  ofTown(program, 'cases', 'the cases of the town', (at, _, options) => casesCommand(at, options))
    .option('--state <state>', 'only in this state')
    .option('--grid <micro-grid>', 'only of this micro-grid')
    .option('--area <path>', 'only what lies in this area')
    .option('--number <number>', 'of this number, ours or its source’s')
    .option('--q <text>', 'with this in the name of what or where, or in the number')
    .option('--phone <phone>', 'of whoever asked; with --purpose')
    .option('--purpose <purpose>', 'what the phone is looked for')
    .option('--menu-item <id>', 'only of this menu item')
    .option('--net <net>', 'only of this net')
    .option('--channel <channel>', 'only by this door')
    .option('--holder <account>', 'only what this account holds')
    .option('--late', 'only what missed a deadline')
    .option('--from <moment>', 'reported from this moment on')
    .option('--to <moment>', 'reported before this moment')
    .option('--after <position>', 'what changed after this position, in that order')
    .option('--limit <n>', 'at most so many')
    .option('--cursor <cursor>', 'where the page before ended');
  ofTown(program, 'escalations', 'which lateness waits for whom', (at, _, options) =>
    escalationsCommand(at, options),
  ).option('--to <role>', 'only what waits for this role');
  ofTown(program, 'readings', 'who opened what a resident had said (for auditors)', (at, _, options) =>
    readingsCommand(at, options),
  )
    .option('--case <number>', 'only of this case')
    .option('--reader <account>', 'only by this account')
    .option('--from <moment>', 'from this moment on, such as 2026-03-02T00:00:00+08:00')
    .option('--to <moment>', 'before this moment')
    .option('--limit <n>', 'at most so many')
    .option('--cursor <cursor>', 'where the page before ended');
  ofTown(program, 'doctor', 'says what is wrong with this machine and this town', (at) => doctorCommand(at));
};

const operatingCommands = (declaring: Declaring) => {
  const { ofTown, program } = declaring;
  ofTown(program, 'import <file>', 'register the demands of a file', (at, [file = ''], options) =>
    importCommand(at, file, options),
  )
    .requiredOption('--mapping <name|path>', 'how its columns are read')
    .option('--dry-run', 'read all of it and register nothing')
    .option('--lang <zh|en>', 'the language of its sentences');
  ofTown(program, 'token', 'a signed token for a role', (at, _, options) => tokenCommand(at, options))
    .requiredOption('--role <role>', 'such as community-secretary')
    .option('--area <path>', 'town/community/village/grid/micro-grid, or the beginning of one')
    .option('--account <name>', 'as a roster names it; else one for each role of an area')
    .option('--minutes <n>', 'how long it is good for');
  ofTown(
    program,
    'accounts <action> [name]',
    'who may sign in: list, disable NAME, enable NAME',
    (at, args) => accountsCommand(at, args[0] ?? '', args[1]),
  ).alias('account');
  ofTown(
    program,
    'dead-letters <action> [id]',
    'messages that could not be handled: list, retry ID|all, drop ID|all',
    (at, args) => deadLettersCommand(at, args[0] ?? '', args[1]),
  ).alias('set-aside');
  ofTown(program, 'erase', 'a resident’s words, place and contact, for good', (at, _, options) =>
    eraseCommand(at, options),
  )
    .requiredOption('--case <number>', 'a case in which they asked; all of their cases are erased')
    .requiredOption('--reason <code>', 'asked-for, consent-withdrawn, no-longer-needed or kept-unlawfully');
  const views = group(declaring, 'views', 'the lists made from facts');
  ofTown(views, 'rebuild [name]', 'make them anew from facts', (at, [name]) => rebuildCommand(at, name));
};

const fileCommands = (declaring: Declaring) => {
  const { command, program } = declaring;
  const pack = group(declaring, 'pack', 'the files that describe a town');
  command(pack, 'build', 'a town pack from a map', async (at, _, options) =>
    (await ofPacks()).packBuildCommand(at, options),
  )
    .requiredOption('--grids <file>', 'GeoJSON with one polygon for each micro-grid')
    .requiredOption('--id <field>', 'the property that tells them apart')
    .requiredOption('--name <field>', 'the property that names them')
    .requiredOption('--zone <zone>', 'IANA name of the zone, such as Asia/Shanghai')
    .requiredOption('--out <folder>', 'where the pack is written')
    .option('--community <field>', 'the property that names the community')
    .option('--town <slug>', 'the short name of the town')
    .option(
      '--datum <name>',
      'in which the map is drawn: GCJ02, BD09, EPSG:4549 …; else as it declares, or WGS84',
    )
    .option('--draft', 'writes it even where a town would not start with it')
    .option('--force', 'writes over files that were edited by hand')
    .option('--lang <zh|en>', 'the language of its sentences');
  command(pack, 'check <folder>', 'says what is wrong with a pack', async (at, [folder = ''], options) =>
    (await ofPacks()).packCheckCommand(at, folder, options),
  ).option('--lang <zh|en>', 'the language of its sentences');
  const mapping = group(declaring, 'mapping', 'how files of other systems are read');
  command(mapping, 'suggest <file>', 'a first mapping for a file', (at, [file = ''], options) =>
    mappingSuggestCommand(at, file, options),
  )
    .option('--zone <zone>', 'IANA zone of its times, such as Asia/Shanghai')
    .option('--lang <zh|en>', 'the language of its sentences');
  const clocks = group(declaring, 'clocks', 'deadlines');
  command(clocks, 'check <file>', 'a table of deadlines against ours', (at, [file = '']) =>
    clocksCheckCommand(at, file),
  );
  command(program, 'export', 'the whole town in one file, its keys in another', (at, _, options) =>
    exportCommand(at, options),
  ).requiredOption('--out <file>', 'where to');
  command(program, 'restore <file>', 'an exported town into an empty home', (at, [file = '']) =>
    restoreCommand(at, file),
  );
};

/**
 * `surroundingsFor` is told the `--url` of the call, if it has one. Answers with the exit code. A talkative
 * program says where in it an error came from that is nobody's mistake.
 */
export const runProgram = async (
  argv: readonly string[],
  surroundingsFor: (url: string | undefined) => Surroundings,
  { isTalkative }: Readonly<{ isTalkative: boolean }> = { isTalkative: false },
): Promise<number> => {
  let exitCode: number = exits.done;

  const run =
    (act: Act) =>
    async (...given: unknown[]) => {
      // commander hands the command over last, whatever its arguments are.
      const command = given.at(-1) as Command;
      const options = command.opts<Common>();
      const outcome = await act(surroundingsFor(options.url), command.args, options as never);
      process.stdout.write(
        options.json ? `${JSON.stringify(outcome.json)}\n` : `${outcome.lines.join('\n')}\n`,
      );
      exitCode = outcome.exit ?? exits.done;
    };

  const program = new Command('mulin')
    .description('Mulin: every demand of a town to the one who must answer it, in time.')
    .exitOverride()
    .configureOutput({ writeOut: (text) => process.stderr.write(text) });
  const command: Declare = (parent, usage, about, act) =>
    parent
      .command(usage)
      .description(about)
      .option('--json', 'exactly one JSON object on standard output')
      .exitOverride()
      .action(run(act));
  const ofTown: Declare = (...declared) => command(...declared).option('--url <url>', 'where the town runs');

  const declaring: Declaring = { command, ofTown, program };
  operatingCommands(declaring);
  lookingCommands(declaring);
  fileCommands(declaring);

  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    return exitOf(error, isTalkative);
  }
};

/** Whose it is to mend: the caller's, or whoever's who runs the town. `null`: nobody's whom we know. */
const exitFor = (error: Error): number | null => {
  if (error instanceof TownUnreachable || error instanceof Unavailable) return exits.unreachable;
  if (error instanceof WrongCall || error.name === 'Rejection') return exits.wrong;
  return null;
};

/** Every way to fail ends in one sentence and one of the four exit codes. */
const exitOf = (error: unknown, isTalkative: boolean): number => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exits.done : exits.wrong;
  if (error instanceof TownRefused) return say(`${error.message} (${error.code})`, exits.wrong);
  const trouble = error instanceof Error ? error : new Error(String(error));
  const exit = exitFor(trouble);
  if (exit !== null) return say(trouble.message, exit);
  return say(isTalkative ? (trouble.stack ?? trouble.message) : inOneLine(trouble), exits.notAsItShould);
};

const inOneLine = ({ name, message }: Error): string => (message || name).replaceAll(/\s*\n\s*/g, ' ');

const say = (sentence: string, exit: number): number => {
  process.stderr.write(`${sentence}\n`);
  return exit;
};
