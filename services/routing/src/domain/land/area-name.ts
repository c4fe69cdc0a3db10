/** How a community, village or grid is called: its name, version after version. */
import { canonical, type Decider, type Decision, type LocalizedText } from '@mulin/kernel';

export type Event = Readonly<{
  type: 'AreaNamed';
  data: { path: string; name: LocalizedText; version: number };
}>;

export type State = Readonly<{ name: LocalizedText | null; version: number }>;

export const decider: Decider<State, Event> = {
  category: 'area',
  initial: { name: null, version: 0 },
  evolve: (_, { data: { name, version } }) => ({ name, version }),
};

/** The pack calls it so. */
export const call =
  (path: string, name: LocalizedText): Decision<State, Event> =>
  (state) =>
    canonical(state.name) === canonical(name)
      ? []
      : [{ type: 'AreaNamed', data: { path, name, version: state.version + 1 } }];
