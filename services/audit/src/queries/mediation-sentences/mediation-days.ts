/** What happened on an interview day, and to a promise. Nobody who came is named. */
import type { KnownType } from '../../views/recorded-events.js';
import { personOf } from '../sentences/persons.js';
import { areaOf, only, type Sentences } from '../sentences/saying.js';

const outcomes = {
  decided: { en: 'it was decided on the spot', zh: '当场决定' },
  promised: { en: 'something was promised', zh: '作出承诺' },
  advised: { en: 'they were advised', zh: '予以解释答复' },
  'not-there': { en: 'they did not come', zh: '未到场' },
} as const;

type OfDays =
  `mediation.${'interview-day-published' | 'interview-day-called-off' | 'booking-moved' | 'interview-ended'}.v1`;
type OfPromises = `mediation.promise-${'made' | 'kept' | 'dropped'}.v1`;

export const dayAndPromiseSentences: Sentences<Extract<KnownType, OfDays | OfPromises>> = {
  'mediation.interview-day-published.v1': ({ data: { version, host, date, slots, area } }, telling) => {
    const [person, place] = [personOf(telling.names, host), areaOf(telling, area)];
    const again = only(version > 1, ' It was changed.', '（有变更）');
    return {
      en: `Interview day of ${person.en} in ${place.en} on ${date}: ${slots.length} slots.${again.en}`,
      zh: `${place.zh}${date} 接访日（${person.zh}），共 ${slots.length} 个时段${again.zh}。`,
    };
  },
  'mediation.interview-day-called-off.v1': ({ data: { toDay } }) => ({
    en: `The interview day is called off; people ${toDay === null ? 'are told to book anew' : 'come on another day'}.`,
    zh: `接访日取消，${toDay === null ? '请预约人重新预约' : '预约改至另一接访日'}。`,
  }),
  'mediation.booking-moved.v1': ({ data: { to } }, { shown }) =>
    to === null
      ? { en: 'A booking could not be moved: it is to be made anew.', zh: '一项预约无法改期，须重新预约。' }
      : {
          en: `A booking was moved to ${shown(to.from)}.`,
          zh: `一项预约改至 ${shown(to.from)}。`,
        },
  'mediation.interview-ended.v1': ({ data: { outcome, promises } }) => {
    const how = outcomes[outcome];
    const count = only(promises.length > 1, ` Promises: ${promises.length}.`, `承诺 ${promises.length} 项。`);
    return { en: `An interview is over: ${how.en}.${count.en}`, zh: `一次接访结束：${how.zh}。${count.zh}` };
  },

  'mediation.promise-made.v1': ({ data: { number, owner, dueAt, about } }, { names, shown }) => {
    const person = personOf(names, owner);
    const of = only(
      about !== undefined,
      ` about case ${about?.number ?? ''}`,
      `（案件 ${about?.number ?? ''}）`,
    );
    return {
      en: `Promise ${number}${of.en}: ${person.en} keeps it by ${shown(dueAt)}.`,
      zh: `作出承诺 ${number}${of.zh}，由${person.zh}于 ${shown(dueAt)} 前兑现。`,
    };
  },
  'mediation.promise-kept.v1': ({ data: { owner } }, { names }) => {
    const person = personOf(names, owner);
    return { en: `The promise was kept by ${person.en}.`, zh: `承诺已由${person.zh}兑现。` };
  },
  'mediation.promise-dropped.v1': ({ data: { owner } }, { names }) => {
    const person = personOf(names, owner);
    return {
      en: `${person.en} declared that the promise is not kept.`,
      zh: `${person.zh}声明承诺无法兑现。`,
    };
  },
};
