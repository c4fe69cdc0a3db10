import type { Message } from '@mulin/kernel';

/** As many as one statement should carry. */
const messagesAtOnce = 1_000;

type Append = (topic: string, messages: readonly Message[]) => Promise<void>;
type Call = Readonly<{ messages: readonly Message[]; resolve: () => void; reject: (error: unknown) => void }>;

/** Calls that come while another one is under way go together in the next, in their order. */
export const coalesced = (append: Append): Append => {
  const waiting = new Map<string, Call[]>();
  const busy = new Set<string>();

  const carry = async (topic: string) => {
    busy.add(topic);
    for (let calls = take(waiting, topic); calls.length > 0; calls = take(waiting, topic)) {
      try {
        await append(
          topic,
          calls.flatMap(({ messages }) => messages),
        );
        for (const { resolve } of calls) resolve();
      } catch (error) {
        for (const { reject } of calls) reject(error);
      }
    }
    busy.delete(topic);
  };

  return (topic, messages) =>
    new Promise((resolve, reject) => {
      const calls = waiting.get(topic) ?? [];
      waiting.set(topic, calls);
      calls.push({ messages, resolve, reject });
      if (!busy.has(topic)) void carry(topic);
    });
};

const take = (waiting: Map<string, Call[]>, topic: string): readonly Call[] => {
  const calls = waiting.get(topic) ?? [];
  let count = 0;
  let messages = 0;
  while (count < calls.length && (count === 0 || messages < messagesAtOnce))
    messages += calls[count++]?.messages.length ?? 0;
  const taken = calls.splice(0, count);
  if (calls.length === 0) waiting.delete(topic);
  return taken;
};
