import { expect, test } from '@jest/globals';
import { dateInWords, hoursInWords, ladderInWords, lengthInWords, weekInWords } from './in-words.js';

test.each([
  [{ unit: 'working-day', amount: 1 }, '1 working day', '1 个工作日'],
  [{ unit: 'working-day', amount: 5, end: 'close' }, '5 working days', '5 个工作日'],
  [
    { unit: 'calendar-day', amount: 2, end: 'same-time' },
    '2 calendar days, to the hour of the start',
    '2 个自然日（至起始时刻）',
  ],
  [{ unit: 'hour', amount: 0.25 }, '15 minutes', '15 分钟'],
  [{ unit: 'hour', amount: 1.5 }, '90 minutes', '90 分钟'],
  [{ unit: 'hour', amount: 20 / 3_600 }, '20 seconds', '20 秒'],
  [{ unit: 'working-hour', amount: 0.5 }, '30 working minutes', '30 分钟工作时间'],
] as const)('the length %j', (length, en, zh) => {
  expect(lengthInWords(length)).toEqual({ en, zh });
});

test('ladders name who hears and when, before, at and after the due moment', () => {
  const day = (amount: number) => ({ unit: 'calendar-day', amount }) as const;
  expect(
    ladderInWords([
      { share: 0.625, to: ['holder', 'grid-leader'] },
      { after: day(-2), to: ['verifier'] },
      { share: 1, to: ['village-committee'] },
      { after: day(1), to: ['town-leader'] },
    ]),
  ).toEqual({
    en: 'at 62.5%: whoever has it, grid leader; 2 calendar days before it is due: verifier; when it is missed: village committee; 1 calendar day after it is missed: town leader',
    zh: '用时达 62.5% 告知承办人、网格长，到期前 2 个自然日告知核查员，超期时告知村委会，超期 1 个自然日后告知镇领导',
  });
  expect(ladderInWords([])).toEqual({ en: 'nobody', zh: '不告知' });
});

test('a week is the same however its days are grouped', () => {
  const [morning, day] = [
    [['08:30', '12:00']],
    [['08:30', '12:00'] as const, ['14:00', '17:30'] as const],
  ] as const;
  const words = {
    en: 'Mon 08:30–12:00; Tue–Fri 08:30–12:00, 14:00–17:30; Sat–Sun no work',
    zh: '周一 08:30–12:00；周二至周五 08:30–12:00、14:00–17:30；周六至周日 不工作',
  };
  expect(weekInWords({ mon: morning, 'tue-fri': day })).toEqual(words);
  expect(weekInWords({ fri: day, sat: [], 'tue-thu': day, mon: morning })).toEqual(words);
});

test('days and hours', () => {
  expect(dateInWords('2026-10-09')).toEqual({ en: 'Fri 9 Oct 2026', zh: '2026年10月9日（周五）' });
  expect(hoursInWords([])).toEqual({ en: 'no work', zh: '不工作' });
});
