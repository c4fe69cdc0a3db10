/** A roster that somebody changes while the town runs, and goes back from to the pack. */
import { canonical, type Decision } from '@mulin/kernel';
import { rosterNotChanged } from './roster-refusals.js';
import { type Absences, type Duty, type Event, listedIn, namedFrom, posted, type State } from './roster.js';

/** Somebody names who is on duty here from now on, which stands whatever the pack says, until somebody goes back to it. */
export const change =
  (place: string, duties: readonly Duty[], by: string, absences: Absences): Decision<State, Event> =>
  (state, now) => {
    if (canonical(duties) === canonical(namedFrom(state, now))) return [];
    const changed = { by, ofPack: state.ofPack };
    const listed = { ...listedIn(place, state), planned: duties, named: duties, changed };
    return [posted(listed, { now, version: state.version + 1, since: now, absences })];
  };

/** What somebody has changed is as the pack has it again. */
export const goBackToPack =
  (place: string, absences: Absences): Decision<State, Event> =>
  (state, now) => {
    const { by, ofPack, name, version } = state;
    if (by === undefined) throw rosterNotChanged();
    if (ofPack.named.length === 0)
      return [{ type: 'RosterTakenDown', data: { place, version: version + 1, since: now } }];
    const listed = { place, ...ofPack, ...(name === undefined ? {} : { name }) };
    return [posted(listed, { now, version: version + 1, since: now, absences })];
  };
