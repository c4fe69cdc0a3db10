/**
 * Policies to begin with: two hours where life or property is in danger, a day for what a house cannot be
 * without, seven days for what is ordinary, fifteen working days for what is complex.
 */

type Length = Readonly<{ unit: 'hour' | 'working-hour' | 'working-day' | 'calendar-day'; amount: number }>;

/** Half of the time: the holder; four fifths: who leads them; missed: the committee and the secretary; then the town. */
const ladderTo = (town: Length) => [
  { to: ['grid-member'], share: 0.5 },
  { to: ['grid-leader'], share: 0.8 },
  { to: ['village-committee', 'community-secretary'], share: 1 },
  { to: ['town-leader'], after: town },
];

/** To take a demand up is the desk's: it hears half-way, with the secretary when it is missed, then the town. */
const ladderOfDesk = (town: Length) => [
  { to: ['hotline-clerk'], share: 0.5 },
  { to: ['hotline-clerk', 'community-secretary'], share: 1 },
  { to: ['town-leader'], after: town },
];

/** What lies with the secretary is told to her at once; missed, the town hears, too. */
const ladderOfArbiter = [
  { to: ['community-secretary'], share: 0 },
  { to: ['community-secretary'], share: 0.5 },
  { to: ['community-secretary', 'town-leader'], share: 1 },
];

const hours = (amount: number): Length => ({ unit: 'hour', amount });
const workingHours = (amount: number): Length => ({ unit: 'working-hour', amount });
const workingDays = (amount: number): Length => ({ unit: 'working-day', amount });
const calendarDays = (amount: number): Length => ({ unit: 'calendar-day', amount });

type Lengths = Readonly<{ accept: Length; take: Length; complete: Length }>;
type Sooner = Readonly<Record<string, Lengths>>;

const emergency = { accept: hours(0.25), take: hours(0.5), complete: hours(2) };
const urgent = { accept: hours(1), take: hours(2), complete: hours(24) };

/** What is in danger is not slower because its menu item is ordinary; urgency never makes anything slower. */
const clock = (name: keyof Lengths, lengths: Lengths, sooner: Sooner) => ({
  name,
  length: lengths[name],
  ...(Object.keys(sooner).length === 0
    ? {}
    : {
        urgencies: Object.fromEntries(Object.entries(sooner).map(([urgency, its]) => [urgency, its[name]])),
      }),
});

const policy = (id: string, lengths: Lengths, town: Length, sooner: Sooner = { emergency, urgent }) => ({
  id,
  calendar: 'town',
  clocks: [
    { ...clock('accept', lengths, sooner), ladder: ladderOfDesk(town) },
    clock('take', lengths, sooner),
    clock('complete', lengths, sooner),
    // As long as a grid member has to take it.
    { ...clock('take', lengths, sooner), name: 'arbitrate', ladder: ladderOfArbiter },
  ],
  ladder: ladderTo(town),
});

const office = { accept: workingHours(4), take: workingHours(4) };

/** The policies that a town begins with, as `policies.json` has them; their lengths are for each town to change. */
export const defaultPolicies = {
  policies: [
    policy('emergency', emergency, hours(1), {}),
    policy('urgent', urgent, hours(4), { emergency }),
    policy('ordinary', { ...office, complete: calendarDays(7) }, hours(24)),
    policy('complex', { ...office, complete: calendarDays(15) }, hours(24)),
    policy('consultation', { ...office, complete: workingDays(3) }, hours(24)),
  ],
};
