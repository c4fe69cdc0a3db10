/** Who does something in the story, by where the order lies and who has it. */
import { type LocalizedText, upTo } from '@mulin/kernel';
import type { Order, Play } from './play.js';

export const somebody = (account: string | null | undefined, who: LocalizedText, { must }: Play): string => {
  must(typeof account === 'string', {
    en: `There is no ${who.en} who could do it.`,
    zh: `没有可以处理的${who.zh}。`,
  });
  return account ?? '';
};

export const secretaryOf = (play: Play, { area }: Order): string =>
  somebody(play.cast.secretaryOf(area), { en: 'community secretary', zh: '社区书记' }, play);

export const holderOf = (play: Play, { member }: Order): string =>
  somebody(member, { en: 'person in charge', zh: '承办人' }, play);

/** The nth of those who check work there, without whoever did it. */
export const verifierOf = (play: Play, { area, member }: Order, nth: number): string => {
  const others = play.cast.verifiersOf(area).filter((it) => it !== member);
  return somebody(others[nth], { en: 'verifier', zh: '核查员' }, play);
};

/** The office that builds and mends; in another town any office, or where there is none, the village. */
export const unitFor = ({ pack }: Play, { area }: Order): string => {
  const offices = [...pack.routing.rosters.offices.keys()];
  const office = offices.find((id) => id === 'urban-construction') ?? offices[0];
  return office === undefined ? upTo('village', area) : `office:${office}`;
};

/** Whether somebody mediates in this town. */
export const hasMediators = ({ routing: { rosters } }: Pick<Play['pack'], 'routing'>): boolean =>
  [...rosters.helpers.values()].some((duties) => duties.some(({ role }) => role === 'mediator'));
