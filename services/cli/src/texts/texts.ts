/** What the command line says, in the language of whoever calls it. */
import type { LocalizedText } from '@mulin/kernel';
import { en, type Texts } from './en.js';
import { zh } from './zh.js';

export type { Texts };

/** The languages a command may answer in. */
export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

const byLanguage: Readonly<Record<Language, Texts>> = { en, zh };

export const textsIn = (language: Language): Texts => byLanguage[language];

/** One sentence, in whichever language it is asked for; a plain text is the same in all. */
export type Sentence = string | LocalizedText | ((texts: Texts) => string);

export const sentenceIn = (sentence: Sentence, language: Language): string =>
  typeof sentence === 'string'
    ? sentence
    : typeof sentence === 'function'
      ? sentence(textsIn(language))
      : sentence[language];

/** The language of a locale as POSIX writes it, `zh_CN.UTF-8`; English where it says nothing we speak. */
export const languageOfLocale = (locale = ''): Language => (/^zh([_.@-]|$)/i.test(locale) ? 'zh' : 'en');

/** What `--lang` says in a call; `undefined`: nothing. */
export const languageAskedIn = (argv: readonly string[]): string | undefined => {
  const end = argv.indexOf('--');
  const own = end < 0 ? argv : argv.slice(0, end);
  const place = own.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  if (place < 0) return undefined;
  const word = own[place] ?? '';
  return word === '--lang' ? own[place + 1] : word.slice('--lang='.length);
};
