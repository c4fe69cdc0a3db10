/** A label and what it is of, with the colon of the language. */
import { apart } from '../app/apart';
import { useLanguage } from '../app/texts';

export const useLabelled = () => {
  const colon = useLanguage() === 'zh' ? '：' : ': ';
  return (label: string, value: string): string => `${label}${colon}${apart(value)}`;
};

/** Several of a kind, one after the other. */
export const useList = () => {
  const comma = useLanguage() === 'zh' ? '、' : ', ';
  return (all: readonly string[]): string => all.map(apart).join(comma);
};
