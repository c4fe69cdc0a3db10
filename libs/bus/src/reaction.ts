import type { Contract, PublicEvent } from '@mulin/contracts';

/** What a service does when it hears something. `react` parses what it is given and throws if it is not that. */
export type Reaction = Readonly<{ type: string; react: (message: unknown) => Promise<unknown> }>;

export const on = <Type extends string, Data>(
  { type, schema }: Contract<Type, Data>,
  react: (event: PublicEvent<Type, Data>) => Promise<unknown>,
): Reaction => ({ type, react: async (message) => react(schema.parse(message)) });
