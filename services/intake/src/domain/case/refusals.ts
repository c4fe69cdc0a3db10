/** Why the desk is told no, and what it may do instead. */
import { Rejection } from '@mulin/kernel';

/** For one field of what was sent. */
export type FieldRejection = Rejection & Readonly<{ field: string }>;

const about = (field: string, refusal: Rejection): FieldRejection => Object.assign(refusal, { field });

export const reportedInFuture = () =>
  about(
    'reportedAt',
    new Rejection('reported-in-future', {
      en: 'The time of the report lies in the future.',
      zh: '诉求反映时间晚于当前时间。',
    }),
  );

export const taken = () =>
  new Rejection('already-taken', {
    en: 'Somebody has taken it, so it cannot be declined any more: whoever has it may finish it as explained or return it, and the resident may withdraw it.',
    zh: '该案件已有人接单，不能再不予受理：可由承办人办理或退单，也可由居民撤回。',
  });

export const finished = () =>
  new Rejection('already-finished', {
    en: 'Somebody has finished it, so it cannot be declined any more: close it as done or as explained.',
    zh: '该案件已办理完毕，不能再不予受理：请按已办结或已解释说明结案。',
  });

export const notFinished = () =>
  new Rejection('not-finished', {
    en: 'Nobody has finished it, so it is not done: let its holder finish it, close it as a duplicate or as explained, decline it before anybody takes it, or note that the resident withdraws it.',
    zh: '该案件尚无人办理完毕，不能按已办结结案：请由承办人办理；重复诉求、已解释说明的可按相应方式结案；尚未接单的可不予受理；居民撤回的请登记撤回。',
  });

export const inHand = () =>
  new Rejection('in-hand', {
    en: 'Somebody has it in hand: let them finish it as explained, or return it.',
    zh: '该案件正在办理：请由承办人按已解释说明办理，或先退单。',
  });

export const ownWork = () =>
  new Rejection(
    'own-work',
    {
      en: 'You have handled it yourself: somebody else closes it.',
      zh: '该案件由您本人办理，须由他人办结。',
    },
    'forbidden',
  );

export const noOther = () =>
  new Rejection(
    'duplicate-of-missing',
    {
      en: 'A duplicate names the case that answers for it (duplicateOf).',
      zh: '按重复诉求结案时，须注明并入的案件。',
    },
    'malformed',
  );

export const otherNotAsked = () =>
  new Rejection(
    'duplicate-of-not-asked',
    {
      en: 'Only a case that is closed as a duplicate names another one (duplicateOf).',
      zh: '仅按重复诉求结案时填写并入的案件。',
    },
    'malformed',
  );

export const otherArchived = () =>
  new Rejection('duplicate-of-archived', {
    en: 'The other case is history from an archive; nobody answers it, so it cannot answer for this one.',
    zh: '所指案件为历史档案，无人办理，不能并入。',
  });

export const archived = () =>
  new Rejection('archived-case', {
    en: 'This case is history from an archive: it stays as its source tells it.',
    zh: '该案件为历史档案，以来源记录为准，不再办理或更正。',
  });

export const itself = () =>
  new Rejection('duplicate-of-itself', {
    en: 'A case is not its own duplicate.',
    zh: '案件不能与自身重复。',
  });

export const otherNotOpen = () =>
  new Rejection('duplicate-of-closed', {
    en: 'The other case is over, so it cannot answer for this one: name one that is open; or where what was said there answers this one too, close this one as explained.',
    zh: '所指案件已终结，不能并入：请并入尚未终结的案件；该案的答复已足以答复本案的，可按已解释说明办结。',
  });

export const otherIsDuplicate = (number: string, answeredBy: string) =>
  new Rejection('duplicate-of-duplicate', {
    en: `Case ${number} was itself closed as a duplicate of case ${answeredBy}, which answers for it: name that one, unless it is this one.`,
    zh: `案件 ${number} 已作为重复诉求并入案件 ${answeredBy}：请改为并入该案；如该案即为本案，则无需再办。`,
  });

export const duplicateUnderWay = ({ number }: Readonly<{ number: string }>) =>
  new Rejection('duplicate-under-way', {
    en: `Case ${number} is being closed as a duplicate of this one: close that one first, or try again in a moment.`,
    zh: `案件 ${number} 正在并入本案：请先完成该案的办结，或稍后再试。`,
  });

/** A resident is told no number of somebody else's case. */
export const answersForOthers = (
  recordedBy: 'resident' | 'desk',
  others: readonly Readonly<{ number: string }>[],
) => {
  const numbers = others.map(({ number }) => number);
  const named =
    recordedBy === 'resident'
      ? { en: '', zh: '' }
      : { en: ` (${numbers.join(', ')})`, zh: `（${numbers.join('、')}）` };
  return new Rejection('answers-for-others', {
    en: `Others asked the same${named.en} and this case answers for them, too, so it goes on: you need do nothing more, and whoever has it finishes it.`,
    zh: `其他诉求人反映了同一事项${named.zh}，由本案一并答复，故本案继续办理：您无需再做什么，由承办人办理完毕即可。`,
  });
};

export const notByClosing = () =>
  new Rejection('not-by-closing', {
    en: 'A case is declined or withdrawn by its own command, not by closing it.',
    zh: '不予受理、居民撤回请使用相应操作，不能用办结代替。',
  });

export const closedInFuture = () =>
  about(
    'closedAt',
    new Rejection('closed-in-future', {
      en: 'It was closed in the future, which nothing can be: leave the closing out, or send when it was closed.',
      zh: '办结时间晚于当前时间，不可能成立：未办结请留空，已办结请填写实际时间。',
    }),
  );

export const implausibleTime = (field: 'reportedAt' | 'closedAt' | 'dueAt') =>
  about(
    field,
    new Rejection('implausible-time', {
      en: `The time ${field} cannot be: it lies before 1971 or, a deadline, more than twenty years after the report. Leave it out and flag the row implausible-time.`,
      zh: `时间 ${field} 不可能成立（早于1971年，或期限晚于反映时间20年以上）：请留空，并将该行标记为 \`implausible-time\`。`,
    }),
  );

export const implausiblePlace = () =>
  about(
    'place',
    new Rejection('implausible-place', {
      en: 'Latitude 0, longitude 0 is no place: leave the point out and flag the row implausible-place.',
      zh: '经纬度均为 0，并非实际地点：请不填坐标，并将该行标记为 `implausible-place`。',
    }),
  );

export const digitsLost = (field: string) =>
  about(
    field,
    new Rejection('digits-lost', {
      en: `A workbook has shortened the number in ${field}, and its last digits are lost: send it as text.`,
      zh: `${field} 中的数字已被电子表格改写为科学计数法，尾数丢失：请以文本发送原值。`,
    }),
  );

export const notMerged = () =>
  new Rejection('not-merged', {
    en: 'This case is not merged into another one, so there is nothing to separate.',
    zh: '该案件未并入其他案件，无需撤销并案。',
  });

export const closesOnFeedback = () =>
  new Rejection('closes-on-feedback', {
    en: 'In this town a case is closed when whoever asked was called back and has rated it: let its holder finish it, and somebody else verify and call back.',
    zh: '本镇案件经回访、评价后自动办结：请由承办人办理完毕，再由他人核查、回访。',
  });

export const notOver = () =>
  new Rejection('case-not-over', {
    en: 'The case is not over, so it cannot be reopened: what is missing can be added to it.',
    zh: '该案件尚未终结，无需重新办理；如有补充，可直接添加说明。',
  });

export const wasMerged = () =>
  new Rejection('reopen-merged', {
    en: 'The case was merged into another one, which answers for both; where they are two things after all, the desk separates them.',
    zh: '该案件已并入其他案件一并答复；如并非同一事项，请由受理台撤销并案。',
  });

/** @param days the days after the closing within which it may be reopened. */
export const tooLateToReopen = (days: number) =>
  new Rejection('reopen-too-late', {
    en: `A case can be reopened within ${days} days after it was closed; please register a new demand.`,
    zh: `案件办结后 ${days} 日内可要求重新办理，现已超过期限，请重新反映诉求。`,
  });

export const mistakeNotYours = () =>
  new Rejection(
    'reopen-reason-not-yours',
    {
      en: 'That it was closed by mistake is for the desk to say; leave out because.',
      zh: '“误办结”由受理台认定，请勿填写 `because`。',
    },
    'malformed',
  );

/** @param most how many additions a case takes. */
export const tooManyAdditions = (most: number) =>
  new Rejection('too-many-additions', {
    en: `A case takes at most ${most} additions; please register what is new as a demand of its own.`,
    zh: `每件案件最多补充 ${most} 项，新的事项请另行登记。`,
  });
