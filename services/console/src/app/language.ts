/** In which language the console speaks: as its reader chose, else as their browser asks. */
export type Language = 'en' | 'zh';

const kept = 'mulin-language';

const ofBrowser = (): Language => (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');

const stored = (): string | null => {
  try {
    return localStorage.getItem(kept);
  } catch {
    return null; // a browser that keeps nothing
  }
};

const read = (): Language => {
  const chosen = stored();
  return chosen === 'en' || chosen === 'zh' ? chosen : ofBrowser();
};

let now: Language = read();

export const languageNow = (): Language => now;

export const keepLanguage = (language: Language): void => {
  now = language;
  try {
    localStorage.setItem(kept, language);
  } catch {
    // It lasts as long as the page.
  }
};
