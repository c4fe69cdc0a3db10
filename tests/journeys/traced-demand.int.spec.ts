/**
 * One demand, followed by OpenTelemetry through all processes of a town: the gateway, each service, the store, the bus,
 * the alarm of its deadline and the lists that show it. All of it is one trace, in which each span has its cause as parent.
 */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import {
  type CollectedSpan,
  describeOnEngine,
  type SpanCollector,
  spanCollector,
  testDatabase,
  type TestDatabase,
} from '@mulin/testing';
import { Kafka, logLevel } from 'kafkajs';
import { ask } from './http.js';
import { menuItems, packOfLoops } from './killed-loop/pack.js';
import { clearAway, type Environment, mulin, newFolder, newHome, patienceMs, until } from './real-town.js';
import { isReady, type Process, startServices } from './service-processes.js';

jest.setTimeout(2 * patienceMs);

/** Of whoever asks: a browser, or the system of a hotline. */
const traceId = '0af7651916cd43dd8448eb211c80319c';
const callersSpan = 'b7ad6b7169203331';

/** What the kinds of spans are counted as in OTLP. */
const kinds = { server: 2, client: 3, producer: 4, consumer: 5 } as const;

type Traced = Readonly<{ spans: () => readonly CollectedSpan[]; bodies: () => readonly string[] }>;

/** Spans of the demand's trace, looked for by name and process. */
const lookingIn = (traced: () => Traced) => {
  const all = () =>
    traced()
      .spans()
      .filter((span) => span.traceId === traceId);
  const found = (process: string, name: RegExp): readonly CollectedSpan[] =>
    all().filter((span) => span.process === process && name.test(span.name));
  const parentOf = ({ parentSpanId }: CollectedSpan) => all().find(({ spanId }) => spanId === parentSpanId);
  /** Each ancestor as `process: name`, the nearest first. */
  const ancestryOf = (span: CollectedSpan): readonly string[] => {
    const parent = parentOf(span);
    return parent === undefined ? [] : [`${parent.process}: ${parent.name}`, ...ancestryOf(parent)];
  };
  return { all, found, parentOf, ancestryOf };
};

const fromTheGateway = [
  'mulin-intake: send mulin.intake',
  'mulin-intake: decide case',
  'mulin-intake: POST /api/v1/cases',
  'mulin-gateway: POST',
  'mulin-gateway: POST /api/v1/cases',
];

/** The term of the demand: long enough that its clock runs before it is over, also on a busy machine. */
const lateAfterSeconds = 15;

/** All that is looked for below, the last that follows from a missed deadline among it. */
const awaited: readonly (readonly [process: string, name: RegExp])[] = [
  ['mulin-gateway', /^POST \/api\/v1\/cases$/],
  ['mulin-feedback', /^decide rating$/],
  ['mulin-inbox', /^decide matter$/],
  ['mulin-inbox', /^project items$/],
  ['mulin-routing', /^project orders$/],
  ['mulin-sla-timer', /^fire timer$/],
  ['mulin-sla-timer', /^project clocks-due$/],
  ['mulin-audit', /^project cases$/],
  ['mulin-audit', /^process sla-timer\.case-escalated/],
];

const isComplete = ({ found }: ReturnType<typeof lookingIn>) =>
  awaited.every(([process, name]) => found(process, name).length > 0);

const describeTrace = (traced: () => Traced) => {
  const { found, parentOf, ancestryOf } = lookingIn(traced);
  const first = (process: string, name: RegExp): CollectedSpan => {
    const [span] = found(process, name);
    if (span === undefined) throw new Error(`${process} has sent no span ${String(name)}`);
    return span;
  };

  test('goes on from its caller through the gateway into the service', () => {
    expect(first('mulin-gateway', /^POST \/api\/v1\/cases$/)).toMatchObject({
      parentSpanId: callersSpan,
      kind: kinds.server,
    });
    expect(first('mulin-gateway', /^POST$/)).toMatchObject({ kind: kinds.client });
    expect(ancestryOf(first('mulin-intake', /^send mulin\.intake$/))).toEqual(fromTheGateway.slice(1));
  });

  test.each([
    ['routing', /^decide order$/],
    ['sla-timer', /^decide clocks$/],
    ['feedback', /^decide rating$/],
    ['inbox', /^decide matter$/],
  ])('%s decides because of what it heard', (service, name) => {
    const process = `mulin-${service}`;
    const ancestry = found(process, name).map(ancestryOf);
    const heard = `${process}: process intake.case-registered.v1`;
    expect(ancestry).toContainEqual([heard, ...fromTheGateway]);
  });

  test('the alarm of its deadline fires where its clock was started, and what is late is told from there', () => {
    const alarms = found('mulin-sla-timer', /^fire timer$/);
    expect(alarms.length).toBeGreaterThan(0);
    for (const alarm of alarms) expect(parentOf(alarm)?.process).toBe('mulin-sla-timer');
    const started = alarms.filter((alarm) => parentOf(alarm)?.name.startsWith('process '));
    expect(started.length).toBeGreaterThan(0);
    const told = first('mulin-audit', /^process sla-timer\.case-escalated/);
    expect(ancestryOf(told).slice(0, 3)).toEqual([
      'mulin-sla-timer: send mulin.sla-timer',
      'mulin-sla-timer: decide clocks',
      'mulin-sla-timer: fire timer',
    ]);
    expect(ancestryOf(told)).toContain('mulin-gateway: POST /api/v1/cases');
  });

  test('each list that shows it takes in what a decision recorded', () => {
    const lists = found('mulin-audit', /^project cases$/);
    // What audit records is the message itself, in the trace of its sending.
    expect(new Set(lists.map((list) => parentOf(list)?.name.split(' ')[0]))).toEqual(new Set(['send']));
    for (const [process, name] of [
      ['mulin-sla-timer', /^project clocks-due$/],
      ['mulin-routing', /^project orders$/],
      ['mulin-inbox', /^project items$/],
    ] as const)
      expect(parentOf(first(process, name))?.name).toMatch(/^decide /);
  });

  test('no span holds anything personal', () => {
    expect(traced().bodies().join('\n')).not.toMatch(/dark at the gate/);
  });
};

/** The demand, taken in by the gateway of a town whose processes send their spans to a collector. */
const registerAt = async (gateway: Process, pack: string): Promise<void> => {
  const onCommandLine = { MULIN_HOME: gateway.home, MULIN_URL: gateway.url, MULIN_PACK: pack };
  const { json } = await mulin(onCommandLine, 'token', '--role', 'hotline-clerk', '--minutes', '60');
  const { status } = await ask(gateway.url, {
    method: 'POST',
    path: '/api/v1/cases',
    who: String(json['token']),
    body: {
      menuItem: menuItems.late,
      words: 'It is dark at the gate.',
      place: { lat: 36.373, lon: 119.744 },
    },
    headers: { traceparent: `00-${traceId}-${callersSpan}-01` },
  });
  expect(status).toBe(201);
};

const town = (engines: () => Environment) => {
  let database: TestDatabase;
  let collector: SpanCollector;
  beforeAll(async () => {
    collector = await spanCollector();
    database = await testDatabase();
    const pack = packOfLoops(newFolder(), lateAfterSeconds);
    const env: Environment & Readonly<{ DATABASE_URL: string }> = {
      ...engines(),
      DATABASE_URL: database.url,
      MULIN_PACK: pack,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_BSP_SCHEDULE_DELAY: '100',
    };
    if ('KAFKA_BROKERS' in env)
      expect((await mulin({ ...env, MULIN_HOME: newHome() }, 'topics', 'apply')).code).toBe(0);
    const { gateway } = await startServices(env);
    await isReady(gateway);
    await registerAt(gateway, pack);
    const looking = lookingIn(() => collector);
    await until(
      'every process has sent its spans',
      () => looking.all().map(({ process, name }) => `${process}: ${name}`),
      () => isComplete(looking),
    );
  }, 2 * patienceMs);
  afterAll(async () => {
    await clearAway();
    collector.close();
    await database.drop();
  });
  return () => collector;
};

await describeOnEngine(
  'redis',
  'The trace of a demand whose alarms are in Redis, and its messages in PostgreSQL',
  (redis) => {
    describeTrace(town(() => ({ REDIS_URL: redis().url })));
  },
);

/** What a stranger finds in the headers of a topic, whatever is in its messages. */
const headersOn = async (broker: string, topic: string): Promise<readonly string[]> => {
  const consumer = new Kafka({ brokers: [broker], logLevel: logLevel.NOTHING }).consumer({
    groupId: 'stranger',
  });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  const found: string[] = [];
  await consumer.run({
    eachMessage: async ({ message }) => void found.push(String(message.headers?.['traceparent'])),
  });
  await until(
    'the topic was read',
    () => found,
    (it) => it.some((header) => header.includes(traceId)),
  );
  await consumer.disconnect();
  return found;
};

await describeOnEngine(
  'kafka',
  'The trace of a demand whose messages are on Kafka, and its alarms in PostgreSQL',
  (kafka) => {
    const collected = town(() => ({ KAFKA_BROKERS: kafka().url }));
    describeTrace(collected);

    test('is in the header of each message, by the span in which it was sent and below which it is handled', async () => {
      const headers = await headersOn(kafka().url, 'mulin.mu.intake');
      const spans = collected().spans();
      const sent = spans.filter(({ name, traceId: of }) => name === 'send mulin.intake' && of === traceId);
      expect(headers).toEqual(expect.arrayContaining(sent.map(({ spanId }) => `00-${traceId}-${spanId}-01`)));
      const heard = spans.filter(({ name }) => name === 'process intake.case-registered.v1');
      expect(sent.map(({ spanId }) => spanId)).toEqual(
        expect.arrayContaining(heard.map(({ parentSpanId }) => parentSpanId)),
      );
    });
  },
);
