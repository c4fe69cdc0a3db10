import type { LocalizedText } from '@mulin/kernel';
import type { KnownEvent, KnownType } from '../../views/recorded-events.js';
import { itemOf, only, type Sentences, type Telling } from './saying.js';
import { additionOf, reopenOf } from './loop-words.js';
import {
  channelOf,
  declineOf,
  doorOf,
  erasureOf,
  flagOf,
  outcomeOf,
  reclassifyOf,
  urgencyOf,
} from './words.js';

type Registered = Extract<KnownEvent, { type: 'intake.case-registered.v1' }>['data'];

const registered = (data: Registered, telling: Telling): LocalizedText => {
  const { number, urgency, channel, wishedUrgency, reportedBy } = data;
  const item = itemOf(telling, data.menuItem);
  const wish = only(
    wishedUrgency !== undefined,
    `; the resident calls it ${urgencyOf(wishedUrgency ?? '').en}`,
    `（居民自述：${urgencyOf(wishedUrgency ?? '').zh}）`,
  );
  const word = only(
    reportedBy === 'caller',
    ' The time of the report is the word of whoever wrote it down.',
    '反映时间由登记人填写。',
  );
  return {
    en: `The demand “${item.en}” came by ${channelOf(channel).en} and became case ${number}, ${urgencyOf(urgency).en}${wish.en}.${word.en}`,
    zh: `收到诉求“${item.zh}”（${channelOf(channel).zh}），登记为案件 ${number}，${urgencyOf(urgency).zh}${wish.zh}。${word.zh}`,
  };
};

const archived = (data: Registered, telling: Telling): LocalizedText => {
  const { number, archive } = data;
  if (archive === undefined) return registered(data, telling);
  const item = itemOf(telling, data.menuItem);
  const en = archive.flags.map((flag) => flagOf(flag).en).join(', ');
  const zh = archive.flags.map((flag) => flagOf(flag).zh).join('、');
  return {
    en: `The demand “${item.en}” of ${archive.sourceId} was taken from the archive ${archive.batch} as case ${number}${en && `; noted: ${en}`}.`,
    zh: `历史诉求“${item.zh}”（原编号 ${archive.sourceId}）由 ${archive.batch} 导入，登记为案件 ${number}${zh && `；标注：${zh}`}。`,
  };
};

const movedIn = (
  { number, menuItem }: Registered,
  { batch, sourceId, dueAt }: NonNullable<Registered['movedIn']>,
  { shown, ...telling }: Telling,
): LocalizedText => {
  const item = itemOf({ shown, ...telling }, menuItem);
  const due = only(
    dueAt !== null,
    `, due there ${dueAt === null ? '' : shown(dueAt)}`,
    `，原定期限 ${dueAt === null ? '' : shown(dueAt)}`,
  );
  return {
    en: `The open demand “${item.en}” of ${sourceId} moved in from ${batch} as case ${number}${due.en}.`,
    zh: `在办诉求“${item.zh}”（原编号 ${sourceId}）由 ${batch} 转入，登记为案件 ${number}${due.zh}。`,
  };
};

export const intakeSentences: Sentences<Extract<KnownType, `intake.${string}`>> = {
  'intake.case-registered.v1': ({ data }, telling) =>
    data.movedIn === undefined ? archived(data, telling) : movedIn(data, data.movedIn, telling),

  'intake.case-declined.v1': ({ data: { reason, door } }) => ({
    en: `The town does not take it up, because ${declineOf(reason).en}; the right door is ${doorOf(door).en}.`,
    zh: `不予受理：${declineOf(reason).zh}；请向${doorOf(door).zh}反映。`,
  }),

  'intake.case-reclassified.v1': ({ data: { menuItem, urgency, reason } }, telling) => {
    const item = itemOf(telling, menuItem);
    return {
      en: `Corrected, because ${reclassifyOf(reason).en}: now “${item.en}”, ${urgencyOf(urgency).en}.`,
      zh: `更正（${reclassifyOf(reason).zh}）：现为“${item.zh}”，${urgencyOf(urgency).zh}。`,
    };
  },

  'intake.case-merged.v1': ({ data: { part, survivorId, mergedId, mergedNumber, dueAt } }, { shown }) => {
    const merged = mergedNumber ?? mergedId;
    if (part === 'merged')
      return {
        en: `The same thing as case ${survivorId}, which answers for both.`,
        zh: `与案件 ${survivorId} 为同一事项，并入该案办理。`,
      };
    return {
      en: `Case ${merged} is the same thing and is answered here${dueAt === null ? '' : `, by ${shown(dueAt)}`}.`,
      zh: `案件 ${merged} 为同一事项，并入本案办理${dueAt === null ? '' : `，时限 ${shown(dueAt)}`}。`,
    };
  },

  'intake.case-withdrawn.v1': ({ data: { recordedBy } }) =>
    recordedBy === 'desk'
      ? {
          en: 'The resident took the demand back, as the desk was told.',
          zh: '居民撤回了诉求（由受理台登记）。',
        }
      : { en: 'The resident took the demand back.', zh: '居民撤回了诉求。' },

  'intake.case-closed.v1': ({ data: { outcome, cycle, duplicateOf, source } }, { shown }) => {
    if (source !== undefined)
      return {
        en: `Its source had closed the case, as its file of ${shown(source.asOf)} says.`,
        zh: `来源系统已办结该案件（据其 ${shown(source.asOf)} 的文件）。`,
      };
    const again = only(cycle !== 1, ` (cycle ${cycle})`, `（第 ${cycle} 轮）`);
    const number = duplicateOf?.number ?? '';
    const other = only(duplicateOf !== undefined, ` of case ${number}`, `，并入案件 ${number}`);
    return {
      en: `The case is closed: ${outcomeOf(outcome).en}${other.en}${again.en}.`,
      zh: `案件结案：${outcomeOf(outcome).zh}${other.zh}${again.zh}。`,
    };
  },

  'intake.case-reopened.v1': ({ data: { cycle, because } }) => ({
    en: `The town goes on with it in cycle ${cycle}: ${reopenOf(because).en}.`,
    zh: `进入第 ${cycle} 轮办理：${reopenOf(because).zh}。`,
  }),

  'intake.case-split.v1': ({ data: { part } }) => ({
    en: `A part of it is case ${part.number} from now on, which counts from the same start.`,
    zh: `部分诉求拆分为案件 ${part.number}，起算时间不变。`,
  }),

  'intake.case-unmerged.v1': ({ data: { part, survivorId, mergedId } }) => {
    const other = part === 'merged' ? survivorId : mergedId;
    return {
      en: `It is not the same thing as case ${other} after all; each is answered by itself.`,
      zh: `与案件 ${other} 并非同一事项，撤销并案，分别办理。`,
    };
  },

  'intake.case-supplemented.v1': ({ data: { kind } }) => ({
    en: `Added: ${additionOf(kind).en}.`,
    zh: `补充：${additionOf(kind).zh}。`,
  }),

  'intake.person-erased.v1': ({ data: { reason } }) => ({
    en: `Whoever asked was erased (${erasureOf(reason).en}): what they said, where and who they are opens to nobody any more.`,
    zh: `诉求人的个人信息已删除（${erasureOf(reason).zh}）：诉求原文、地点和联系方式均不可再查看。`,
  }),

  'intake.menu-item-published.v1': ({ data: { name } }) => ({
    en: `The menu has “${name.en}”.`,
    zh: `服务菜单列有“${name.zh}”。`,
  }),
};
