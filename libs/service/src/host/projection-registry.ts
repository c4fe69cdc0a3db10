/** The views that services ask for, kept up to date from when their service begins. */
import type { ProjectionRunner } from '@mulin/event-store';
import type { Columns, Event, Projection, Stop, ReadModel } from '@mulin/kernel';
import type { RegisteredProjection } from '../platform/platform.js';

type Make = <Row extends object, E extends Event, C extends Columns<Row>>(
  service: string,
  projection: Projection<Row, E, C>,
) => ProjectionRunner<Row, C>;

type Kept = Readonly<{
  service: string;
  name: string;
  projection: object;
  made: ProjectionRunner<object>;
}>;

/** What runs for one service; a view that is asked for later runs from then on. */
const runner = () => {
  const stops: Stop[] = [];
  const running = new Set<ProjectionRunner<object>>();
  let isOver = false;

  return {
    isRunning: (made: ProjectionRunner<object>) => !isOver && running.has(made),
    run: (made: ProjectionRunner<object>) => {
      if (isOver || running.has(made)) return;
      running.add(made);
      stops.push(made.run().stop);
    },
    stop: async () => {
      isOver = true;
      await Promise.all(stops.map((stop) => stop()));
    },
  };
};

const takenName = (service: string, name: string) =>
  new Error(`Two projections of ${service} are called "${name}": one would be shown the rows of the other.`);

/**
 * The projections of all services of a process, each made once. They run from when their service begins until it
 * stops.
 *
 * @param make makes the runner of a projection, in memory or in PostgreSQL.
 * @returns `view` throws an `Error` where two projections of one service have one name.
 */
export const projectionRegistry = (make: Make) => {
  const kept: Kept[] = [];
  const runners = new Map<string, ReturnType<typeof runner>>();

  const view = <Row extends object, E extends Event, C extends Columns<Row>>(
    service: string,
    projection: Projection<Row, E, C>,
  ): ReadModel<Row, C> => {
    const { name } = projection;
    const known = kept.find((it) => it.service === service && it.name === name);
    if (known !== undefined && known.projection !== projection) throw takenName(service, name);
    // One projection has one type of row.
    if (known !== undefined) return known.made.view as unknown as ReadModel<Row, C>;
    const made = make(service, projection);
    const plain = made as unknown as ProjectionRunner<object>;
    kept.push({ service, name, projection, made: plain });
    runners.get(service)?.run(plain);
    return made.view;
  };

  const all = (): readonly RegisteredProjection[] =>
    kept.map(({ service, name, made }) => ({
      service,
      name,
      showing: made.view.waitUntil,
      state: () => ({ isRunning: runners.get(service)?.isRunning(made) === true, ...made.state() }),
      rebuild: async () => ({ name, ...(await made.rebuild()) }),
    }));

  const begin = async (service: string): Promise<Stop> => {
    const own = runner();
    runners.set(service, own);
    for (const it of kept) if (it.service === service) own.run(it.made);
    return own.stop;
  };

  return { view, all, begin };
};
