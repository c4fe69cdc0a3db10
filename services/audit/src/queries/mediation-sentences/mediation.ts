/** What happened in a dispute or to a promise. Parties are never named, and terms of an agreement by their number alone. */
import type { LocalizedText } from '@mulin/kernel';
import type { KnownType } from '../../views/recorded-events.js';
import {
  assignmentOf,
  colourOf,
  commitmentOf,
  confirmationOf,
  disputeDoorOf,
  disputeOutcomeOf,
  kindOfDispute,
  otherWayOf,
} from './mediation-words.js';
import { dayAndPromiseSentences } from './mediation-days.js';
import { personOf } from '../sentences/persons.js';
import { areaOf, only, type Sentences } from '../sentences/saying.js';

/** An account and a name stay as they are. */
const capitalOf = (person: string): string => person.replace(/^the /, 'The ');

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const listed = (texts: readonly LocalizedText[]): LocalizedText => ({
  en: texts.map(({ en }) => en).join(', '),
  zh: texts.map(({ zh }) => zh).join('、'),
});

type Of<Part extends string> = Sentences<Extract<KnownType, `mediation.${Part}`>>;

const opening: Of<`${'dispute-opened' | 'dispute-reopened' | 'case-in-mediation' | 'case-mediated' | 'dispute-ended'}.v1`> =
  {
    'mediation.dispute-opened.v1': ({ data }, telling) => {
      const { number, kind, colour, door, parties, fromCase } = data;
      const [about, risk, how] = [kindOfDispute(kind), colourOf(colour), disputeDoorOf(door)];
      const area = areaOf(telling, data.area);
      const origin = only(
        fromCase !== undefined,
        ` It comes from case ${fromCase?.number ?? ''}.`,
        `来源案件：${fromCase?.number ?? ''}。`,
      );
      return {
        en: `Dispute ${number} ${about.en}, ${risk.en}, came before the mediation committee ${how.en}; it has ${parties} parties, in ${area.en}.${origin.en}`,
        zh: `受理纠纷 ${number}（${about.zh}，${risk.zh}，${how.zh}），当事人 ${parties} 方，位于${area.zh}。${origin.zh}`,
      };
    },
    'mediation.dispute-reopened.v1': () => ({
      en: 'The dispute is before the mediation committee again.',
      zh: '纠纷重新受理。',
    }),
    'mediation.case-in-mediation.v1': ({ data: { disputeNumber } }) => ({
      en: `The case is mediated from now on, as dispute ${disputeNumber}; its own deadlines go on.`,
      zh: `案件转入调解，纠纷编号 ${disputeNumber}，案件时限照常计算。`,
    }),
    'mediation.case-mediated.v1': ({ data: { disputeNumber, outcome } }) => {
      const what = disputeOutcomeOf(outcome);
      return {
        en: `The mediation of dispute ${disputeNumber} is over: ${what.en}.`,
        zh: `纠纷 ${disputeNumber} 调解结束：${what.zh}。`,
      };
    },
    'mediation.dispute-ended.v1': ({ data: { outcome, otherWays } }) => {
      const [what, ways] = [disputeOutcomeOf(outcome), listed(otherWays.map(otherWayOf))];
      const told = only(
        otherWays.length > 0,
        ` The parties were told what else is open to them: ${ways.en}.`,
        `已告知当事人其他途径：${ways.zh}。`,
      );
      return {
        en: `The dispute is over: ${what.en}.${told.en}`,
        zh: `纠纷调解终结：${what.zh}。${told.zh}`,
      };
    },
  };

const standing: Of<`${'colour-changed' | 'consent-given' | 'mediator-assigned' | 'mediator-challenged' | 'danger-reported'}.v1`> =
  {
    'mediation.colour-changed.v1': ({ data: { colour, before } }) => {
      const [now, was] = [colourOf(colour), colourOf(before)];
      return {
        en: `The dispute is ${now.en} now; it was ${was.en}.`,
        zh: `纠纷风险等级调整为${now.zh}，原为${was.zh}。`,
      };
    },
    'mediation.consent-given.v1': ({ data: { isGiven, isEverybodys } }) => {
      const all = only(isEverybodys, '; all of them do now', '，各方均已同意');
      return isGiven
        ? { en: `One of the parties agrees to mediation${all.en}.`, zh: `一方当事人同意调解${all.zh}。` }
        : { en: 'One of the parties does not want mediation.', zh: '一方当事人不愿调解。' };
    },
    'mediation.mediator-assigned.v1': ({ data: { mediator, insteadOf, because } }, { names }) => {
      const [person, why] = [personOf(names, mediator), assignmentOf(because)];
      const before = insteadOf === undefined ? null : personOf(names, insteadOf);
      const instead = only(before !== null, `, instead of ${before?.en ?? ''}`, `，接替${before?.zh ?? ''}`);
      return {
        en: `${capitalOf(person.en)} mediates from now on, ${why.en}${instead.en}.`,
        zh: `由${person.zh}负责调解（${why.zh}）${instead.zh}。`,
      };
    },
    'mediation.mediator-challenged.v1': ({ data: { mediator } }, { names }) => {
      const person = personOf(names, mediator);
      return {
        en: `One of the parties does not want ${person.en} to mediate; the committee decides.`,
        zh: `一方当事人要求更换调解人员（现为${person.zh}），由调解委员会决定。`,
      };
    },
    'mediation.danger-reported.v1': ({ data }, telling) => {
      const area = areaOf(telling, data.area);
      return {
        en: `It was reported that the quarrel in ${area.en} may turn into harm; the community secretary is told at once.`,
        zh: `已报告${area.zh}的纠纷可能激化，立即告知社区书记。`,
      };
    },
  };

const sessions: Of<`session-${string}`> = {
  'mediation.session-planned.v1': ({ data: { session, from, until } }, { shown }) => ({
    en: `Session ${session} is to be held from ${shown(from)} until ${shown(until)}.`,
    zh: `第 ${session} 次调解定于 ${shown(from)} 至 ${shown(until)} 进行。`,
  }),
  'mediation.session-called-off.v1': ({ data: { session } }) => ({
    en: `Session ${session} is not held.`,
    zh: `第 ${session} 次调解取消。`,
  }),
  'mediation.session-held.v1': ({ data: { session, present, parties } }) => ({
    en: `Session ${session} was held; ${present} of ${parties} parties were there.`,
    zh: `第 ${session} 次调解已进行，${parties} 方当事人中到场 ${present} 方。`,
  }),
};

const agreements: Of<`${'agreement-in-effect' | 'term-performed' | 'court-advised' | 'confirmation-sought' | 'confirmation-decided'}.v1`> =
  {
    'mediation.agreement-in-effect.v1': ({ data: { version, form, terms } }, { shown }) => {
      const how =
        form === 'written' ? { en: 'in writing', zh: '书面' } : { en: 'by word of mouth', zh: '口头' };
      const due = listed(
        terms.map(({ term, dueAt }) => ({
          en: `term ${term} is due ${shown(dueAt)}`,
          zh: `第 ${term} 项截至 ${shown(dueAt)}`,
        })),
      );
      return {
        en: `Agreement ${version} has effect, ${how.en}: ${due.en}.`,
        zh: `第 ${version} 份调解协议（${how.zh}）生效：${due.zh}。`,
      };
    },
    'mediation.term-performed.v1': ({ data: { version, term, isWhole } }) => ({
      en: `Term ${term} of agreement ${version} was performed${isWhole ? '' : ' in part'}.`,
      zh: `第 ${version} 份调解协议第 ${term} 项已${isWhole ? '' : '部分'}履行。`,
    }),
    'mediation.court-advised.v1': ({ data: { version, term } }) => ({
      en: `Parties were told that a court may help them with term ${term} of agreement ${version}.`,
      zh: `已告知当事人可就第 ${version} 份调解协议第 ${term} 项向人民法院起诉。`,
    }),
    'mediation.confirmation-sought.v1': ({ data: { version } }) => ({
      en: `The parties asked a court together to confirm agreement ${version}.`,
      zh: `当事人已共同申请司法确认第 ${version} 份调解协议。`,
    }),
    'mediation.confirmation-decided.v1': ({ data: { version, outcome } }) => {
      const what = confirmationOf(outcome);
      return {
        en: `Of agreement ${version} was said: ${what.en}.`,
        zh: `第 ${version} 份调解协议司法确认结果：${what.zh}。`,
      };
    },
  };

const nothing: LocalizedText = { en: '', zh: '' };
const ownedBy = ({ en, zh }: LocalizedText): LocalizedText => ({ en: `, by ${en}`, zh: `，由${zh}承办` });
const agreedUntil = (moment: string): LocalizedText => ({
  en: `, due ${moment} as was agreed`,
  zh: `，约定截至 ${moment}`,
});

const deadlines: Of<`deadline-${string}`> = {
  'mediation.deadline-set.v1': ({ data: { clock, dueAt, holder } }, { names, shown }) => {
    const what = commitmentOf(clock);
    const whose = holder === undefined ? nothing : ownedBy(personOf(names, holder));
    const agreed = dueAt === undefined ? nothing : agreedUntil(shown(dueAt));
    return {
      en: `${capital(what.en)} is owed from now on${whose.en}${agreed.en}.`,
      zh: `开始承担${what.zh}${whose.zh}${agreed.zh}。`,
    };
  },
  'mediation.deadline-handed-over.v1': ({ data: { clock, holder } }, { names }) => {
    const [what, person] = [commitmentOf(clock), personOf(names, holder)];
    return {
      en: `From now on it is ${person.en} who owes ${what.en}.`,
      zh: `${what.zh}改由${person.zh}承办。`,
    };
  },
  'mediation.deadline-ended.v1': ({ data: { clock, end } }) => {
    const what = commitmentOf(clock);
    return end === 'answered'
      ? { en: `Done: ${what.en}.`, zh: `${what.zh}已完成。` }
      : { en: `No longer owed: ${what.en}.`, zh: `不再要求${what.zh}。` };
  },
};

export const mediationSentences: Sentences<Extract<KnownType, `mediation.${string}`>> = {
  ...opening,
  ...standing,
  ...sessions,
  ...agreements,
  ...deadlines,
  ...dayAndPromiseSentences,
};
