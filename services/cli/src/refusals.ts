/** What went wrong with a call: its code, one sentence, and the exit code. */
import { Rejection, Unavailable } from '@mulin/kernel';
import { CommanderError } from 'commander';
import { type Exit, exits, WrongCall } from './terminal.js';
import { type Language, type Sentence, sentenceIn, textsIn } from './texts/texts.js';
import { TownRefused, TownUnreachable } from './town-client.js';

type Refusal = Readonly<{ code: string; message: string; exit: Exit }>;

/** A call that ended as it should, though no command was run: help was asked for, or the version. */
export const isAnswered = (error: unknown): boolean =>
  error instanceof CommanderError && error.exitCode === 0;

const byCode = {
  'commander.unknownCommand': 'unknownCommand',
  'commander.missingArgument': 'missingArgument',
  'commander.missingMandatoryOptionValue': 'missingOption',
  'commander.optionMissingArgument': 'optionWithoutValue',
  'commander.unknownOption': 'unknownOption',
  'commander.excessArguments': 'tooManyArguments',
} as const;

const isKnown = (code: string): code is keyof typeof byCode => Object.hasOwn(byCode, code);

/** The parser speaks English, and quotes first what it speaks of. */
const ofParser = ({ code, message }: CommanderError, language: Language): Refusal => {
  const { refusals } = textsIn(language);
  const own = isKnown(code) ? refusals[byCode[code]] : refusals.other;
  const [, quoted = ''] = /'([^']*)'/.exec(message) ?? [];
  return {
    code: code.replace('commander.', ''),
    message: own === null ? message : own(quoted),
    exit: exits.wrong,
  };
};

/** What neither a language nor anybody's file belongs to: the system's code, or what kind of error it is. */
const kindOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : error.name;

const inOneLine = ({ name, message }: Error): string => (message || name).replaceAll(/\s*\n\s*/g, ' ');

type Answered = Readonly<{
  language: Language;
  /** Says where in the program an error came from that is nobody's mistake. */
  isTalkative: boolean;
}>;

/** Whose it is to mend: the caller's, or whoever's who runs the town. Else nobody's whom we know. */
const ofTown = (error: Error, language: Language): Refusal | null => {
  const say = (sentence: Sentence) => sentenceIn(sentence, language);
  if (error instanceof TownUnreachable)
    return { code: 'town-unreachable', message: say(error.sentence), exit: exits.unreachable };
  if (error instanceof Unavailable)
    return { code: 'unavailable', message: say(error.sentence), exit: exits.unreachable };
  if (error instanceof WrongCall)
    return { code: error.code, message: say(error.sentence), exit: exits.wrong };
  if (error instanceof Rejection)
    return { code: error.code, message: error.sentence[language], exit: exits.wrong };
  return null;
};

/** Every way to fail is a code, one sentence, and one of the four exit codes. */
export const refusalOf = (error: unknown, { language, isTalkative }: Answered): Refusal => {
  if (error instanceof CommanderError) return ofParser(error, language);
  if (error instanceof TownRefused)
    return { code: error.code, message: `${error.message} (${error.code})`, exit: exits.wrong };
  const trouble = error instanceof Error ? error : new Error(String(error));
  const known = ofTown(trouble, language);
  if (known !== null) return known;
  const short = language === 'en' ? inOneLine(trouble) : textsIn(language).failed(kindOf(trouble));
  const message = isTalkative ? (trouble.stack ?? trouble.message) : short;
  return { code: 'failed', message, exit: exits.notAsItShould };
};
