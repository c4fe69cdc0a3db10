/** The broker's own measuring tools, `kafka-producer-perf-test` and `kafka-consumer-perf-test`, from its jars. */
import { spawn } from 'node:child_process';
import { kafkaJars } from '@mulin/testing/engines';
import { orNotMeasured } from './not-measured.js';

const records = 300_000;
/** Before it is measured, so that Java has compiled what it runs. */
const warmingUp = 50_000;

const run = (jars: string, tool: string, args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const program = ['-Xmx512m', '-cp', `${jars}/*`, `org.apache.kafka.tools.${tool}`];
    const child = spawn('java', [...program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => void (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => void (err += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve(out) : reject(new Error(`${tool} ended with ${code}: ${out}${err}`)),
    );
  });

const numberIn = (text: string, of: string): number => {
  const found = Number(text);
  if (text === '' || Number.isNaN(found)) throw new Error(`${of} says no rate that is understood`);
  return found;
};

/** @returns messages a second, by the last line of what the producer's tool says. */
export const producedIn = (said: string): number => {
  const last = said.trim().split('\n').at(-1) ?? '';
  return numberIn(/([\d.]+) records\/sec/.exec(last)?.[1] ?? '', 'ProducerPerformance');
};

/** @returns messages a second without the time in which the group formed, by the table of the consumer's tool. */
export const consumedIn = (said: string): number => {
  const [values = '', heads = ''] = said.trim().split('\n').reverse();
  const at = heads.split(', ').indexOf('fetch.nMsg.sec');
  return numberIn(values.split(', ')[at] ?? '', 'ConsumerPerformance');
};

/** What the tools measure on a topic that is there and empty, with messages of so many bytes. */
const measured = async (jars: string, brokers: string, topic: string, bytes: number) => {
  const where = ['--bootstrap-server', brokers, '--topic', topic];
  const work = ['--num-records', `${records}`, '--record-size', `${bytes}`, '--throughput', '-1'];
  const how = ['--warmup-records', `${warmingUp}`, '--command-property', 'acks=all'];
  const produced = await run(jars, 'ProducerPerformance', [...where, ...work, ...how]);
  const consumed = await run(jars, 'ConsumerPerformance', [...where, '--num-records', `${records}`]);
  return {
    'bus.kafka.tools.perSecond': producedIn(produced),
    'bus.kafka.tools.read.perSecond': consumedIn(consumed),
  };
};

/** Figures of the tools, or none and a line that says why: a broker that was given may have come without jars. */
export const byTools = (brokers: string, topic: string, bytes: number): Promise<Record<string, number>> =>
  orNotMeasured('the tools of Kafka', async () => measured(await kafkaJars(), brokers, topic, bytes));
