/** The terms by which most towns mediate: how long each thing may take, and who hears when it takes longer. */
import type { mediationClocks, riskColours } from '../words.js';
import type { Length as LengthOf } from './rules.js';

/** Who hears of a lateness, and when, as of a policy; `holder` is whose deadline it is. */
type CommitmentRung = Readonly<{ to: readonly string[] }> & Readonly<{ share: number } | { after: LengthOf }>;

/** How long one thing may take in mediation. */
export type MediationClock = Readonly<{
  name: (typeof mediationClocks)[number];
  length: LengthOf;
  ladder?: readonly CommitmentRung[] | undefined;
}>;

/** The terms by which deadlines of disputes of one colour, or of promises, are computed. */
export type CommitmentPolicy = Readonly<{
  /** `mediation-red`, `mediation-yellow`, `mediation-green` or `promise`. */
  id: string;
  calendar: string;
  clocks: readonly MediationClock[];
  ladder: readonly CommitmentRung[];
}>;

const hours = (amount: number): LengthOf => ({ unit: 'hour', amount });
const workingDays = (amount: number): LengthOf => ({ unit: 'working-day', amount });
const calendarDays = (amount: number): LengthOf => ({ unit: 'calendar-day', amount });

/** A month is usual for a mediation (rules of the ministry of 2002, article 33); the window of a court is the law's. */
const month = 30;

const at = (share: number, ...to: readonly string[]): CommitmentRung => ({ share, to });
const after = (length: LengthOf, ...to: readonly string[]): CommitmentRung => ({ after: length, to });

/**
 * Thirty days from when an agreement has effect (People's Mediation Law, article 33; Civil Procedure Law, 2023 text,
 * article 205): not a town's to change.
 */
const confirm: MediationClock = {
  name: 'confirm',
  length: { ...calendarDays(month), end: 'close' },
  ladder: [
    at(0.5, 'holder'),
    after(calendarDays(-7), 'holder'),
    after(calendarDays(-2), 'holder', 'village-committee'),
  ],
};

/** What is promised is said on the day; what may turn into harm is the secretary's and the town's at once. */
const danger: MediationClock = {
  name: 'danger',
  length: hours(2),
  ladder: [at(0, 'community-secretary'), at(1, 'community-secretary', 'town-leader')],
};

const perform: MediationClock = {
  name: 'perform',
  length: calendarDays(month),
  ladder: [
    after(calendarDays(-3), 'holder'),
    at(1, 'holder'),
    after(calendarDays(7), 'holder', 'village-committee'),
    after(calendarDays(15), 'community-secretary'),
  ],
};

/** How grave a quarrel is. */
export type Colour = (typeof riskColours)[number];

const usualClocks: Readonly<Record<Colour, readonly MediationClock[]>> = {
  red: [
    {
      name: 'assign',
      length: hours(4),
      ladder: [at(0.5, 'village-committee'), at(1, 'community-secretary')],
    },
    { name: 'consent', length: workingDays(1) },
    { name: 'meet', length: workingDays(2) },
    { name: 'settle', length: calendarDays(15) },
  ],
  yellow: [
    {
      name: 'assign',
      length: workingDays(1),
      ladder: [at(0.5, 'village-committee'), at(1, 'village-committee', 'community-secretary')],
    },
    { name: 'consent', length: workingDays(3) },
    { name: 'meet', length: workingDays(5) },
    { name: 'settle', length: calendarDays(month) },
  ],
  green: [
    { name: 'assign', length: workingDays(2), ladder: [at(1, 'village-committee')] },
    { name: 'consent', length: workingDays(5) },
    { name: 'meet', length: workingDays(7) },
    { name: 'settle', length: calendarDays(month) },
  ],
};

const usualLadders: Readonly<Record<Colour, readonly CommitmentRung[]>> = {
  /** What is red is the secretary's from the beginning. */
  red: [
    at(0.5, 'holder'),
    at(0.8, 'holder', 'community-secretary'),
    at(1, 'village-committee', 'community-secretary', 'town-leader'),
  ],
  yellow: [
    at(0.5, 'holder'),
    at(0.9, 'holder', 'village-committee'),
    at(1, 'village-committee', 'community-secretary'),
    after(workingDays(3), 'town-leader'),
  ],
  green: [
    at(0.8, 'holder'),
    at(1, 'holder', 'village-committee'),
    after(workingDays(5), 'community-secretary'),
  ],
};

/** A promise of the secretary is watched by the town. */
const usualPromise: readonly MediationClock[] = [{ name: 'promise', length: workingDays(5) }];
const promiseLadder: readonly CommitmentRung[] = [
  at(0.5, 'holder'),
  at(0.8, 'holder', 'community-secretary'),
  at(1, 'holder', 'community-secretary', 'town-leader'),
];

/** What holds where a town says nothing else. */
type UsualTerms = Pick<CommitmentPolicy, 'clocks' | 'ladder'>;

/** The usual terms of disputes of a colour. */
export const usualTermsOf = (colour: Colour): UsualTerms => ({
  clocks: [...usualClocks[colour], perform, confirm, danger],
  ladder: usualLadders[colour],
});

/** The usual terms of promises. */
export const usualPromises: UsualTerms = { clocks: usualPromise, ladder: promiseLadder };

/** Whether a length is the one that the law sets for court confirmation. */
export const isCourtWindow = ({ unit, amount, end }: LengthOf): boolean =>
  unit === confirm.length.unit && amount === confirm.length.amount && end === confirm.length.end;
