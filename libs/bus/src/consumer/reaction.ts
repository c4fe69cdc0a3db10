import { anyEvent, type Contract, type PublicEvent } from '@mulin/contracts';
import type { HandlingOutcome } from '@mulin/kernel';

/** How a service handles messages of one type. `react` throws `InvalidMessage` for what is not valid by its contract. */
export type Reaction = Readonly<{ type: string; react: (message: unknown) => Promise<unknown> }>;

/** A message that is not valid by the contract of its type: it cannot be handled by trying again. */
export class InvalidMessage extends Error {
  override readonly name = 'NotAsClaimed';
}

/** A reaction to the events of one contract: `react` is given what the contract parsed. */
export const on = <Type extends string, Data>(
  { type, schema }: Contract<Type, Data>,
  react: (event: PublicEvent<Type, Data>) => Promise<unknown>,
): Reaction => ({
  type,
  react: async (message) => {
    const parsed = schema.safeParse(message);
    if (!parsed.success) throw new InvalidMessage(mistakes(type, parsed.error.issues));
    return react(parsed.data);
  },
});

/** Stands for every type that no other reaction of the same service names. */
const everyOther = '*';

/** A reaction to every type that no other one names: only the envelope is checked; `data` is given as it came. */
export const onAny = (react: (event: PublicEvent) => Promise<unknown>): Reaction => ({
  type: everyOther,
  react: async (message) => {
    const parsed = anyEvent.safeParse(message);
    if (!parsed.success) throw new InvalidMessage(mistakes('event', parsed.error.issues));
    return react({ ...parsed.data, data: parsed.data.data ?? null });
  },
});

type Issue = Readonly<{ path: readonly PropertyKey[]; message: string }>;

/** Names the fields and never their content, which may be anything. */
const mistakes = (type: string, issues: readonly Issue[]): string =>
  `not a ${type}: ${issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`).join('; ')}`;

const typeOf = (message: unknown): string => {
  if (typeof message !== 'object' || message === null || !('type' in message))
    throw new InvalidMessage('no event: it has no type');
  if (typeof message.type !== 'string') throw new InvalidMessage('no event: its type is no text');
  return message.type;
};

/** Handles one parsed message. `ignored`: there is no reaction to its type. */
export type Dispatch = (message: unknown) => Promise<Extract<HandlingOutcome, 'handled' | 'ignored'>>;

/** Hands each message to the one reaction to its type. Throws an `Error` at once where two name the same type. */
export const dispatcher = (reactions: readonly Reaction[]): Dispatch => {
  const byType = new Map<string, Reaction>();
  for (const reaction of reactions) {
    if (byType.has(reaction.type))
      throw new Error(
        `Two reactions to ${reaction.type} in one service: make them one, so that their order can be read.`,
      );
    byType.set(reaction.type, reaction);
  }

  return async (message) => {
    const reaction = byType.get(typeOf(message)) ?? byType.get(everyOther);
    if (reaction === undefined) return 'ignored';
    await reaction.react(message);
    return 'handled';
  };
};
