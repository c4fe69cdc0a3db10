/** The check of a pack, by the code that starts a town. It is large, and loaded only when somebody has chosen one. */
import { instant } from '@mulin/kernel';
import {
  fingerprintOfTexts,
  isMistake,
  outlineOfTexts,
  type PackOutline,
  type PackProblem,
  placeOf,
  problemsOfTexts,
} from '@mulin/pack';
import publicDays from 'virtual:public-days';
import { townNow } from '../../api/clock';
import { readPack, type Texts } from './pack-files';

export type Found = Readonly<{
  texts: Texts;
  /** What is compared of it; `null` where a mistake keeps a town from starting with it. */
  outline: PackOutline | null;
  /** `null`: this browser has no hash, as none has without TLS. */
  fingerprint: string | null;
  problems: readonly (PackProblem & Readonly<{ spot: Readonly<Record<'en' | 'zh', string>> }>)[];
}>;

/** As `mulin pack check` says it. Refused (`NoZip`) where a zip cannot be read. */
export const check = async (files: readonly File[]): Promise<Found> => {
  const texts = await readPack(files);
  const now = instant(new Date(townNow()).toISOString());
  const textOf = (name: string) => texts.get(name) ?? null;
  const problems = problemsOfTexts(textOf, now, publicDays);
  return {
    texts,
    outline: problems.some(isMistake) ? null : outlineOfTexts(textOf, publicDays),
    fingerprint: await fingerprintOfTexts(textOf).catch(() => null),
    problems: problems.map((it) => ({ ...it, spot: { en: placeOf(it, 'en'), zh: placeOf(it, 'zh') } })),
  };
};
