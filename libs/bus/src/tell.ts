import type { Contract, PublicEvent } from '@mulin/contracts';
import { idOf, type Instant, type Recorded } from '@mulin/kernel';

/**
 * A fact as the others may hear it. The contract parses what goes out, so that a field it does not name
 * stays at home even where a whole `event.data` is handed over.
 */
export const tell = <Type extends string, Data>(
  { type, data: shape }: Contract<Type, Data>,
  fact: Recorded,
  happenedAt: Instant,
  data: NoInfer<Data>,
): PublicEvent<Type, Data> => {
  const { town, correlationId, causationId, traceparent, recordedAt } = fact.metadata;
  const [service = ''] = type.split('.', 1);
  return {
    specversion: '1.0',
    id: fact.id,
    source: `/${town}/${service}`,
    type,
    subject: idOf(fact),
    time: happenedAt,
    recordedat: recordedAt,
    town,
    correlationid: correlationId,
    causationid: causationId,
    ...(traceparent === undefined ? {} : { traceparent }),
    dataschema: `urn:mulin:${type}`,
    data: shape.parse(data),
  };
};
