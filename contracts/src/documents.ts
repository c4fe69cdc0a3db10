/** What strangers read instead of this code: the JSON Schema of each event, and one AsyncAPI document of all. */
import { z } from 'zod';
import type { Contract } from './contract.js';

type Json = Readonly<Record<string, unknown>>;

/** As those who read it see it: a field they do not know is allowed everywhere. */
export const schemaOf = ({ schema }: Contract): Json => z.toJSONSchema(schema, { io: 'input' });

const declaration = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export const \w+ = contract\(\s*'([^']+)'/g;

/** What each event means to others, by its type: the docstring of its contract, read from the source. */
export const meaningsIn = (source: string): ReadonlyMap<string, string> =>
  new Map(
    [...source.matchAll(declaration)].map(([, comment = '', type = '']) => [
      type,
      comment
        .split('\n')
        .map((line) => line.replace(/^\s*\*?\s?/, '').trim())
        .filter((line) => line !== '')
        .join(' '),
    ]),
  );

export type PublishedContract = Readonly<{
  contract: Contract;
  meaning: string;
  samples: readonly unknown[];
}>;

const serviceOf = (type: string): string => type.split('.', 1)[0] ?? '';
const topicOf = (type: string): string => `mulin.${serviceOf(type)}`;

/** AsyncAPI has no word yet for JSON Schema 2020-12; our schemas read the same in draft 7. */
const payloadOf = ({ schema }: Contract): Json => {
  const { $schema, ...body } = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
  return { schemaFormat: 'application/schema+json;version=draft-07', schema: body };
};

const messageOf = ({ contract, meaning, samples }: PublishedContract): Json => ({
  name: contract.type,
  title: contract.type,
  summary: meaning,
  contentType: 'application/cloudevents+json',
  payload: payloadOf(contract),
  examples: samples.map((payload) => ({ payload })),
});

const ref = (path: string): Json => ({ $ref: `#/${path}` });

const channelOf = (topic: string, told: readonly PublishedContract[]): Json => ({
  address: topic,
  description: `All that ${topic.replace('mulin.', '')} tells. Keyed by subject: what has one key keeps its order.`,
  messages: Object.fromEntries(
    told.map(({ contract: { type } }) => [type, ref(`components/messages/${type}`)]),
  ),
});

/** Everything a town tells on its topics, as AsyncAPI 3. */
export const asyncapi = (told: readonly PublishedContract[], version: string): Json => {
  const topics = [...new Set(told.map(({ contract }) => topicOf(contract.type)))];
  const on = (topic: string) => told.filter(({ contract }) => topicOf(contract.type) === topic);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Mulin: what the services of a town tell each other',
      version,
      description:
        'CloudEvents 1.0, one topic per publishing service, each message at least once. No order is promised ' +
        'between topics. Personal data is never told: ids of places and persons lead to the vault.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: 'application/cloudevents+json',
    channels: Object.fromEntries(topics.map((topic) => [topic, channelOf(topic, on(topic))])),
    operations: Object.fromEntries(
      topics.map((topic) => [
        `hear-${topic.replace('mulin.', '')}`,
        {
          action: 'send',
          channel: ref(`channels/${topic}`),
          summary: `${topic} is told to whoever listens.`,
        },
      ]),
    ),
    components: {
      messages: Object.fromEntries(told.map((one) => [one.contract.type, messageOf(one)])),
    },
  };
};
