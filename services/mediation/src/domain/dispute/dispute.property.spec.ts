/** Whatever people do in a dispute, in whatever order: its deadlines are those that are owed, and each ends once. */
import { describe, expect, test } from '@jest/globals';
import { type Decision, fold, hour, type Instant, plus, Rejection } from '@mulin/kernel';
import fc from 'fast-check';
import { agreed, clocksIn, details, march, sun, wall, willing, writing, zhou } from './a-dispute.testing.js';
import { draft, extend, recordOral, sign } from './agreeing.js';
import type { Deed, Event } from './dispute-events.js';
import { decider, type State } from './dispute-state.js';
import { acknowledgeDanger, end, reopen, reportDanger } from './ending.js';
import { withWhatFollows } from './deadlines.js';
import { assign, challenge, decideChallenge } from './mediators.js';
import { callOff, holdSession, planSession } from './meetings.js';
import { open, recolour, stateConsent } from './opening.js';
import { adviseCourt, decideConfirmation, perform, seekConfirmation } from './performing.js';

type Deeds = (now: Instant) => Decision<State, Deed>;

const mediators = ['tang', 'ye', 'fang'].map((mediator, load) => ({ mediator, load }));
const parties = fc.constantFrom(sun, zhou);
const both = [sun, zhou];

/** Whatever anybody may try; most of it is refused at most times. */
const deeds: fc.Arbitrary<Deeds> = fc.oneof(
  {
    weight: 6,
    arbitrary: parties.map(
      (party): Deeds =>
        () =>
          stateConsent(party, true),
    ),
  },
  parties.map(
    (party): Deeds =>
      () =>
        stateConsent(party, false),
  ),
  fc.constantFrom(...mediators).map(
    ({ mediator }): Deeds =>
      () =>
        assign(mediator, mediators),
  ),
  parties.map(
    (party): Deeds =>
      () =>
        challenge(party, 'partial'),
  ),
  fc.boolean().map(
    (isUpheld): Deeds =>
      () =>
        decideChallenge(isUpheld, null, mediators),
  ),
  fc.constantFrom('red', 'yellow', 'green').map(
    (colour): Deeds =>
      () =>
        recolour(colour),
  ),
  {
    weight: 9,
    arbitrary: fc.constantFrom(...mediators).map(
      ({ mediator }): Deeds =>
        (now) =>
          planSession(
            {
              from: plus(now, hour),
              until: plus(now, 2 * hour),
              place: 'home',
              booking: 'booking',
              mediator,
            },
            null,
          ),
    ),
  },
  fc.nat(3).map(
    (nth): Deeds =>
      () =>
        callOff(nth),
  ),
  {
    weight: 3,
    arbitrary: fc.nat(3).map(
      (nth): Deeds =>
        () =>
          holdSession(nth, [sun], { minutesId: 'm', minutesHash: 'h' }),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constant<Deeds>((now) =>
      draft(writing(wall(plus(now, 48 * hour)), wall(plus(now, 96 * hour)))),
    ),
  },
  fc.constant<Deeds>((now) => recordOral({ ...writing(wall(plus(now, 48 * hour))), form: 'oral' }, both)),
  {
    weight: 8,
    arbitrary: parties.map(
      (party): Deeds =>
        () =>
          sign({ by: 'party', party }, 'signature'),
    ),
  },
  { weight: 5, arbitrary: fc.constant<Deeds>(() => sign({ by: 'mediator' }, 'signature')) },
  { weight: 5, arbitrary: fc.constant<Deeds>(() => sign({ by: 'committee' }, 'seal')) },
  fc.constant<Deeds>((now) => extend(plus(now, 200 * hour), both)),
  {
    weight: 4,
    arbitrary: fc.record({ term: fc.integer({ min: 1, max: 2 }), isWhole: fc.boolean() }).map(
      ({ term, isWhole }): Deeds =>
        () =>
          perform(term, isWhole, null),
    ),
  },
  fc.constant<Deeds>(() => adviseCourt(1)),
  fc.constant<Deeds>(() => seekConfirmation(both, (effectAt) => plus(effectAt, 720 * hour))),
  fc.constant<Deeds>(() => decideConfirmation('confirmed')),
  fc.constant<Deeds>(() => reportDanger('text')),
  fc.nat(2).map(
    (danger): Deeds =>
      () =>
        acknowledgeDanger(danger, 'secretary'),
  ),
  fc.constantFrom('no-agreement', 'agreed-not-performed', 'withdrawn', 'passed-on').map(
    (outcome): Deeds =>
      () =>
        end({ outcome, otherWays: ['court'] }),
  ),
  { weight: 2, arbitrary: fc.constant<Deeds>(() => reopen) },
);

const tried = (state: State, decide: Decision<State, Event>, now: Instant): readonly Event[] => {
  try {
    return decide(state, now);
  } catch (error) {
    if (error instanceof Rejection) return [];
    throw error;
  }
};

type Story = Readonly<{ begins: readonly Event[]; story: readonly Deeds[] }>;

/** From the first moment, from when all wanted it, or from when all had signed. */
const begins = fc.constantFrom(withWhatFollows(open(details, null))(null, march(2)), willing, agreed);
const stories = (maxLength: number): fc.Arbitrary<Story> =>
  fc.record({ begins, story: fc.array(deeds, { minLength: 5, maxLength }) });

/** Each deed some hours after the one before; with all that is on record after each of them. */
const lived = ({ begins, story }: Story): readonly (readonly Event[])[] => {
  const records: (readonly Event[])[] = [];
  let events = begins;
  story.forEach((deed, nth) => {
    const now = plus(march(11), (nth + 1) * 9 * hour);
    events = [...events, ...tried(fold(decider, events), withWhatFollows(deed(now)), now)];
    records.push(events);
  });
  return records;
};

const runs = Number(process.env['STORIES_RUNS'] ?? 300);

describe('In any story of a dispute', () => {
  test('a deadline is set once and ends once, and none runs on after the end but of a danger', () => {
    let ended = 0;
    let performed = 0;
    fc.assert(
      fc.property(stories(60), (story) => {
        for (const events of lived(story)) {
          const clocks = clocksIn(events);
          const set = events.flatMap((it) => (it.type === 'DeadlineSet' ? [it.data.clock] : []));
          expect(new Set(set).size).toBe(set.length);
          const state = fold(decider, events);
          if (state?.end === null) continue;
          ended++;
          performed += state?.end?.outcome === 'agreed-and-performed' ? 1 : 0;
          const open_ = Object.entries(clocks).filter(([, { end: how }]) => how === null);
          expect(open_.filter(([clock]) => !clock.startsWith('danger/'))).toEqual([]);
        }
      }),
      { numRuns: runs, seed: Number(process.env['STORIES_SEED'] ?? 12345) },
    );
    // Else nothing was tried.
    expect(Math.min(ended, performed)).toBeGreaterThan(0);
  });

  test('no party is ever bound by what not all have signed', () => {
    fc.assert(
      fc.property(stories(80), (story) => {
        const state = fold(decider, lived(story).at(-1) ?? []);
        const agreement = state?.agreement ?? null;
        if (agreement === null || agreement.effectAt === null || agreement.form === 'oral') return;
        const signers = agreement.signatures.map(({ signer }) =>
          signer.by === 'party' ? signer.party : signer.by,
        );
        expect([...signers].sort()).toEqual(['committee', 'mediator', sun, zhou].sort());
      }),
      { numRuns: runs },
    );
  });

  test('whoever mediates sits in no session of somebody else’s, and none is planned after the end', () => {
    fc.assert(
      fc.property(stories(60), (story) => {
        for (const events of lived(story)) {
          const state = fold(decider, events);
          const planned = state?.sessions.filter((it) => it.state === 'planned') ?? [];
          const owners = state?.end === null ? [state.mediator?.mediator] : [];
          expect(planned.filter(({ mediator }) => !owners.includes(mediator))).toEqual([]);
        }
      }),
      { numRuns: runs },
    );
  });
});
