import type { LocalizedText } from '@mulin/kernel';
import type { KnownEvent, KnownType } from '../../views/recorded-events.js';
import { personOf } from './persons.js';
import { areaOf, gridOf, itemOf, only, type Sentences, type Telling, unitOf } from './saying.js';
import { contactOf, handOverOf, refusalOf, releaseOf, reportOf } from './loop-words.js';
import { arbiterOf, netOf, offerOf, resultOf, returnOf, urgencyOf } from './words.js';

type Offered = Extract<KnownEvent, { type: 'routing.order-offered.v1' }>['data'];

/** Why, where it is not that the demand came in; before it was told, an arbiter's decision alone was known. */
const whyOf = ({ because, final }: Offered): LocalizedText => {
  if (because === undefined) return only(final, ', by the decision of the secretary', '，书记协调确定');
  if (because === 'registered') return { en: '', zh: '' };
  return { en: `, ${offerOf(because).en}`, zh: `，${offerOf(because).zh}` };
};

/** What the clock of a phone says is marked so. */
const byDevice = (timedBy: string | undefined): LocalizedText =>
  only(timedBy === 'device', ' (by the clock of their phone)', '（以手机时间为准）');

const offered = (data: Offered, telling: Telling): LocalizedText => {
  const { microGrid, net, microGridNet = net, member, from, alsoAsked = [] } = data;
  const others = only(
    alsoAsked.length > 0,
    ` It is an emergency: all others on duty there are asked, too (${alsoAsked.length}).`,
    `特急事项，同时派给当地其他在岗人员（${alsoAsked.length}人）。`,
  );
  const [grid, person, why] = [gridOf(telling, microGrid), personOf(telling.names, member), whyOf(data)];
  const former = from === undefined ? null : personOf(telling.names, from);
  const before = only(
    former !== null,
    ` It was with ${former?.en ?? ''}.`,
    `原承办人：${former?.zh ?? ''}。`,
  );
  return {
    en: `${capital(person.en)} is asked to take the order in ${grid.en} (${netOf(microGridNet).en} net)${why.en}.${before.en}${others.en}`,
    zh: `派单至${grid.zh}（${netOf(microGridNet).zh}网），请${person.zh}接单${why.zh}。${before.zh}${others.zh}`,
  };
};

const untilOf = (moment: string): LocalizedText => ({ en: `until ${moment}`, zh: `至 ${moment}` });

/** An account and a name stay as they are. */
const capital = (text: string): string => text.replace(/^the /, 'The ');

type RosterPosted = Extract<KnownEvent, { type: 'routing.roster-posted.v1' }>;

/** By routing itself as the pack has it, or anew when somebody goes on leave; else by whoever has changed it or gone back. */
const rosterPosted = (
  { actor, data: { place, duties, by } }: RosterPosted,
  telling: Telling,
): LocalizedText => {
  const where = areaOf(telling, place);
  const people = new Set(duties.map(({ account }) => account)).size;
  if (actor === undefined || actor === 'routing')
    return {
      en: `A roster was posted for ${where.en}, with ${people} on it.`,
      zh: `已公布${where.zh}的值班名册，共 ${people} 人。`,
    };
  const who = personOf(telling.names, actor);
  return by === undefined
    ? {
        en: `${capital(who.en)} went back to the roster of the town pack for ${where.en}, with ${people} on it.`,
        zh: `${who.zh}将${where.zh}的值班名册恢复为镇域配置，共 ${people} 人。`,
      }
    : {
        en: `${capital(who.en)} changed the roster of ${where.en}, with ${people} on it.`,
        zh: `${who.zh}调整了${where.zh}的值班名册，共 ${people} 人。`,
      };
};

export const routingSentences: Sentences<Extract<KnownType, `routing.${string}`>> = {
  'routing.order-offered.v1': ({ data }, telling) => offered(data, telling),

  'routing.order-taken.v1': ({ data: { member, timedBy } }, { names }) => {
    const [person, device] = [personOf(names, member), byDevice(timedBy)];
    return {
      en: `${capital(person.en)} took the order${device.en}.`,
      zh: `${person.zh}已接单${device.zh}。`,
    };
  },

  'routing.contact-made.v1': ({ data: { member, manner, timedBy } }, { names }) => {
    const [person, device] = [personOf(names, member), byDevice(timedBy)];
    return {
      en: `${capital(person.en)} ${contactOf(manner).en}${device.en}.`,
      zh: `${person.zh}${contactOf(manner).zh}${device.zh}。`,
    };
  },

  'routing.progress-reported.v1': ({ data: { member, content, counts, timedBy } }, { names }) => {
    const [person, device] = [personOf(names, member), byDevice(timedBy)];
    const empty = only(!counts, ' It says nothing new and does not count.', '无实质进展，不计入定期反馈。');
    return {
      en: `${capital(person.en)} reported progress, ${reportOf(content).en}${device.en}.${empty.en}`,
      zh: `${person.zh}报告进展，${reportOf(content).zh}${device.zh}。${empty.zh}`,
    };
  },

  'routing.order-handed-over.v1': ({ data: { member, to, reason }, actor = member }, telling) => {
    const [person, unit] = [personOf(telling.names, actor), unitOf(telling, to)];
    const holder = personOf(telling.names, member);
    // Somebody to whom its lateness was told may take it from its holder.
    const of = only(actor !== member, ` of ${holder.en}`, `${holder.zh}的`);
    return {
      en: `${capital(person.en)} handed the order${of.en} over to ${unit.en}, because ${handOverOf(reason).en}.`,
      zh: `${person.zh}将${of.zh === '' ? '该' : of.zh}单交由${unit.zh}办理：${handOverOf(reason).zh}。`,
    };
  },

  'routing.helper-called.v1': ({ data: { by, member, unit } }, telling) => {
    const [caller, helper] = [personOf(telling.names, by), personOf(telling.names, member)];
    const whence = unitOf(telling, unit);
    return {
      en: `${capital(caller.en)} called in ${whence.en} to help; ${helper.en} is asked to come.`,
      zh: `${caller.zh}吹哨，请${whence.zh}协办，由${helper.zh}报到。`,
    };
  },

  'routing.helper-joined.v1': ({ data: { member, timedBy } }, { names }) => {
    const [person, device] = [personOf(names, member), byDevice(timedBy)];
    return { en: `${capital(person.en)} came to help${device.en}.`, zh: `${person.zh}已报到${device.zh}。` };
  },

  'routing.helper-finished.v1': ({ data: { member, timedBy } }, { names }) => {
    const [person, device] = [personOf(names, member), byDevice(timedBy)];
    return {
      en: `${capital(person.en)} has done their part${device.en}.`,
      zh: `${person.zh}已完成协办${device.zh}。`,
    };
  },

  'routing.helper-released.v1': ({ data: { member, because } }, { names }) => {
    const person = personOf(names, member);
    return {
      en: `Nobody waits for ${person.en} any more: ${releaseOf(because).en}.`,
      zh: `不再等待${person.zh}协办：${releaseOf(because).zh}。`,
    };
  },

  'routing.order-returned.v1': ({ data: { member, reason } }, { names }) => {
    const person = personOf(names, member);
    return {
      en: `${capital(person.en)} returned the order, because ${returnOf(reason).en}.`,
      zh: `${person.zh}退单：${returnOf(reason).zh}。`,
    };
  },

  'routing.order-left-to-arbiter.v1': ({ data: { because, area } }, telling) => {
    const place = areaOf(telling, area);
    return {
      en: `The community secretary of ${place.en} decides who answers, because ${arbiterOf(because).en}.`,
      zh: `${arbiterOf(because).zh}，由社区书记（${place.zh}）协调确定承办人。`,
    };
  },

  'routing.order-corrected.v1': ({ data: { member, menuItem, urgency, turn } }, telling) => {
    const [person, item] = [personOf(telling.names, member), itemOf(telling, menuItem)];
    const ask = only(
      turn !== undefined,
      ' By the correction it belongs elsewhere: the community secretary decides.',
      '按更正内容不属其网格，由社区书记协调确定。',
    );
    return {
      en: `${capital(person.en)} was told of the correction: “${item.en}”, ${urgencyOf(urgency).en}.${ask.en}`,
      zh: `已将更正告知${person.zh}：“${item.zh}”，${urgencyOf(urgency).zh}。${ask.zh}`,
    };
  },

  'routing.order-finished.v1': ({ data: { member, result } }, { names }) => {
    const person = personOf(names, member);
    return {
      en: `${capital(person.en)} finished the order: ${resultOf(result).en}.`,
      zh: `${person.zh}办理完毕：${resultOf(result).zh}。`,
    };
  },

  'routing.order-verified.v1': ({ data: { verifier, result } }, { names }) => {
    const person = personOf(names, verifier);
    return {
      en: `${capital(person.en)} looked, and confirms: ${resultOf(result).en}.`,
      zh: `${person.zh}核查通过：${resultOf(result).zh}。`,
    };
  },

  'routing.finish-refused.v1': ({ data: { verifier, reason } }, { names }) => {
    const person = personOf(names, verifier);
    return {
      en: `${capital(person.en)} looked, and does not confirm it: ${refusalOf(reason).en}. The holder goes on.`,
      zh: `${person.zh}核查未通过：${refusalOf(reason).zh}，由承办人继续办理。`,
    };
  },

  'routing.archived-case-routed.v1': ({ data: { microGrid, net, isPlaceless } }, telling) => {
    if (isPlaceless === true)
      return {
        en: 'For the record: it names no place, so nobody can say who would have answered.',
        zh: '备查：未注明地点，无法确定应由哪个微网格承办。',
      };
    if (microGrid === null)
      return {
        en: 'For the record: no micro-grid would have answered there.',
        zh: '备查：该地点不属任何微网格。',
      };
    const grid = gridOf(telling, microGrid);
    return {
      en: `For the record: micro-grid ${grid.en} would have answered (a demand of the ${netOf(net).en} net).`,
      zh: `备查：应由微网格${grid.zh}承办（${netOf(net).zh}网诉求）。`,
    };
  },

  'routing.area-named.v1': ({ data: { path, name } }) => ({
    en: `The area ${path} is called ${name.en}.`,
    zh: `区域 ${path} 名为${name.zh}。`,
  }),

  'routing.micro-grid-drawn.v1': ({ data: { id, name } }) => ({
    en: `The micro-grid ${id} is called ${name.en}.`,
    zh: `微网格 ${id} 名为${name.zh}。`,
  }),

  'routing.micro-grid-given-up.v1': ({ data: { id } }) => ({
    en: `There is no micro-grid ${id} any more.`,
    zh: `微网格 ${id} 已撤销。`,
  }),

  'routing.roster-posted.v1': (event, telling) => rosterPosted(event, telling),

  'routing.roster-taken-down.v1': ({ data: { place } }, telling) => {
    const where = areaOf(telling, place);
    return { en: `There is no roster for ${where.en} any more.`, zh: `${where.zh}已无值班名册。` };
  },

  'routing.leave-recorded.v1': ({ data: { account, from, until, standIn } }, { names, shown }) => {
    const who = personOf(names, account);
    const other = standIn === undefined ? null : personOf(names, standIn);
    const end = until === null ? only(true, 'until further notice', '至另行通知') : untilOf(shown(until));
    return {
      en: `${capital(who.en)} is away from ${shown(from)} ${end.en}; ${other === null ? 'nobody' : other.en} stands in.`,
      zh: `${who.zh}自 ${shown(from)} 请假${end.zh}，${other === null ? '无人替班' : `由${other.zh}替班`}。`,
    };
  },

  'routing.leave-ended.v1': ({ data: { account } }, { names }) => {
    const who = personOf(names, account);
    return { en: `The leave of ${who.en} was ended early.`, zh: `${who.zh}提前销假。` };
  },
};
