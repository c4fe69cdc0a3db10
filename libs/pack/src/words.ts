/**
 * The closed lists of words that files of a pack may use. `contracts` has the same lists for events; that they agree is
 * a test of the host, which sees both.
 */

/** The nets of a town: life lies over all of it, the others over parts. */
export const nets = ['life', 'production', 'commerce'] as const;
/** One of `nets`. */
export type Net = (typeof nets)[number];

/** From the most urgent down. */
export const urgencies = ['emergency', 'urgent', 'ordinary', 'complex'] as const;
/** One of `urgencies`. */
export type Urgency = (typeof urgencies)[number];

/** Who leads an area, from the grid up to the town. */
export const leaderRoles = [
  'grid-leader',
  'village-committee',
  'community-secretary',
  'town-leader',
] as const;
/** One of `leaderRoles`. */
export type LeaderRole = (typeof leaderRoles)[number];
/** Who else works for an area. */
export const helperRoles = ['mediator', 'verifier', 'helper'] as const;
/** Who can be on duty. */
export type DutyRole = 'grid-member' | LeaderRole | 'office-member' | (typeof helperRoles)[number];
/** As what somebody helps: party members, registered volunteers, and those who have applied for the party. */
export const standings = ['party-member', 'volunteer', 'applicant'] as const;

/** Who can be told of a deadline: the desk, and from the holder of an order upwards. */
export const addressees = ['hotline-clerk', 'verifier', 'grid-member', ...leaderRoles] as const;

/** Who can be told of a deadline of a dispute or a promise: whose it is, and who leads there. */
export const commitmentAddressees = ['holder', ...leaderRoles] as const;
/** How grave a quarrel is, from the gravest down. */
export const riskColours = ['red', 'yellow', 'green'] as const;
/** The clocks of disputes and promises, as `mediation.json` calls them. */
export const mediationClocks = [
  'assign',
  'consent',
  'meet',
  'settle',
  'perform',
  'confirm',
  'danger',
  'promise',
] as const;

/** The clocks that a policy can have, as `policies.json` calls them. */
export const clockNames = [
  'accept',
  'take',
  'complete',
  'arbitrate',
  'contact',
  'heartbeat',
  'help',
  'verify',
  'call-back',
  'acknowledge',
] as const;
