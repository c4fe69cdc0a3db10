/** Everything that a bus allows: news of different topics, services and cases overtakes each other, and may come twice. */
import type { Tamper } from '../sample-town.js';
import type { Chance } from './chance.js';

type Bus = Parameters<Tamper>[0];
type Receive = Parameters<Bus['subscribe']>[2];
type Delivered = Parameters<Receive>[0];
type Held = Readonly<{ message: Delivered; receive: Receive }>;

/** How the news of a town travels. */
export type Travel = Readonly<{
  name: string;
  /** Whether news waits until it is drawn; absent: the bus itself delivers, as soon as it can. */
  isMixed?: boolean;
  /** Each message is heard again when it has been handled. */
  isTwice?: boolean;
}>;

/**
 * Holds everything back from `begin` on, and lets it go message by message as chance draws them: what one service
 * hears of one topic and one key stays in order, as every bus promises, and nothing else does. A service that is
 * stopped hears nothing until it goes on.
 */
export const newsInAnyOrder = ({ isMixed = false, isTwice = false }: Travel) => {
  const waiting = new Map<string, Held[]>();
  const stopped = new Set<string>();
  let chance: Chance | null = null;

  const tamper: Tamper = (bus) => ({
    ...bus,
    subscribe: (group, topics, receive) =>
      bus.subscribe(group, topics, async (message) => {
        if (chance === null) return receive(message);
        const name = `${group} ${message.topic} ${message.key}`;
        waiting.set(name, [...(waiting.get(name) ?? []), { message, receive }]);
        return 'handled';
      }),
  });

  const isStopped = (name: string) => stopped.has(name.slice(0, name.indexOf(' ')));

  const hear = async ({ message, receive }: Held): Promise<void> => {
    const outcome = await receive(message);
    if (outcome !== 'handled' && outcome !== 'ignored')
      throw new Error(`a message of ${message.topic} was not handled but ${outcome}`);
  };

  const nextOf = (name: string): Held => {
    const [next, ...others] = waiting.get(name) ?? [];
    if (next === undefined) throw new Error('a queue without a message is not kept');
    if (others.length === 0) waiting.delete(name);
    else waiting.set(name, others);
    return next;
  };

  /** One message that may be heard now; `false`: none waits. */
  const deliverOne = async (): Promise<boolean> => {
    const names = [...waiting.keys()].filter((name) => !isStopped(name)).sort();
    if (names.length === 0 || chance === null) return false;
    const next = nextOf(chance.oneOf(names));
    await hear(next);
    if (isTwice) await hear(next);
    return true;
  };

  return {
    tamper,
    /** From now on as this chance draws it. */
    begin: (drawnBy: Chance) => void (isMixed && (chance = drawnBy)),
    deliverOne,
    stop: (service: string) => void (chance !== null && stopped.add(service)),
    goOn: () => stopped.clear(),
    stopped: (): readonly string[] => [...stopped],
  };
};
