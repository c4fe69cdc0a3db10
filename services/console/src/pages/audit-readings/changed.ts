/** From what to what an account was changed, in the reader's words. */
import { textsOf } from '../../app/texts';
import type { Schemas } from '../../api/client';
import { useAreaName } from '../../parts/area-names';
import { useList } from '../../parts/labelled';
import { useWords } from '../../parts/words';

const useTexts = textsOf('account-change', {
  en: { renamed: 'another name', fromTo: '{{was}} → {{is}}' },
  zh: { renamed: '姓名已更改', fromTo: '{{was}} → {{is}}' },
});

export const useChangeText = () => {
  const say = useTexts();
  const words = useWords();
  const areaName = useAreaName();
  const list = useList();
  /** What stays is not said. */
  const fromTo = (was: string, is: string, called: (it: string) => string): readonly string[] =>
    was === is ? [] : [say('fromTo', { was: called(was), is: called(is) })];
  return (change: Schemas['SignInRecord']['change']): string => {
    if (change === null) return '';
    const { was, is, isRenamed } = change;
    return list([
      ...fromTo(was.role, is.role, words.role),
      ...fromTo(was.area, is.area, areaName),
      ...(isRenamed ? [say('renamed')] : []),
    ]);
  };
};
