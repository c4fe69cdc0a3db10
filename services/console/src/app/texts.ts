/** Texts in both languages: each view brings its own, and they are there from the beginning. */
import { useSyncExternalStore } from 'react';
import { keepLanguage, type Language, languageNow } from './language';
import { sentence, type Values } from './sentence';

/** Both languages have the same keys. `{{name}}` takes a value. */
type Texts<Keys extends string = string> = Readonly<Record<Language, Readonly<Record<Keys, string>>>>;

const sayInDocument = (language: Language): void => {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
};
sayInDocument(languageNow());

const listeners = new Set<() => void>();

const whenSpoken = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const speak = (language: Language): void => {
  keepLanguage(language);
  sayInDocument(language);
  for (const listener of listeners) listener();
};

export const useLanguage = (): Language => useSyncExternalStore(whenSpoken, languageNow);

type Say<Keys extends string> = (key: Keys, values?: Values) => string;

/**
 * Makes the hook by which a view reads its own texts; a key that is in no text does not compile. A code of the town's
 * that this page is too old to know is said as it is.
 */
export const textsOf =
  <Keys extends string>(texts: Texts<Keys>): (() => Say<Keys>) =>
  () => {
    const language = useLanguage();
    const inIt: Readonly<Record<string, string>> = texts[language];
    return (key, values = {}) => sentence(inIt[key] ?? key, values);
  };
