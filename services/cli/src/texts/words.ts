/** What codes are called that towns answer with, in both languages: a code that is not here is shown as it is. */
import { caseStateWords, clockWords, type LocalizedText, roleWords } from '@mulin/kernel';

type Language = keyof LocalizedText;
type Words = Readonly<Record<string, string>>;

const inLanguage =
  (words: Readonly<Record<string, LocalizedText>>) =>
  (language: Language): Words =>
    Object.fromEntries(Object.entries(words).map(([code, word]) => [code, word[language]]));

/** Of each role. */
export const rolesIn = inLanguage(roleWords);

/** Of each state of a case. */
export const statesIn = inLanguage(caseStateWords);

/** Of each clock. */
export const clocksIn = inLanguage(clockWords);

/** Of each service. */
export const servicesIn = inLanguage({
  intake: { en: 'register', zh: '登记' },
  routing: { en: 'dispatch', zh: '派单' },
  'sla-timer': { en: 'clock', zh: '时限' },
  feedback: { en: 'feedback', zh: '回访' },
  audit: { en: 'record', zh: '留痕' },
});

/** Of what residents say when they rate: whether somebody got in touch, whether it is solved, how content they are. */
export const ratingsIn = inLanguage({
  responded: { en: 'somebody got in touch', zh: '已联系' },
  'not-responded': { en: 'nobody got in touch', zh: '未联系' },
  solved: { en: 'solved', zh: '已解决' },
  'partly-solved': { en: 'partly solved', zh: '部分解决' },
  'not-solved': { en: 'not solved', zh: '未解决' },
  'very-satisfied': { en: 'very satisfied', zh: '非常满意' },
  satisfied: { en: 'satisfied', zh: '满意' },
  'fairly-satisfied': { en: 'fairly satisfied', zh: '基本满意' },
  dissatisfied: { en: 'dissatisfied', zh: '不满意' },
  'very-dissatisfied': { en: 'very dissatisfied', zh: '非常不满意' },
});
