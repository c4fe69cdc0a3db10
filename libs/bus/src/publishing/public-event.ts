import type { Contract, PublicEvent } from '@mulin/contracts';
import { idOf, type Instant, type RecordedEvent } from '@mulin/kernel';

/** Zeros in front make sequences compare as text; ten digits are more than a stream has events. */
const sequenceDigits = 10;

/**
 * The public event (CloudEvents 1.0) of a stored one. The contract parses the data, so that a field it does not name is
 * left out even where a whole `event.data` is handed over.
 *
 * @param happenedAt when it happened, which may be long before it was recorded.
 * @throws `ZodError` where the data is not valid by the contract.
 */
export const publicEvent = <Type extends string, Data>(
  { type, data: shape }: Contract<Type, Data>,
  event: RecordedEvent,
  happenedAt: Instant,
  data: NoInfer<Data>,
): PublicEvent<Type, Data> => {
  const { town, actor, role, correlationId, causationId, traceparent, recordedAt } = event.metadata;
  const [service = ''] = type.split('.', 1);
  return {
    specversion: '1.0',
    id: event.id,
    source: `/${town}/${service}`,
    type,
    subject: idOf(event),
    time: happenedAt,
    recordedat: recordedAt,
    town,
    correlationid: correlationId,
    causationid: causationId,
    ...(traceparent === undefined ? {} : { traceparent }),
    // An account that was recorded without its role may be a resident's, and called by their name.
    ...(role !== undefined || actor === service ? { actor } : {}),
    ...(role === undefined ? {} : { actorrole: role }),
    sequence: String(event.revision).padStart(sequenceDigits, '0'),
    dataschema: `urn:mulin:${type}`,
    data: shape.parse(data),
  };
};
