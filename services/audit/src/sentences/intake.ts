import type { KnownType } from '../views/heard.js';
import type { Sentences } from './saying.js';
import { channelOf, declineOf, doorOf, flagOf, outcomeOf, reclassifyOf, urgencyOf } from './words.js';

export const intakeSentences: Sentences<Extract<KnownType, `intake.${string}`>> = {
  'intake.case-registered.v1': ({ data: { number, menuItem, urgency, channel, archive } }) => {
    if (archive === undefined)
      return {
        en: `The demand “${menuItem}” came by ${channelOf(channel).en} and became case ${number}, ${urgencyOf(urgency).en}.`,
        zh: `经${channelOf(channel).zh}提出诉求“${menuItem}”,登记为案件 ${number},${urgencyOf(urgency).zh}。`,
      };
    const en = archive.flags.map((flag) => flagOf(flag).en).join(', ');
    const zh = archive.flags.map((flag) => flagOf(flag).zh).join('、');
    return {
      en: `The demand “${menuItem}” of ${archive.sourceId} was taken from the archive ${archive.batch} as case ${number}${en && `; noted: ${en}`}.`,
      zh: `历史诉求“${menuItem}”(原编号 ${archive.sourceId})由档案 ${archive.batch} 导入,登记为案件 ${number}${zh && `;标注:${zh}`}。`,
    };
  },

  'intake.case-declined.v1': ({ data: { reason, door } }) => ({
    en: `The town does not take it up, because ${declineOf(reason).en}; the right door is ${doorOf(door).en}.`,
    zh: `不予受理:${declineOf(reason).zh};请向${doorOf(door).zh}反映。`,
  }),

  'intake.case-reclassified.v1': ({ data: { menuItem, urgency, reason } }) => ({
    en: `Corrected, because ${reclassifyOf(reason).en}: now “${menuItem}”, ${urgencyOf(urgency).en}.`,
    zh: `更正(${reclassifyOf(reason).zh}):现为“${menuItem}”,${urgencyOf(urgency).zh}。`,
  }),

  'intake.case-merged.v1': ({ data: { part, survivorId, mergedId, dueAt } }, shown) => {
    if (part === 'merged')
      return {
        en: `The same thing as case ${survivorId}, which answers for both.`,
        zh: `与案件 ${survivorId} 为同一事项,并入该案办理。`,
      };
    return {
      en: `Case ${mergedId} is the same thing and is answered here${dueAt === null ? '' : `, by ${shown(dueAt)}`}.`,
      zh: `案件 ${mergedId} 为同一事项,并入本案办理${dueAt === null ? '' : `,时限 ${shown(dueAt)}`}。`,
    };
  },

  'intake.case-withdrawn.v1': () => ({
    en: 'The resident took the demand back.',
    zh: '居民撤回了诉求。',
  }),

  'intake.case-closed.v1': ({ data: { outcome, cycle } }) => ({
    en: `The case is closed: ${outcomeOf(outcome).en}${cycle === 1 ? '' : ` (cycle ${cycle})`}.`,
    zh: `案件结案:${outcomeOf(outcome).zh}${cycle === 1 ? '' : `(第 ${cycle} 轮)`}。`,
  }),
};
