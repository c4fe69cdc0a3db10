/**
 * A span for each decision whose events a view takes in: `project <view>`, in the trace of that decision. Without an
 * SDK in the process nothing is looked at. Attributes hold the name of the view and a number.
 */
import { categoryOf, type RecordedEvent } from '@mulin/kernel';
import { propagation, ROOT_CONTEXT, SpanStatusCode, trace } from '@opentelemetry/api';

/** Of a projection, what its spans say and are of. */
type Viewed = Readonly<{ name: string; categories: readonly string[] }>;

/** Where nothing passes a trace on, no SDK is registered. Asked each time: it may be registered after this was loaded. */
const isTraced = (): boolean => propagation.fields().length > 0;

/** How many of the events of this view each decision has brought, by its trace context. */
const countsIn = (
  categories: readonly string[],
  batch: readonly RecordedEvent[],
): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const event of batch) {
    const { traceparent } = event.metadata;
    if (traceparent !== undefined && categories.includes(categoryOf(event)))
      counts.set(traceparent, (counts.get(traceparent) ?? 0) + 1);
  }
  return counts;
};

/** Begins the spans of a batch; an error ends them as failed, with its name alone: its text may hold anything. */
const begin = ({ name, categories }: Viewed, batch: readonly RecordedEvent[]) => {
  const tracer = trace.getTracer('mulin');
  const spans = [...countsIn(categories, batch)].map(([traceparent, events]) =>
    tracer.startSpan(
      `project ${name}`,
      { attributes: { 'mulin.view': name, 'mulin.events': events } },
      propagation.extract(ROOT_CONTEXT, { traceparent }),
    ),
  );
  return (error?: unknown): void => {
    for (const span of spans) {
      if (error !== undefined) {
        span.recordException(error instanceof Error ? error.name : 'Error');
        span.setStatus({ code: SpanStatusCode.ERROR });
      }
      span.end();
    }
  };
};

/**
 * `take` within spans. What is folded anew, which may be years of events, has none.
 *
 * @param projection of which view.
 */
export const inProjectionSpans =
  <Taken>(
    { name, categories }: Viewed,
    take: (batch: readonly RecordedEvent[]) => Promise<Taken>,
  ): ((batch: readonly RecordedEvent[]) => Promise<Taken>) =>
  async (batch) => {
    if (!isTraced()) return take(batch);
    const end = begin({ name, categories }, batch);
    try {
      const taken = await take(batch);
      end();
      return taken;
    } catch (error) {
      end(error);
      throw error;
    }
  };
