/** Every unit that an order can be given to or helped by, and in which somebody could be asked now. */
import { type Instant, levelOf, type LocalizedText } from '@mulin/kernel';
import type { NamedArea } from '@mulin/pack';
import type { Grids } from '../domain/land/land.js';
import { helpersPrefix, officePrefix } from '../domain/land/roster.js';

/** What a unit is made of: the members of an office, who leads an area, the grid members of a micro-grid, helpers. */
export const unitKinds = ['office', 'area', 'micro-grid', 'helpers'] as const;

type ShownUnit = Readonly<{ unit: string; kind: (typeof unitKinds)[number]; name: LocalizedText }>;

const byLevel = (one: NamedArea, other: NamedArea): number =>
  one.path.split('/').length - other.path.split('/').length || (one.path < other.path ? -1 : 1);

/** Offices first, then areas from the largest, micro-grids, and those who help in an area. */
export const unitsShown = (grids: Grids, areas: readonly NamedArea[], at: Instant): readonly ShownUnit[] => {
  const named = grids.named(at);
  const places = new Set(named.map(({ place }) => place));
  const isThere = ({ unit }: ShownUnit) => grids.serving(unit, at).length > 0;
  const offices = named.flatMap(({ place: unit, name }): ShownUnit[] => {
    const id = unit.slice(officePrefix.length);
    return unit.startsWith(officePrefix) ? [{ unit, kind: 'office', name: name ?? { en: id, zh: id } }] : [];
  });
  const sorted = [...areas].filter(({ path }) => levelOf(path) !== null && places.has(path)).sort(byLevel);
  const led = sorted.map(({ path, name }): ShownUnit => ({ unit: path, kind: 'area', name }));
  const microGrids = grids
    .microGrids(at)
    .map(({ microGrid, name }): ShownUnit => ({ unit: microGrid, kind: 'micro-grid', name }));
  const helping = sorted.map(({ path, name }): ShownUnit => ({
    unit: `${helpersPrefix}${path}`,
    kind: 'helpers',
    name,
  }));
  return [...offices, ...led, ...microGrids, ...helping].filter(isThere);
};
