/** What of a case is shown to whom. */
import { type Actor, hasRight, mayReach, Rejection, type Tie } from '@mulin/kernel';
import type { Dependencies } from '../dependencies.js';
import { dutiesAlone, type Names } from '../reference-data/follow-names.js';
import { areaOf, type CaseRow, helpersOf, holderOf } from '../views/cases.js';
import { isShownTo } from './escalations/escalations.js';

const notYours = () =>
  new Rejection(
    'not-your-area',
    { en: 'This case lies outside your area.', zh: '该案件不在您的辖区内。' },
    'forbidden',
  );

/** How things and people are called for this reader. */
export const namesFor = ({ names }: Pick<Dependencies, 'names'>, actor: Actor): Names =>
  hasRight('person.name', actor) ? names : dutiesAlone(names);

/**
 * A case whose place is not known yet is the town's: those who see only a part of it do not see this case, unless it
 * is in their list of what is late.
 */
export const maySee = ({ town }: Pick<Dependencies, 'town'>, actor: Actor, row: CaseRow): boolean => {
  const area = areaOf(row);
  const isListed = area === null && row.told.notices.some(isShownTo(actor));
  const ties: readonly Tie[] = [
    ...(holderOf(row) === actor.id ? (['held'] as const) : []),
    ...(helpersOf(row).includes(actor.id) ? (['helps'] as const) : []),
    ...(isListed ? (['unplaced'] as const) : []),
  ];
  return mayReach('timeline.read', actor, { area: area ?? town, ties });
};

/** Refused (`not-your-area`) where they may not. */
export const mustSee = (deps: Pick<Dependencies, 'town'>, actor: Actor, row: CaseRow): void => {
  if (!maySee(deps, actor, row)) throw notYours();
};
