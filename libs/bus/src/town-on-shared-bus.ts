/** The bus of one town on an engine that several towns share: topics and groups carry its name there, and nowhere else. */
import { createHash } from 'node:crypto';
import type { Bus, Delivered } from '@mulin/kernel';

/** Every topic of a town begins so in its services; on a shared bus the prefix of the installation stands instead. */
const own = 'mulin.';

/** Kafka takes 249 characters for a topic: so many may be the town's, and the rest is the prefix and the service. */
const longest = 120;
const kept = 80;

/**
 * Letters, digits and `-` as they are; of anything else that a slug may hold (letters of any script, `.`, `_`) the
 * bytes of UTF-8, each as `_` and two hexadecimal digits: so no two towns share a name.
 */
const encoded = (town: string): string => {
  const name = town.replaceAll(/[^a-zA-Z0-9-]/gu, (character) =>
    [...Buffer.from(character)].map((byte) => `_${byte.toString(16).padStart(2, '0')}`).join(''),
  );
  if (name.length <= longest) return name;
  return `${name.slice(0, kept)}_${createHash('sha256').update(town).digest('hex').slice(0, 32)}`;
};

/** Whose the names are. */
type TownOnBus = Readonly<{
  /** Of every topic and group: letters, digits, `.`, `_` and `-`, at most 100. Default: `mulin`. */
  prefix?: string | undefined;
  /** The slug of the town. */
  town: string;
}>;

/**
 * The name on a shared bus of a topic or a group of this town: `mulin.routing` and `routing` are both
 * `mulin.mu.routing` there.
 */
export const nameOnSharedBus = ({ prefix = 'mulin', town }: TownOnBus, name: string): string =>
  `${prefix}.${encoded(town)}.${name.startsWith(own) ? name.slice(own.length) : name}`;

/**
 * A bus of which this town sees its own topics and groups alone, under the names that its services know: so several
 * towns share one engine. A bus that belongs to one town (PostgreSQL, memory) needs none of this.
 *
 * @param bus the bus of the engine. Groups of others on a topic of this town are left out of `offsets`.
 */
export const townOnSharedBus = (bus: Bus, whose: TownOnBus): Bus => {
  const named = (name: string) => nameOnSharedBus(whose, name);
  const ownGroups = `${named('')}`;
  return {
    publish: (topic, messages) => bus.publish(named(topic), messages),
    offsets: async (topic) => {
      const { ends, groups } = await bus.offsets(named(topic));
      const ours = [...groups].filter(([group]) => group.startsWith(ownGroups));
      return { ends, groups: new Map(ours.map(([group, at]) => [group.slice(ownGroups.length), at])) };
    },
    subscribe: (group, topics, receive) => {
      const back = new Map(topics.map((topic) => [named(topic), topic]));
      const renamed = (message: Delivered) => ({
        ...message,
        topic: back.get(message.topic) ?? message.topic,
      });
      return bus.subscribe(named(group), [...back.keys()], (message) => receive(renamed(message)));
    },
    lag: async (group, topics) => {
      const lags = await bus.lag(named(group), topics.map(named));
      return new Map(topics.map((topic) => [topic, lags.get(named(topic)) ?? 0]));
    },
  };
};
