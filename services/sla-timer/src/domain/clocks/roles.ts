/** The roles of a ladder, and what each answers for. */

/** From the holder of an order upwards. */
export const rolesUpwards = [
  'grid-member',
  'grid-leader',
  'village-committee',
  'community-secretary',
  'town-leader',
] as const;

/** The desk that registers demands. */
export const desk = 'hotline-clerk';
/** Who decides where nobody is asked. */
export const arbiter = 'community-secretary';

/** The part of an area that a role answers for; `null`: all of it, or nobody knows. */
const shareOf = (role: string, area: string | null): string | null => {
  const place = rolesUpwards.findIndex((it) => it === role);
  if (place === -1 || area === null) return null;
  return area
    .split('/')
    .slice(0, rolesUpwards.length - place)
    .join('/');
};

/** Whether the same people have a role in two areas, as far as both are known. */
export const isSamePeople = (role: string, area: string | null, other: string | null): boolean => {
  const [one, another] = [shareOf(role, area), shareOf(role, other)];
  return one === null || another === null || one === another;
};

type Hearer = Readonly<{ to: string; area: string | null }>;

/** Whether it is the same people whom two notices were given. */
export const isSameHearer = (one: Hearer, other: Hearer): boolean =>
  one.to === other.to && isSamePeople(one.to, one.area, other.area);
