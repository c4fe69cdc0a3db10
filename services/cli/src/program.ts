/** Every command of `mulin`, with its help. */
import { Command, type HelpConfiguration } from 'commander';
import { accountsCommand } from './commands/accounts.js';
import { caseCommand, casesCommand, escalationsCommand, readingsCommand } from './commands/cases.js';
import { clocksCheckCommand } from './commands/clocks.js';
import { clocksExplainCommand } from './commands/clocks-explain.js';
import { demoCommand } from './commands/demo.js';
import { eraseCommand } from './commands/erase.js';
import { importCommand } from './commands/import.js';
import { inboxCommand } from './commands/inbox.js';
import { legsCommand } from './commands/legs.js';
import { mappingSuggestCommand } from './commands/mapping.js';
import { ratesCommand } from './commands/rates.js';
import { warningsCommand } from './commands/warnings.js';
import { rebuildCommand, deadLettersCommand, tokenCommand } from './commands/operate.js';
import { type Act, type Declare, type Declaring, group } from './declaring.js';
import { disputeCommands } from './dispute-commands.js';
import { engineCommands } from './engine-commands.js';
import { leaveCommands } from './leave-commands.js';
import { rosterCommands } from './roster-commands.js';
import { isAnswered, refusalOf } from './refusals.js';
import { languageOf, type Surroundings } from './surroundings.js';
import { exits, widthOf } from './terminal.js';
import { type Language, languageAskedIn, languageOfLocale, type Texts, textsIn } from './texts/texts.js';

/** What needs a town's engines, or all of a town, loads it when it is called: every other command begins at once. */
const ofDoctor = () => import('./commands/doctor.js');
const ofPacks = () => import('./commands/pack.js');
const ofStories = () => import('./commands/story.js');

type Common = { json?: boolean; url?: string };

const lookingCommands = ({ ofTown, program, texts }: Declaring) => {
  const { commands, options: about } = texts;
  ofTown(program, 'case <number>', commands.case, (at, [number = ''], { legs }: { legs?: boolean }) =>
    legs === true ? legsCommand(at, number) : caseCommand(at, number),
  ).option('--legs', about.legs);
  ofTown(program, 'cases', commands.cases, (at, _, options) => casesCommand(at, options))
    .option('--state <state>', about.state)
    .option('--grid <micro-grid>', about.grid)
    .option('--area <path>', about.within)
    .option('--number <number>', about.number)
    .option('--q <text>', about.q)
    .option('--phone <phone>', about.phone)
    .option('--purpose <purpose>', about.purpose)
    .option('--menu-item <id>', about.menuItem)
    .option('--net <net>', about.net)
    .option('--channel <channel>', about.channel)
    .option('--holder <account>', about.holder)
    .option('--late', about.late)
    .option('--from <moment>', about.reportedFrom)
    .option('--to <moment>', about.reportedUntil)
    .option('--after <position>', about.after)
    .option('--limit <n>', about.limit)
    .option('--cursor <cursor>', about.cursor);
  ofTown(program, 'escalations', commands.escalations, (at, _, options) =>
    escalationsCommand(at, options),
  ).option('--to <role>', about.to);
  ofTown(program, 'inbox', commands.inbox, (at, _, options) => inboxCommand(at, options)).option(
    '--account <account>',
    about.whose,
  );
  ofTown(program, 'readings', commands.readings, (at, _, options) => readingsCommand(at, options))
    .option('--case <number>', about.ofCase)
    .option('--reader <account>', about.reader)
    .option('--from <moment>', about.from)
    .option('--to <moment>', about.until)
    .option('--limit <n>', about.limit)
    .option('--cursor <cursor>', about.cursor);
  ofTown(program, 'doctor', commands.doctor, async (at) => (await ofDoctor()).doctorCommand(at));
};

const ratesCommands = ({ ofTown, program, texts }: Declaring) => {
  const { commands, options: about, rates, warnings } = texts;
  ofTown(program, 'warnings', warnings.about, (at, _, options) => warningsCommand(at, options))
    .option('--area <path>', about.within)
    .option('--at <moment>', warnings.at);
  ofTown(program, 'rates [action]', commands.rates, (at, [action], options) =>
    ratesCommand(at, action, options),
  )
    .option('--area <path>', about.within)
    .option('--from <day>', rates.options.from)
    .option('--to <day>', rates.options.until)
    .option('--by <what>', rates.options.by)
    .option('--month <month>', rates.options.month)
    .option('--format <format>', rates.options.format)
    .option('--out <file>', rates.options.out);
};

const operatingCommands = (declaring: Declaring) => {
  const { ofTown, program, texts } = declaring;
  const { commands, options: about } = texts;
  ofTown(program, 'import <file>', commands.import, (at, [file = ''], options) =>
    importCommand(at, file, options),
  )
    .requiredOption('--mapping <name|path>', about.mapping)
    .option('--dry-run', about.dryRun)
    .option('--report <name>', texts.reports.about);
  ofTown(program, 'demo', commands.demo, (at) => demoCommand(at));
  ofTown(program, 'token', commands.token, (at, _, options) => tokenCommand(at, options))
    .requiredOption('--role <role>', about.role)
    .option('--area <path>', about.area)
    .option('--account <name>', about.account)
    .option('--minutes <n>', about.minutes);
  ofTown(program, 'accounts <action> [name]', commands.accounts, (at, args, options) =>
    accountsCommand(at, args, options),
  )
    .alias('account')
    .option('--role <role>', about.role)
    .option('--area <path>', about.area)
    .option('--name <name>', about.personName)
    .option('--stdin', about.stdin);
  ofTown(program, 'dead-letters <action> [id]', commands.deadLetters, (at, args) =>
    deadLettersCommand(at, args[0] ?? '', args[1]),
  ).alias('set-aside');
  ofTown(program, 'erase', commands.erase, (at, _, options) => eraseCommand(at, options))
    .requiredOption('--case <number>', about.eraseCase)
    .requiredOption('--reason <code>', about.reason);
  const views = group(declaring, 'views', commands.views);
  ofTown(views, 'rebuild [name]', commands.viewsRebuild, (at, [name]) => rebuildCommand(at, name));
};

const clocksCommands = (declaring: Declaring) => {
  const { command, ofTown, texts } = declaring;
  const { commands } = texts;
  const clocks = group(declaring, 'clocks', commands.clocks);
  command(clocks, 'check <file>', commands.clocksCheck, (at, [file = '']) => clocksCheckCommand(at, file));
  ofTown(clocks, 'explain <case>', commands.clocksExplain, (at, [number = '']) =>
    clocksExplainCommand(at, number),
  );
};

const fileCommands = (declaring: Declaring) => {
  const { command, program, texts } = declaring;
  const { commands, options: about } = texts;
  const pack = group(declaring, 'pack', commands.pack);
  command(pack, 'build', commands.packBuild, async (at, _, options) =>
    (await ofPacks()).packBuildCommand(at, options),
  )
    .requiredOption('--grids <file>', about.grids)
    .requiredOption('--id <field>', about.id)
    .requiredOption('--name <field>', about.name)
    .requiredOption('--zone <zone>', about.zone)
    .requiredOption('--out <folder>', about.outFolder)
    .option('--community <field>', about.community)
    .option('--town <slug>', about.town)
    .option('--datum <name>', about.datum)
    .option('--draft', about.draft)
    .option('--force', about.force);
  command(pack, 'check <folder>', commands.packCheck, async (at, [folder = ''], options) =>
    (await ofPacks()).packCheckCommand(at, folder, options),
  );
  command(program, 'story', commands.story, async (at, _, options) =>
    (await ofStories()).storyCommand(at, options),
  ).option('--pack <folder>', about.storyPack);
  const mapping = group(declaring, 'mapping', commands.mapping);
  command(mapping, 'suggest <file>', commands.mappingSuggest, (at, [file = ''], options) =>
    mappingSuggestCommand(at, file, options),
  ).option('--zone <zone>', about.timesZone);
};

/** The parser's own words of a help, in the language of the call. */
const helpIn = ({ help }: Texts): HelpConfiguration => {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': help.usage,
    'Arguments:': help.arguments,
    'Options:': help.options,
    'Commands:': help.commands,
  };
  const placeholders = (text: string): string =>
    text.replace('[options]', help.optionsOfUsage).replace('[command]', help.commandOfUsage);
  return {
    displayWidth: widthOf,
    styleTitle: (title) => titles[title] ?? title,
    styleUsage: placeholders,
    styleSubcommandTerm: placeholders,
  };
};

type Options = Readonly<{
  isTalkative: boolean;
  /** The terminal's language, as POSIX writes it. */
  locale?: string | undefined;
  version?: string;
}>;

/** Everything that may be called; `run` carries it out. */
const programOf = (
  texts: Texts,
  version: string,
  run: (act: Act) => (...given: unknown[]) => Promise<void>,
) => {
  const { help, about } = texts;
  const program = new Command('mulin')
    .description(about)
    .version(version, '--version', help.version)
    .option('--lang <zh|en>', help.language)
    .helpOption('-h, --help', help.help)
    .helpCommand(false)
    // `disputes` is a command, and has one: what stands after the inner one is meant for that.
    .enablePositionalOptions()
    .exitOverride()
    .configureHelp(helpIn(texts))
    // What is wrong is said at the end, in the language of the call.
    .configureOutput({ outputError: () => undefined });
  const command: Declare = (parent, usage, about, act) =>
    parent
      .command(usage)
      .description(about)
      // A group takes any, to say which commands it has.
      .allowExcessArguments(false)
      .allowUnknownOption(false)
      .option('--json', help.json)
      .option('--lang <zh|en>', help.language)
      .action(run(act));
  const ofTown: Declare = (...declared) => command(...declared).option('--url <url>', help.url);
  const declaring: Declaring = { command, ofTown, program, texts };
  operatingCommands(declaring);
  leaveCommands(declaring);
  rosterCommands(declaring);
  lookingCommands(declaring);
  disputeCommands(declaring);
  ratesCommands(declaring);
  clocksCommands(declaring);
  fileCommands(declaring);
  engineCommands(declaring);
  return program;
};

const write = (text: string): void => void process.stdout.write(`${text}\n`);

/**
 * `surroundingsFor` is told the `--url` of the call, if it has one, and its language. Answers with the exit code. A
 * talkative program says where in it an error came from that is nobody's mistake.
 */
export const runProgram = async (
  argv: readonly string[],
  surroundingsFor: (url: string | undefined, language: Language) => Surroundings,
  { isTalkative, locale, version = 'unknown' }: Options = { isTalkative: false },
): Promise<number> => {
  let exitCode: number = exits.done;
  // What no language can be found for is refused in the terminal's own.
  let language = languageOfLocale(locale);

  const run =
    (act: Act) =>
    async (...given: unknown[]) => {
      // commander hands the command over last, whatever its arguments are.
      const command = given.at(-1) as Command;
      const options = command.opts<Common>();
      const outcome = await act(surroundingsFor(options.url, language), command.args, options as never);
      write(options.json ? JSON.stringify(outcome.json) : outcome.lines.join('\n'));
      exitCode = outcome.exit ?? exits.done;
    };

  try {
    language = languageOf(languageAskedIn(argv), locale);
    await programOf(textsIn(language), version, run).parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (isAnswered(error)) return exits.done;
    const { code, message, exit } = refusalOf(error, { language, isTalkative });
    if (argv.includes('--json')) write(JSON.stringify({ error: { code, message } }));
    process.stderr.write(`${message}\n`);
    return exit;
  }
};
