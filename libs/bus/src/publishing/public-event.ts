import type { Contract, PublicEvent } from '@mulin/contracts';
import { idOf, type Instant, type RecordedEvent } from '@mulin/kernel';

/** So that sequences compare as text. */
const sequenceDigits = 10;

/**
 * A fact as the others may hear it. The contract parses what goes out, so that a field it does not name
 * stays at home even where a whole `event.data` is handed over.
 */
export const publicEvent = <Type extends string, Data>(
  { type, data: shape }: Contract<Type, Data>,
  fact: RecordedEvent,
  happenedAt: Instant,
  data: NoInfer<Data>,
): PublicEvent<Type, Data> => {
  const { town, actor, role, correlationId, causationId, traceparent, recordedAt } = fact.metadata;
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
    // An account that was recorded without its role may be a resident's, and called by their name.
    ...(role !== undefined || actor === service ? { actor } : {}),
    ...(role === undefined ? {} : { actorrole: role }),
    sequence: String(fact.revision).padStart(sequenceDigits, '0'),
    dataschema: `urn:mulin:${type}`,
    data: shape.parse(data),
  };
};
