/** The view of the address that one comes to is loaded while the town is still asked who one is. */
import { lastSession } from '../api/last-session';
import { places, placesOf } from './places';

const fits = (pattern: string, path: string): boolean => {
  const wanted = pattern.split('/');
  const given = path.split('/');
  return (
    wanted.length === given.length &&
    wanted.every((part, place) => part.startsWith(':') || part === given[place])
  );
};

export const begin = (): void => {
  const { pathname } = location;
  const start = placesOf(lastSession()?.role ?? null)[0]?.path;
  const path = pathname === '/' && start !== undefined ? start : pathname;
  places.find((place) => fits(place.path, path))?.view.begin();
};
