/** The town's words for its codes, as every service has them. */
import { Badge } from '@mantine/core';
import { caseStateWords, channelWords, clockWords, type LocalizedText, roleWords } from '@mulin/kernel';
import { useLanguage } from '../app/texts';

type Words = Readonly<Record<string, LocalizedText>>;

const inLanguage = (words: Words, code: string, language: 'en' | 'zh'): string =>
  Object.hasOwn(words, code) ? (words[code] as LocalizedText)[language] : code;

/** Words of the kernel, in the reader's language; a code that has none is shown as it is. */
export const useWords = () => {
  const language = useLanguage();
  return {
    state: (code: string) => inLanguage(caseStateWords, code, language),
    channel: (code: string) => inLanguage(channelWords, code, language),
    role: (code: string) => inLanguage(roleWords, code, language),
    clock: (name: string) => inLanguage(clockWords, name.split('/')[0]?.split(':')[0] ?? name, language),
  };
};

const colours: Readonly<Record<string, string>> = {
  registered: 'blue',
  offered: 'blue',
  taken: 'cyan',
  'with-arbiter': 'grape',
  finished: 'indigo',
  verified: 'indigo',
  closed: 'town',
  declined: 'gray',
  withdrawn: 'gray',
  merged: 'gray',
};

export const CaseStateBadge = ({ state }: Readonly<{ state: string }>) => {
  const words = useWords();
  return (
    <Badge variant="light" color={colours[state] ?? 'gray'} tt="none">
      {words.state(state)}
    </Badge>
  );
};
