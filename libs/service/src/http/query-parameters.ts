/** Every parameter behind the `?` is one that the route knows: a filter that is misspelt must not show everything. */
import { Rejection } from '@mulin/kernel';
import { type ArgumentMetadata, StandardSchemaValidationPipe } from '@nestjs/common';

const longestName = 100;

const unknownParameter = (names: readonly string[], known: readonly string[]) => {
  const [unknown, possible] = [names.map((name) => name.slice(0, longestName)).join(', '), known.join(', ')];
  return new Rejection(
    'unknown-parameter',
    {
      en: `There is no parameter ${unknown} here; possible are: ${possible}.`,
      zh: `此处没有参数 ${unknown}；可用的参数有：${possible}。`,
    },
    'malformed',
  );
};

/** The fields of an object schema; `null` of any other. */
const fieldsOf = (schema: unknown): readonly string[] | null =>
  typeof schema === 'object' && schema !== null && 'shape' in schema
    ? Object.keys(schema.shape as object)
    : null;

/** Validates by the schema of a route, and refuses (`unknown-parameter`) what its query does not know by name. */
export class RequestValidationPipe extends StandardSchemaValidationPipe {
  override transform<Value>(value: Value, metadata: ArgumentMetadata): Promise<Value> {
    const known = metadata.type === 'query' ? fieldsOf(metadata.schema) : null;
    if (known !== null && typeof value === 'object' && value !== null) {
      const unknown = Object.keys(value).filter((name) => !known.includes(name));
      if (unknown.length > 0) throw unknownParameter(unknown, known);
    }
    return super.transform(value, metadata);
  }
}
