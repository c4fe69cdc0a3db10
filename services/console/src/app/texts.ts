/** Texts in both languages by i18next: each view brings its own, under a name of its own. */
import i18next, { type TFunction } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { apart } from './apart';
import { keepLanguage, type Language, languageNow } from './language';

/** Both languages have the same keys. `{{name}}` takes a value. */
type Texts<Keys extends string = string> = Readonly<{
  en: Readonly<Record<Keys, string>>;
  zh: Readonly<Record<Keys, string>>;
}>;

// Texts are there from the beginning, so that nothing is waited for.
void i18next.use(initReactI18next).init({
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

/** Makes the hook by which a view reads its own texts; a key that is in no text does not compile. */
export const textsOf = <Keys extends string>(name: string, texts: Texts<Keys>): (() => Say<Keys>) => {
  i18next.addResourceBundle('en', name, texts.en);
  i18next.addResourceBundle('zh', name, texts.zh);
  return () => {
    const { t } = useTranslation(name);
    return (key, values) => (t as TFunction)(key, inSentence(values ?? {}));
  };
};

export const useLanguage = (): Language => {
  const { i18n } = useTranslation();
  return i18n.language === 'zh' ? 'zh' : 'en';
};
