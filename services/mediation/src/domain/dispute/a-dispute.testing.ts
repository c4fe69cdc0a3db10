/** A dispute to decide about: two parties, a mediator, and what they may do. */
import { type Decision, fold, type Instant, instant, personId, plus, day } from '@mulin/kernel';
import type { Deed, Details, Event } from './dispute-events.js';
import { decider, type State } from './dispute-state.js';
import { withWhatFollows } from './deadlines.js';
import { draft, sign } from './agreeing.js';
import { open, stateConsent } from './opening.js';
import type { Draft } from './agreeing.js';

const number = 'mu-M-2026-000001';
const area = 'mu/dongguan/hetou';
export const [sun, zhou] = ['party-sun', 'party-zhou'] as const;
export const tang = 'tang';

/** The morning of a day of March 2026. */
export const march = (date: number): Instant => plus(instant('2026-03-01T01:00:00Z'), (date - 1) * day);

const party = (id: string, role: 'applicant' | 'respondent') => ({
  party: id,
  role,
  isBody: false,
  person: personId(id),
  detailsId: `details-${id}`,
});

export const details: Details = {
  number,
  kind: 'neighbours',
  colour: 'yellow',
  area,
  door: 'walk-in',
  parties: [party(sun, 'applicant'), party(zhou, 'respondent')],
  factsId: null,
};

/** What somebody does, and when. */
export type Dated = readonly [Instant, Decision<State, Deed>];

/** What is on record after these, one after the other. */
export const after = (...deeds: readonly Dated[]): readonly Event[] =>
  deeds.reduce<readonly Event[]>((events, [at, decide]) => {
    const state = fold(decider, events);
    return [...events, ...withWhatFollows(decide)(state, at)];
  }, []);

export const opened = after([march(2), open(details, tang)]);
export const willing = after(
  [march(2), open(details, tang)],
  [march(3), stateConsent(sun, true)],
  [march(4), stateConsent(zhou, true)],
);

/** Zhou moves the wall back. */
export const wall = (dueAt: Instant | null): Draft['terms'][number] => ({
  party: zhou,
  toParty: sun,
  whatId: 'what',
  dueAt,
});
export const writing = (...terms: readonly Draft['terms'][number][]): Draft => ({
  form: 'written',
  factsId: null,
  isAboutStatus: false,
  terms,
});

/** Signed by everybody on the tenth, and owed on the thirtieth. */
export const agreed = after(
  [march(2), open(details, tang)],
  [march(3), stateConsent(sun, true)],
  [march(4), stateConsent(zhou, true)],
  [march(9), draft(writing(wall(march(30))))],
  [march(10), sign({ by: 'party', party: sun }, 'signature')],
  [march(10), sign({ by: 'party', party: zhou }, 'fingerprint')],
  [march(10), sign({ by: 'mediator' }, 'signature')],
  [march(10), sign({ by: 'committee' }, 'seal')],
);

/** By clock: since when, and how it ended; `null`: it runs. */
export const clocksIn = (events: readonly Event[]) => {
  const clocks: Record<string, Readonly<{ since: Instant; end: string | null; at: Instant | null }>> = {};
  for (const { type, data } of events) {
    if (type === 'DeadlineSet') clocks[data.clock] = { since: data.since, end: null, at: null };
    if (type !== 'DeadlineEnded') continue;
    const known = clocks[data.clock];
    if (known === undefined || known.end !== null) throw new Error(`${data.clock} ended, and did not run`);
    clocks[data.clock] = { ...known, end: data.end, at: data.endedAt };
  }
  return clocks;
};
