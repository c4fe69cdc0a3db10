/**
 * The closed lists of words that files of a pack may use. `contracts` has the same lists for events; that they agree is
 * a test of the host, which sees both.
 */

export const nets = ['life', 'production', 'commerce'] as const;
export type Net = (typeof nets)[number];

/** From the most urgent down. */
export const urgencies = ['emergency', 'urgent', 'ordinary', 'complex'] as const;
export type Urgency = (typeof urgencies)[number];

/** Who leads an area, from the grid up to the town. */
export const leaderRoles = [
  'grid-leader',
  'village-committee',
  'community-secretary',
  'town-leader',
] as const;
export type DutyRole = 'grid-member' | (typeof leaderRoles)[number];

/** Who can be told of a deadline: the desk, and from the holder of an order upwards. */
export const addressees = ['hotline-clerk', 'grid-member', ...leaderRoles] as const;

export const clockNames = ['accept', 'take', 'complete', 'arbitrate'] as const;
