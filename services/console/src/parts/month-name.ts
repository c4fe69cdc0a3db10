/** A month in words: `November 2026`, `2026年11月`. */
import { useLanguage } from '../app/texts';
import type { Month } from './town-days';

export const useMonthName = () => {
  const language = useLanguage();
  return (month: Month): string =>
    new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
      timeZone: 'UTC',
      month: 'long',
      year: 'numeric',
    }).format(new Date(`${month}-15T00:00:00Z`));
};
