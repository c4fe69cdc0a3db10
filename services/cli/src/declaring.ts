/** How the commands of `mulin` are declared. */
import type { Command } from 'commander';
import type { Surroundings } from './surroundings.js';
import { type Outcome, WrongCall } from './terminal.js';
import type { Texts } from './texts/texts.js';

/** What a command does. */
export type Act = (
  surroundings: Surroundings,
  args: readonly (string | undefined)[],
  options: never,
) => Promise<Outcome>;

/** Declares one, as its parent has it. */
export type Declare = (parent: Command, usage: string, about: string, act: Act) => Command;
/** With what commands are declared. */
export type Declaring = Readonly<{ command: Declare; ofTown: Declare; program: Command; texts: Texts }>;

/** Nothing by itself: without one of its commands, or with another word, it is a wrong call. */
export const group = ({ program, texts }: Declaring, name: string, about: string): Command => {
  const made: Command = program
    .command(name)
    .description(about)
    // Options are those of its commands.
    .allowUnknownOption()
    .allowExcessArguments()
    .helpCommand(false)
    .option('--lang <zh|en>', texts.help.language)
    .enablePositionalOptions()
    .action(() => {
      const word = made.args.find((it) => !it.startsWith('-'));
      const names = made.commands.map((it) => it.name());
      throw new WrongCall(({ wrongCalls }) => wrongCalls.noSubCommand(name, word, names));
    });
  return made;
};
