/** The letter that closes a case: what was asked, who answered when, and what was said of it; made of facts alone. */
import type { LocalizedText } from '@mulin/kernel';
import type { ConcludedBecause, Conclusion, Finish } from './rating-events.js';
import { cycleOf, type State } from './rating-state.js';
import { askedLast } from './standing.js';

/** How things and people are called; a person is called by duty and place, and never by name. */
export type Called = Readonly<{
  menuItem: (id: string) => LocalizedText;
  /** Who answered: `area` is where the case lies. */
  answerer: (account: string, area: string | null) => LocalizedText;
}>;

type Language = keyof LocalizedText;

const dayIn = (zone: string, language: Language, at: string): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'long',
    timeZone: zone,
  }).format(new Date(at));

const both = (text: (language: Language) => string): LocalizedText => ({ en: text('en'), zh: text('zh') });

const results: Readonly<Record<Finish['result'], LocalizedText>> = {
  solved: { en: 'it is solved', zh: '已解决' },
  explained: { en: 'it was explained', zh: '已作解释说明' },
};

const reasons: Readonly<Record<ConcludedBecause, LocalizedText>> = {
  satisfied: { en: 'You told us that you are content. Thank you.', zh: '您已作出评价，感谢您的反馈。' },
  'no-rating': {
    en: 'We asked you what you think of it and have had no word from you.',
    zh: '我们已请您评价，至今未收到您的意见。',
  },
  'not-reached': {
    en: 'We called you several times and could not reach you.',
    zh: '我们多次回访，均未能与您取得联系。',
  },
  'secretary-decided': {
    en: 'You were not content; the community secretary has looked at it and decided to close it.',
    zh: '您对办理结果不满意，社区书记已了解情况并决定结案。',
  },
};

/** One sentence for each time that the work was done and found done. */
const sentenceOf = (finish: Finish, called: Called, zone: string): LocalizedText => {
  const who = called.answerer(finish.member, finish.area);
  const how = results[finish.result];
  return {
    en: `On ${dayIn(zone, 'en', finish.finishedAt)} ${who.en} reported: ${how.en}; somebody else has verified it.`,
    zh: `${dayIn(zone, 'zh', finish.finishedAt)}由${who.zh}办理完毕：${how.zh}；已由他人核查。`,
  };
};

const confirmedIn = (state: State, cycle: number): readonly Finish[] => {
  const { finishes, verification } = cycleOf(state, cycle);
  const finish = finishes.find(({ round }) => round === verification?.round);
  if (finish === undefined || verification === null) return [];
  // A finish that does not say where lies where the verification says.
  return [{ ...finish, area: finish.area ?? verification.area }];
};

/** The finish that was confirmed in each cycle, in the order of cycles. */
const confirmed = (state: State): readonly Finish[] =>
  Object.keys(state.cycles).flatMap((cycle) => confirmedIn(state, Number(cycle)));

const reopening = (days: number): LocalizedText =>
  days === 0
    ? { en: '', zh: '' }
    : {
        en: ` If it comes back, you may ask within ${days} days after the closing for it to be opened again.`,
        zh: `如问题再次出现，您可在结案后 ${days} 日内申请重新办理。`,
      };

type Words = Readonly<{ called: Called; zone: string }>;

const aboutOf = ({ asking }: State, number: string, { called, zone }: Words): LocalizedText => {
  if (asking === null) return { en: `Case ${number}.`, zh: `案件 ${number}。` };
  const item = called.menuItem(asking.menuItem);
  const on = both((language) => dayIn(zone, language, asking.reportedAt));
  return {
    en: `Your demand of ${on.en} (${item.en}, ${number}).`,
    zh: `您于${on.zh}反映的诉求（${item.zh}，编号 ${number}）答复如下。`,
  };
};

/** A merged case, and what the case came to that answers for it. */
export type Answered = Readonly<{
  /** Of the merged case, in which it was merged. */
  cycle: number;
  answering: State;
  /** Of the one that answers. */
  conclusion: Conclusion;
}>;

/**
 * The letter of a case that was answered together with another one: its own number and date, what was done of its own,
 * and when and by which duty the other one was answered. Nothing else of the other: neither its number and its date,
 * nor where it lies, nor what was said of it. It is not opened again by itself.
 *
 * @param state of the merged case.
 */
export const letterOfMerged = (state: State, answered: Answered, words: Words): LocalizedText => {
  const { called, zone } = words;
  const about = aboutOf(state, state.asking?.number ?? '', words);
  const others = confirmedIn(answered.answering, answered.conclusion.cycle);
  const finishes = [...confirmed(state), ...others.map((finish) => ({ ...finish, area: null }))];
  const done = finishes.map((finish) => sentenceOf(finish, called, zone));
  return {
    en: [
      about.en,
      'It was answered together with other reports of the same thing.',
      ...done.map(({ en }) => en),
      'The case is closed.',
    ].join(' '),
    zh: `${about.zh}该诉求与同一事项的其他诉求一并办理。${done.map(({ zh }) => zh).join('')}现予结案。`,
  };
};

/**
 * The letter of a conclusion. It holds nothing that whoever asked has said, and no name.
 *
 * @param state as it is with the conclusion.
 * @param zone IANA name of the town's zone, in which days are counted.
 */
export const letterOf = (
  state: State,
  { number, because }: Pick<Conclusion, 'number' | 'because'>,
  { called, zone }: Words,
): LocalizedText => {
  const about = aboutOf(state, number, { called, zone });
  const done = confirmed(state).map((finish) => sentenceOf(finish, called, zone));
  const more = reopening(askedLast(state)?.question.terms.reopen.days ?? 0);
  return {
    en: `${[about.en, ...done.map(({ en }) => en), reasons[because].en, 'The case is closed.'].join(' ')}${more.en}`,
    zh: `${[about.zh, ...done.map(({ zh }) => zh), reasons[because].zh, '现予结案。'].join('')}${more.zh}`,
  };
};
