/** What a list may be narrowed to: a name that nobody knows is refused, as an empty list would hide the mistake. */
import { findAccount, Rejection } from '@mulin/kernel';
import type { Dependencies } from '../dependencies.js';
import type { CasesWhere } from '../views/cases.js';
import type { Wanted } from './case-search.js';

type Known = Pick<Dependencies, 'town' | 'names' | 'cases'>;

const unknownArea = (area: string) =>
  new Rejection(
    'area-unknown',
    { en: `This town has no area ${area}.`, zh: `本镇没有区域 ${area}。` },
    'malformed',
  );
const unknownGrid = (grid: string) =>
  new Rejection(
    'no-such-micro-grid',
    { en: `This town has no micro-grid ${grid}.`, zh: `本镇没有微网格 ${grid}。` },
    'unknown',
  );
const unknownItem = (id: string) =>
  new Rejection(
    'no-such-menu-item',
    { en: `The menu of this town has no item "${id}".`, zh: `本镇服务菜单中没有“${id}”这一项。` },
    'unknown',
  );
const unknownBatch = (batch: string) =>
  new Rejection(
    'no-such-import',
    { en: `No import is called "${batch}".`, zh: `没有名为“${batch}”的导入。` },
    'unknown',
  );

/** What an older pack named, and what was imported, is known by the cases that have it. */
const hasCases = async ({ cases }: Known, where: CasesWhere): Promise<boolean> =>
  (await cases.list({ where, limit: 1 })).items.length > 0;

/**
 * @throws Rejection `area-unknown`, `no-such-micro-grid`, `no-such-menu-item` or `no-such-import` where neither the
 *   packs of this town nor any of its cases know what is asked for.
 */
export const mustBeKnown = async (
  deps: Known,
  { area, grid, menuItem, batch }: Pick<Wanted, 'area' | 'grid' | 'menuItem' | 'batch'>,
): Promise<void> => {
  const { names, town } = deps;
  const must = async (isNamed: boolean, where: CasesWhere, otherwise: Rejection) => {
    if (!isNamed && !(await hasCases(deps, where))) throw otherwise;
  };
  if (area !== undefined)
    await must(area === town || names.area(area) !== null, { area: { within: area } }, unknownArea(area));
  if (grid !== undefined) await must(names.microGrid(grid) !== null, { microGrid: grid }, unknownGrid(grid));
  if (menuItem !== undefined)
    await must(names.menuItem(menuItem) !== null, { menuItem }, unknownItem(menuItem));
  if (batch !== undefined) await must(false, { batch }, unknownBatch(batch));
};

/**
 * Asked where a list by somebody's account is empty: whoever left the rosters is known by what they did, and is in it.
 *
 * @throws Rejection `account-unknown` where neither the town's accounts nor its rosters, present or former, have it.
 */
export const mustHaveAccount = async (
  { names, identity }: Pick<Dependencies, 'names' | 'identity'>,
  account: string,
): Promise<void> => {
  if (names.dutyOf(account) === null) await findAccount(identity, account);
};
