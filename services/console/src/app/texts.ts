/** Texts in both languages by i18next: each view brings its own, under a name of its own. */
import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import { apart } from './apart';
import { keepLanguage, type Language, languageNow } from './language';

/** Both languages have the same keys. `{{name}}` takes a value. */
type Texts<Keys extends string = string> = Readonly<{
  en: Readonly<Record<Keys, string>>;
  zh: Readonly<Record<Keys, string>>;
}>;

// Texts are there from the beginning, so that nothing is waited for.
void i18next.init({
  lng: languageNow(),
  fallbackLng: 'en',
  resources: {},
  ns: [],
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  returnNull: false,
  initAsync: false,
});

const sayInDocument = (language: Language): void => {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
};
sayInDocument(languageNow());

export const speak = async (language: Language): Promise<void> => {
  keepLanguage(language);
  sayInDocument(language);
  await i18next.changeLanguage(language);
};

type Values = Readonly<Record<string, string | number>>;

/** Whatever is put into a sentence is somebody's, and stays in its own place there. */
const inSentence = (values: Values): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(values).map(([name, it]) => [name, typeof it === 'string' ? apart(it) : it]),
  );

type Say<Keys extends string> = (key: Keys, values?: Values) => string;

const whenSpoken = (listener: () => void) => {
  i18next.on('languageChanged', listener);
  return () => i18next.off('languageChanged', listener);
};

/** `react-i18next` does more than to hear of another language, and is more than a phone has room for. */
export const useLanguage = (): Language =>
  useSyncExternalStore(whenSpoken, () => (i18next.language === 'zh' ? 'zh' : 'en'));

/** Makes the hook by which a view reads its own texts; a key that is in no text does not compile. */
export const textsOf = <Keys extends string>(name: string, texts: Texts<Keys>): (() => Say<Keys>) => {
  i18next.addResourceBundle('en', name, texts.en);
  i18next.addResourceBundle('zh', name, texts.zh);
  return () => {
    const lng = useLanguage();
    return (key, values) => i18next.t(key as string, { ...inSentence(values ?? {}), lng, ns: name });
  };
};
