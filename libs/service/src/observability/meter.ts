/** What is counted, as Prometheus reads it. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ServiceDefinition, Meter, Platform } from '../platform/platform.js';

const buckets = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000];

/** Made when it is first asked for: its labels are those it is first given. */
const once = <Made>(make: (name: string, labels: readonly string[]) => Made) => {
  const made = new Map<string, Made>();
  return (name: string, labels: object): Made => {
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
    name: 'mulin_bus_waiting_messages',
    help: 'Messages that a service has not finished',
    labelNames: ['service', 'source'],
    registers,
    async collect() {
      this.reset();
      for (const { name, waiting } of atWork.values())
        for (const [source, count] of await waiting().catch(() => new Map<string, number>()))
          this.set({ service: name, source }, count);
    },
  });
  new Gauge({
    name: 'mulin_relay_position',
    help: 'Up to where the facts of a service have been told',
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
      const items = await deadLetters.list().catch(() => null);
      if (items === null) return;
      for (const name of atWork.keys()) this.set({ service: name }, 0);
      for (const { group } of items) this.inc({ service: group });
    },
  });
};

type Watched = Readonly<{
  atWork: ReadonlyMap<string, ServiceDefinition>;
  deadLetters: Pick<Platform['deadLetters'], 'list'>;
}>;

export const prometheusMeter = (
  watched: Watched,
  { ofProgram = false }: { ofProgram?: boolean } = {},
): Meter => {
  const registry = new Registry();
  if (ofProgram) collectDefaultMetrics({ register: registry });
  gaugeServices(registry, watched.atWork);
  gaugeDeadLetters(registry, watched);

  const counters = once(
    (name, labelNames) =>
      new Counter({ name: `mulin_${name}_total`, help: name, labelNames, registers: [registry] }),
  );
  const histograms = once(
    (name, labelNames) =>
      new Histogram({ name: `mulin_${name}`, help: name, labelNames, buckets, registers: [registry] }),
  );
  return {
    count: (name, labels) => counters(name, labels).inc({ ...labels }),
    observe: (name, labels, value) => histograms(name, labels).observe({ ...labels }, value),
    text: () => registry.metrics(),
  };
};
