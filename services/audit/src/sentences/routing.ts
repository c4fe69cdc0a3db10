import type { KnownType } from '../views/heard.js';
import type { Sentences } from './saying.js';
import { arbiterOf, netOf, resultOf, returnOf } from './words.js';

export const routingSentences: Sentences<Extract<KnownType, `routing.${string}`>> = {
  'routing.order-offered.v1': ({ data: { microGrid, net, member, final } }) => ({
    en: `The order was offered to ${member} of micro-grid ${microGrid} (${netOf(net).en} net)${final ? ', by the arbiter’s decision' : ''}.`,
    zh: `已向微网格 ${microGrid}(${netOf(net).zh}网)的 ${member} 派单${final ? ',系书记裁定' : ''}。`,
  }),

  'routing.order-taken.v1': ({ data: { member } }) => ({
    en: `${member} took the order.`,
    zh: `${member} 已接单。`,
  }),

  'routing.order-returned.v1': ({ data: { member, reason } }) => ({
    en: `${member} returned the order, because ${returnOf(reason).en}.`,
    zh: `${member} 退单:${returnOf(reason).zh}。`,
  }),

  'routing.order-left-to-arbiter.v1': ({ data: { because, area } }) => ({
    en: `The community secretary of ${area} decides who answers, because ${arbiterOf(because).en}.`,
    zh: `${arbiterOf(because).zh},由 ${area} 的社区书记裁定承办人。`,
  }),

  'routing.order-finished.v1': ({ data: { member, result } }) => ({
    en: `${member} finished the order: ${resultOf(result).en}.`,
    zh: `${member} 完成办理:${resultOf(result).zh}。`,
  }),

  'routing.archived-case-routed.v1': ({ data: { microGrid, net } }) =>
    microGrid === null
      ? {
          en: 'For the record: no micro-grid would have answered there.',
          zh: '归档记录:该地点不属任何微网格。',
        }
      : {
          en: `For the record: micro-grid ${microGrid} (${netOf(net).en} net) would have answered.`,
          zh: `归档记录:应由微网格 ${microGrid}(${netOf(net).zh}网)承办。`,
        },
};
