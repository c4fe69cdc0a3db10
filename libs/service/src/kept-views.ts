/** The views that services ask for, kept beside the facts they are made of. */
import type { Event, Projection, Stop, View } from '@mulin/kernel';
import type { Database } from '@mulin/postgres';
import { memoryView } from './memory-view.js';
import type { KeptView, Platform } from './platform.js';

type Parts = Readonly<{ database: Database; eventStore: Platform['eventStore'] }>;

export const keptViews = ({ eventStore }: Parts) => {
  const kept: KeptView[] = [];

  const view = <Row extends object, E extends Event>(
    service: string,
    projection: Projection<Row, E>,
  ): View<Row> => {
    const made = memoryView(eventStore(service), projection);
    kept.push({ service, name: projection.name, showing: made.showing, rebuild: made.rebuilt });
    return made;
  };

  return {
    view,
    all: (): readonly KeptView[] => kept,
    begin:
      async (_service: string): Promise<Stop> =>
      async () =>
        undefined,
  };
};
