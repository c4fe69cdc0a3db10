/** Where somebody can be on duty, and as what: micro-grids, areas and offices. */
import { type Instant, levelOf, type LocalizedText, upTo } from '@mulin/kernel';
import { rolesAtLevel } from '@mulin/pack';
import type { Dependencies } from '../../dependencies.js';
import { type DutyRole, officePrefix, type State } from '../../domain/land/roster.js';

export const placeKinds = ['micro-grid', 'area', 'office'] as const;

/** `area`: where it lies; an office works for the whole town. `roles`: what people are on duty as there. */
export type Place = Readonly<{
  place: string;
  kind: (typeof placeKinds)[number];
  name: LocalizedText;
  area: string;
  roles: readonly DutyRole[];
}>;

type Parts = Pick<Dependencies, 'town' | 'areas'> &
  Readonly<{
    rosters: () => ReadonlyMap<string, Pick<State, 'name'>>;
    grids: () => Pick<ReturnType<Dependencies['grids']>, 'microGrids'>;
  }>;

const officesIn = ({ town, rosters }: Parts): readonly Place[] =>
  [...rosters()].flatMap(([place, { name }]): readonly Place[] => {
    if (!place.startsWith(officePrefix)) return [];
    const id = place.slice(officePrefix.length);
    const roles = ['office-member'] as const;
    return [{ place, kind: 'office', name: name ?? { en: id, zh: id }, area: town, roles }];
  });

/** Offices, then areas from the town down, then the micro-grids that there are then. */
export const placesIn = (parts: Parts, at: Instant): readonly Place[] => {
  const { town, areas, grids } = parts;
  const inTown = areas.flatMap(({ path, name }): readonly Place[] => {
    const level = levelOf(path);
    if (level === null || upTo('town', path) !== town) return [];
    return [{ place: path, kind: 'area', name, area: path, roles: rolesAtLevel(level) }];
  });
  return [
    ...officesIn(parts),
    ...inTown.sort((one, other) => (one.place < other.place ? -1 : 1)),
    ...grids()
      .microGrids(at)
      .map(({ microGrid, name, area }): Place => {
        const roles = ['grid-member'] as const;
        return { place: microGrid, kind: 'micro-grid', name, area, roles };
      }),
  ];
};
