/** What is said of the deadlines of disputes and promises. */
import type { LocalizedText } from '@mulin/kernel';
import type { KnownType } from '../../views/recorded-events.js';
import { commitmentAddresseeOf, commitmentOf } from '../mediation-sentences/mediation-words.js';
import { personOf } from './persons.js';
import { only, type Sentences, type Telling } from './saying.js';
import { missingOf } from './words.js';

/** For whom somebody hears, because nobody has that role there. */
const inPlaceOf = (roles: readonly string[]): LocalizedText => {
  const named = roles.map(commitmentAddresseeOf);
  return only(
    roles.length > 0,
    ` in place of ${named.map(({ en }) => en).join(' and ')}`,
    `（代${named.map(({ zh }) => zh).join('、')}）`,
  );
};

/** Whose deadline it is by name and duty; a leader by the role. */
const personTold = (to: string, holder: string | undefined, { names }: Telling): LocalizedText =>
  to === 'holder' && holder !== undefined ? personOf(names, holder) : commitmentAddresseeOf(to);

const verdicts = {
  met: { en: 'was kept', zh: '按期' },
  breached: { en: 'was missed', zh: '超期' },
  cancelled: { en: 'is not owed any more, and nobody missed it', zh: '不再要求，不计超期' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** What was told a minute late, or more, says when it should have been. */
const noticeable = 60;

export const commitmentSentences: Sentences<Extract<KnownType, `sla-timer.commitment-${string}`>> = {
  'sla-timer.commitment-started.v1': ({ data: { clock, dueAt, provisional } }, { shown }) => {
    const what = commitmentOf(clock);
    return {
      en: `For ${what.en} there is time until ${shown(dueAt)}${provisional ? ', provisionally' : ''}.`,
      zh: `${what.zh}时限截至 ${shown(dueAt)}${provisional ? '（暂定）' : ''}。`,
    };
  },

  'sla-timer.commitment-judged.v1': ({ data: { clock, verdict, dueAt, endedAt } }, { shown }) => {
    const [what, word] = [commitmentOf(clock), verdicts[verdict]];
    const end = only(
      endedAt !== null,
      `; it ended at ${shown(endedAt ?? dueAt)}`,
      `，结束于 ${shown(endedAt ?? dueAt)}`,
    );
    return {
      en: `The time for ${what.en}, until ${shown(dueAt)}, ${word.en}${end.en}.`,
      zh: `${what.zh}时限（截至 ${shown(dueAt)}）${word.zh}${end.zh}。`,
    };
  },

  'sla-timer.commitment-notice.v1': ({ data }, telling) => {
    const { clock, level, to, insteadOf, holder, dueAt, owedAt, lateSeconds, answered } = data;
    const { shown } = telling;
    const [what, person, instead] = [
      commitmentOf(clock),
      personTold(to, holder, telling),
      inPlaceOf(insteadOf),
    ];
    if (level === 'warning')
      return {
        en: `A reminder went to ${person.en}${instead.en}: ${what.en} is due ${shown(dueAt)}.`,
        zh: `已提醒${person.zh}${instead.zh}：${what.zh}时限为 ${shown(dueAt)}。`,
      };
    const late = only(
      lateSeconds >= noticeable,
      `; it should have been told ${shown(owedAt)}`,
      `（应于 ${shown(owedAt)} 告知）`,
    );
    return {
      en: `That it is late went to ${person.en}${instead.en}: ${what.en} was due ${shown(dueAt)}${answered ? ', and came late' : ''}${late.en}.`,
      zh: `超期告知${person.zh}${instead.zh}：${what.zh}时限为 ${shown(dueAt)}${answered ? '，已超期办理' : ''}${late.zh}。`,
    };
  },

  'sla-timer.commitment-missing.v1': ({ data: { clock, because } }) => ({
    en: `No time for ${commitmentOf(clock).en} could be computed, because ${missingOf(because).en}.`,
    zh: `无法计算${commitmentOf(clock).zh}时限：${missingOf(because).zh}。`,
  }),
};
