/** The views that services ask for, kept up to date from when their service begins. */
import type { RunningView } from '@mulin/event-store';
import type { Event, Projection, Stop, View } from '@mulin/kernel';
import type { KeptView } from './platform.js';

type Make = <Row extends object, E extends Event>(
  service: string,
  projection: Projection<Row, E>,
) => RunningView<Row>;

type Kept = Readonly<{ service: string; name: string; made: RunningView<object> }>;

export const keptViews = (make: Make) => {
  const kept: Kept[] = [];
  const running = new Set<RunningView<object>>();

  const view = <Row extends object, E extends Event>(
    service: string,
    projection: Projection<Row, E>,
  ): View<Row> => {
    const { name } = projection;
    const known = kept.find((it) => it.service === service && it.name === name);
    // A name stands for one projection in its service, and so for one type of row.
    if (known !== undefined) return known.made.view as unknown as View<Row>;
    const made = make(service, projection);
    kept.push({ service, name, made: made as unknown as RunningView<object> });
    return made.view;
  };

  const all = (): readonly KeptView[] =>
    kept.map(({ service, name, made }) => ({
      service,
      name,
      showing: made.view.showing,
      state: () => ({ isRunning: running.has(made), ...made.state() }),
      rebuild: async () => ({ name, ...(await made.rebuild()) }),
    }));

  const begin = async (service: string): Promise<Stop> => {
    const own = kept.filter((it) => it.service === service).map(({ made }) => made);
    const subscriptions = own.map((made) => made.run());
    for (const made of own) running.add(made);
    return async () => {
      for (const made of own) running.delete(made);
      await Promise.all(subscriptions.map(({ stop }) => stop()));
    };
  };

  return { view, all, begin };
};
