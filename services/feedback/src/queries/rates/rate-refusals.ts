/** Why somebody is told no when they ask for rates. */
import { Rejection } from '@mulin/kernel';

export const unknownArea = (area: string) =>
  new Rejection(
    'area-unknown',
    { en: `This town has no area ${area}.`, zh: `本镇没有区域 ${area}。` },
    'malformed',
  );

export const endsBeforeItBegins = () =>
  new Rejection(
    'period-backwards',
    {
      en: 'The period ends before it begins; please correct from and to.',
      zh: '起始时间晚于截止时间，请更正。',
    },
    'malformed',
  );

export const noSuchMoment = () =>
  new Rejection(
    'no-such-moment',
    {
      en: 'A day such as 2026-10-01 is needed, or a time with its offset.',
      zh: '应为日期（如 2026-10-01）或带时区的时间。',
    },
    'malformed',
  );
