/** A rule that changes: every version it ever had, and since when each was in force. */
import { canonical, type Decider, type Decision, type Instant } from '@mulin/kernel';

export type Version<Content> = Readonly<{ version: number; inForceFrom: Instant; content: Content }>;

export type Event<Type extends string, Content> = Readonly<{ type: Type; data: Version<Content> }>;

export type State<Content> = readonly Version<Content>[];

export const versions = <Type extends string, Content>(
  category: string,
): Decider<State<Content>, Event<Type, Content>> => ({
  category,
  initial: [],
  evolve: (state, { data }) => [...state, data],
});

/** What is in force already is not published again. */
export const publish =
  <Type extends string, Content>(
    type: Type,
    content: Content,
  ): Decision<State<Content>, Event<Type, Content>> =>
  (state, now) => {
    const latest = state.at(-1);
    if (latest && canonical(latest.content) === canonical(content)) return [];
    return [{ type, data: { version: (latest?.version ?? 0) + 1, inForceFrom: now, content } }];
  };

/** The version of that moment. For what happened before there was any, the first one counts. */
export const inForceAt = <Content>(state: State<Content>, at: Instant): Version<Content> | undefined =>
  state.findLast(({ inForceFrom }) => inForceFrom <= at) ?? state[0];
