/** Where somebody can be on duty, and as what: micro-grids, areas and offices. */
import { type Instant, levelOf, type LocalizedText, upTo } from '@mulin/kernel';
import { rolesAtLevel } from '@mulin/pack';
import type { Dependencies } from '../../dependencies.js';
import { type DutyRole, namedFrom, officePrefix, type State } from '../../domain/land/roster.js';

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
    rosters: () => ReadonlyMap<string, Pick<State, 'name' | 'named' | 'ofPack' | 'by'>>;
    grids: () => Pick<ReturnType<Dependencies['grids']>, 'microGrids'>;
  }>;

const officesIn = ({ town, rosters }: Parts): readonly Place[] =>
  [...rosters()].flatMap(([place, { name, ofPack, by }]): readonly Place[] => {
    if (!place.startsWith(officePrefix) || (ofPack.named.length === 0 && by === undefined)) return [];
    const id = place.slice(officePrefix.length);
    const roles = ['office-member'] as const;
    return [{ place, kind: 'office', name: name ?? { en: id, zh: id }, area: town, roles }];
  });

/**
 * What the pack names no more, and somebody is on duty for: of a micro-grid that was redrawn whoever stands there answers
 * for what was reported before, and what somebody has changed can be gone back from.
 */
const formerIn = ({ town, rosters }: Parts, listed: readonly Place[], at: Instant): readonly Place[] => {
  const known = new Set(listed.map(({ place }) => place));
  return [...rosters()].flatMap(([place, roster]): readonly Place[] => {
    const isOpen = roster.by !== undefined || namedFrom(roster, at).length > 0;
    if (known.has(place) || !isOpen) return [];
    const level = upTo('town', place) === town ? levelOf(place) : null;
    const name = { en: place, zh: place };
    if (level === null) return [{ place, kind: 'micro-grid', name, area: town, roles: ['grid-member'] }];
    return [{ place, kind: 'area', name, area: place, roles: rolesAtLevel(level) }];
  });
};

/** Offices, then areas from the town down, then the micro-grids that there are then, and what there was. */
export const placesIn = (parts: Parts, at: Instant): readonly Place[] => {
  const { town, areas, grids } = parts;
  const inTown = areas.flatMap(({ path, name }): readonly Place[] => {
    const level = levelOf(path);
    if (level === null || upTo('town', path) !== town) return [];
    return [{ place: path, kind: 'area', name, area: path, roles: rolesAtLevel(level) }];
  });
  const listed = [
    ...officesIn(parts),
    ...inTown.sort((one, other) => (one.place < other.place ? -1 : 1)),
    ...grids()
      .microGrids(at)
      .map(({ microGrid, name, area }): Place => {
        const roles = ['grid-member'] as const;
        return { place: microGrid, kind: 'micro-grid', name, area, roles };
      }),
  ];
  return [...listed, ...formerIn(parts, listed, at)];
};
