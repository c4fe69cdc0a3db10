/** The check of a pack, by the code that starts a town. It is large, and loaded only when somebody has chosen one. */
import { instant } from '@mulin/kernel';
import { type PackProblem, placeOf, problemsOfTexts } from '@mulin/pack';
import publicDays from 'virtual:public-days';
import { townNow } from '../../api/clock';
import { readPack, type Texts } from './pack-files';

export type Found = Readonly<{
  texts: Texts;
  problems: readonly (PackProblem & Readonly<{ spot: Readonly<Record<'en' | 'zh', string>> }>)[];
}>;

/** As `mulin pack check` says it. Refused (`NoZip`) where a zip cannot be read. */
export const check = async (files: readonly File[]): Promise<Found> => {
  const texts = await readPack(files);
  const now = instant(new Date(townNow()).toISOString());
  const problems = problemsOfTexts((name) => texts.get(name) ?? null, now, publicDays);
  return {
    texts,
    problems: problems.map((it) => ({ ...it, spot: { en: placeOf(it, 'en'), zh: placeOf(it, 'zh') } })),
  };
};
