/** What is counted, as Prometheus reads it. */
import { within } from '@mulin/kernel';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type {
  CounterName,
  GaugeName,
  HistogramName,
  Meter,
  Platform,
  ServiceDefinition,
} from '../platform/platform.js';

/** Names have the prefix `mulin_`, and `_total` where they count: https://prometheus.io/docs/practices/naming/ */
const counterHelp: Readonly<Record<CounterName, string>> = {
  http_requests: 'HTTP requests that were answered, by route and status',
  commands:
    'Decisions on a stream, by what became of them: recorded, nothing, rejected, busy, paused or failed',
  messages: 'Messages of the bus that were handled, by outcome',
  deliveries:
    'Attempts to send a message, by channel, kind and outcome: sent, failed (tried again) or given-up',
  timers: 'Timers that were scheduled, and batches of them that fired',
};

/** A figure that cannot be had at once is left out, so that the others are answered. */
const patienceMs = 1_000;

/** Upper bounds of the buckets, in seconds: from an answer out of memory to one that somebody gives up waiting for. */
const seconds = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];
/** A timer is late by milliseconds, by the look for what a queue has lost, or by as long as an engine was away. */
const lateness = [0.01, 0.05, 0.1, 0.5, 1, 2, 5, 10, 30, 60, 300, 3_600];
const sizes = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000];

const histogramHelp: Readonly<Record<HistogramName, readonly [help: string, buckets: number[]]>> = {
  http_request_duration_seconds: ['From the first byte of a request to the last of its answer', seconds],
  command_duration_seconds: ['Reading a stream, deciding and appending, with every retry', seconds],
  message_handling_duration_seconds: ['Handling one message of the bus, with every retry', seconds],
  timer_batch_size: ['How many streams were looked at when timers fired', sizes],
  timer_lateness_seconds: ['From the moment of a timer to when it fired', lateness],
};

type GaugeOf = Readonly<{ help: string; labelNames: string[]; patienceMs: number }>;

const gauges: Readonly<Record<GaugeName, GaugeOf>> = {
  deliveries_waiting: {
    help: 'Messages that are owed and not sent yet, by channel',
    labelNames: ['channel'],
    patienceMs,
  },
  // Longer than an engine has for its answer: that one is silent is what this figure is for.
  engine_up: {
    help: 'Whether an engine answers and takes writes (1) or not (0)',
    labelNames: ['engine'],
    patienceMs: 3 * patienceMs,
  },
  service_ready: {
    help: 'Of a gateway: whether a process of a service is ready (1) or none is (0)',
    labelNames: ['service'],
    patienceMs: 8 * patienceMs,
  },
};

/** Made when it is first asked for: its labels are those it is first given. */
const once = <Name extends string, Made>(make: (name: Name, labels: readonly string[]) => Made) => {
  const made = new Map<Name, Made>();
  return (name: Name, labels: object): Made => {
    const known = made.get(name) ?? make(name, Object.keys(labels));
    made.set(name, known);
    return known;
  };
};

/**
 * How far each service is behind what it hears, and how far its own news has been told. Each starts anew when it is
 * asked: what cannot be asked now is missing, and does not stand as it was.
 */
const gaugeServices = (registry: Registry, atWork: ReadonlyMap<string, ServiceDefinition>) => {
  const registers = [registry];
  new Gauge({
    name: 'mulin_consumer_lag_messages',
    help: 'Messages of a source that a service has not finished',
    labelNames: ['service', 'source'],
    registers,
    async collect() {
      this.reset();
      const asked = [...atWork.values()].map(async ({ name, waiting }) => {
        for (const [source, count] of await within(waiting(), patienceMs, { ref: false }).catch(
          () => new Map<string, number>(),
        ))
          this.set({ service: name, source }, count);
      });
      await Promise.all(asked);
    },
  });
  new Gauge({
    name: 'mulin_published_position',
    help: 'The position in its log up to which the relay of a service has published',
    labelNames: ['service'],
    registers,
    collect() {
      this.reset();
      for (const { name, position } of atWork.values()) this.set({ service: name }, position() ?? 0);
    },
  });
};

/** Messages that were put away because their group could not handle them: somebody has to look at them. */
const gaugeDeadLetters = (registry: Registry, { atWork, deadLetters }: Watched) => {
  new Gauge({
    name: 'mulin_dead_letters',
    help: 'Messages that a service could not handle, and that wait for an operator',
    labelNames: ['service'],
    registers: [registry],
    async collect() {
      this.reset();
      const items = await within(deadLetters.list(), patienceMs, { ref: false }).catch(() => null);
      if (items === null) return;
      for (const name of atWork.keys()) this.set({ service: name }, 0);
      for (const { group } of items) this.inc({ service: group });
    },
  });
};

/** A figure that a service gives whenever it is asked; it starts anew each time, like those above. */
const gaugesIn =
  (registry: Registry): Meter['gauge'] =>
  (name, read) => {
    const { help, labelNames, patienceMs: waitMs } = gauges[name];
    void new Gauge({
      name: `mulin_${name}`,
      help,
      labelNames,
      registers: [registry],
      async collect() {
        this.reset();
        const figures = await within(read(), waitMs, { ref: false }).catch(() => []);
        for (const { labels, value } of figures) this.set({ ...labels }, value);
      },
    });
  };

type Watched = Readonly<{
  atWork: ReadonlyMap<string, ServiceDefinition>;
  deadLetters: Pick<Platform['deadLetters'], 'list'>;
}>;

/** How often the event loop is looked at, in milliseconds. The usual 10 take a quarter of what an idle process uses. */
const eventLoopMonitoringPrecision = 50;

/**
 * Counters, histograms and gauges of a town, by the conventions of Prometheus (names with `mulin_`, seconds,
 * `_total`).
 *
 * @param watched asked each time that figures are read; one that takes longer than a second is left out.
 * @param options.ofProgram also figures of the process (memory, event loop). Default: `false`.
 */
export const prometheusMeter = (
  watched: Watched,
  { ofProgram = false }: { ofProgram?: boolean } = {},
): Meter => {
  const registry = new Registry();
  if (ofProgram) collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision });
  gaugeServices(registry, watched.atWork);
  gaugeDeadLetters(registry, watched);

  const counters = once(
    (name: CounterName, labelNames) =>
      new Counter({
        name: `mulin_${name}_total`,
        help: counterHelp[name],
        labelNames,
        registers: [registry],
      }),
  );
  const histograms = once((name: HistogramName, labelNames) => {
    const [help, buckets] = histogramHelp[name];
    return new Histogram({ name: `mulin_${name}`, help, labelNames, buckets, registers: [registry] });
  });
  return {
    gauge: gaugesIn(registry),
    count: (name, labels) => counters(name, labels).inc({ ...labels }),
    observe: (name, labels, value) => histograms(name, labels).observe({ ...labels }, value),
    text: () => registry.metrics(),
  };
};
