/** What a warning says to people, and why. */
import { type LocalizedText, upTo } from '@mulin/kernel';
import type { Likely, Why } from './likely-late.js';
import type { Repeat } from './repeats.js';
import { repeatRules } from './repeats.js';
import type { Rise } from './rising.js';

/** How things and places are called. */
export type Called = Readonly<{
  item: (id: string) => LocalizedText;
  area: (path: string) => LocalizedText;
}>;

const percent = (share: number): string => `${Math.round(share * 100)} %`;

export const repeatText = ({ by, area, menuItem, cases }: Repeat, called: Called): LocalizedText => {
  const place = called.area(area);
  const { en, zh } = menuItem === null ? { en: 'several things', zh: null } : called.item(menuItem);
  const item = { en, zh: zh === null ? '多类事项' : `“${zh}”` };
  const { length } = cases;
  return by === 'place'
    ? {
        en: `${item.en} in ${place.en}: ${length} cases in ${repeatRules.days} days.`,
        zh: `${place.zh}${item.zh}${repeatRules.days} 天内 ${length} 件。`,
      }
    : {
        en: `One person asked ${length} times in ${repeatRules.days} days, about ${item.en}.`,
        zh: `同一人 ${repeatRules.days} 天内反映 ${length} 次，涉及${item.zh}。`,
      };
};

const rounded = (usual: number): string => (usual < 10 ? usual.toFixed(1) : String(Math.round(usual)));

export const riseText = ({ what, area, menuItem, count, usual }: Rise, called: Called): LocalizedText => {
  const [place, item] = [called.area(area), called.item(menuItem)];
  return what === 'rising'
    ? {
        en: `${item.en} in ${place.en}: ${count} in a week, where ${rounded(usual)} are usual.`,
        zh: `${place.zh}“${item.zh}”一周 ${count} 件，往常约 ${rounded(usual)} 件。`,
      }
    : {
        en: `${item.en} in ${place.en}: ${count} within a day, as after one event.`,
        zh: `${place.zh}“${item.zh}”一天内 ${count} 件，疑为同一事件引起。`,
      };
};

const whyText = ({ code, all, late }: Why, { case: it }: Likely, called: Called): LocalizedText => {
  const share = all === 0 ? null : percent(late / all);
  const of = {
    item: called.item(it.menuItem),
    place: called.area(upTo('village', it.area)),
    all: { en: 'all cases', zh: '全部案件' },
  }[code];
  return share === null
    ? { en: `${of.en}: no earlier case`, zh: `${of.zh}：此前无同类案件` }
    : {
        en: `${of.en}: ${late} of ${all} that were open half-way were late (${share})`,
        zh: `${of.zh}：时限过半仍未办结的 ${all} 件中 ${late} 件超期（${share}）`,
      };
};

export const likelyText = (likely: Likely, called: Called): LocalizedText => {
  const why = likely.why.map((it) => whyText(it, likely, called));
  return {
    en: `Likely to be late (${percent(likely.chance)}): ${why.map(({ en }) => en).join('; ')}.`,
    zh: `可能超期（${percent(likely.chance)}）：${why.map(({ zh }) => zh).join('；')}。`,
  };
};
