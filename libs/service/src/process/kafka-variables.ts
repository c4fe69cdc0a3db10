/** What the environment says of how the brokers of `KAFKA_BROKERS` are reached. */
import type { KafkaAccess } from '@mulin/bus';
import { z } from 'zod';
import { inBothLanguages } from '../http/validation-errors.js';

const pem = z
  .string()
  .regex(
    /-----BEGIN CERTIFICATE-----/,
    inBothLanguages('must be certificates in PEM', '应为 `PEM` 格式的证书'),
  );

/** Variables of every program that reaches a Kafka. */
export const kafkaVariables = {
  /** `platformatic` needs Node 22.22 or newer. */
  MULIN_KAFKA_CLIENT: z.enum(['kafkajs', 'platformatic']).default('kafkajs'),
  KAFKA_TLS: z.enum(['off', 'on']).default('off'),
  /** Of the authorities that are trusted instead of those of the system. */
  KAFKA_CA: pem.optional(),
  KAFKA_USERNAME: z.string().optional(),
  KAFKA_PASSWORD: z.string().optional(),
  KAFKA_SASL_MECHANISM: z.enum(['SCRAM-SHA-512', 'PLAIN']).default('SCRAM-SHA-512'),
};

type Variables = z.infer<z.ZodObject<typeof kafkaVariables>>;

const complaint = (name: keyof Variables, [en, zh]: readonly [string, string]) => ({
  code: 'custom' as const,
  path: [name],
  message: inBothLanguages(en, zh),
});

/** Of a name and its password, the one that lacks. */
const checkName = (it: Variables, context: z.RefinementCtx) => {
  const isNamed = it.KAFKA_USERNAME !== undefined;
  if (isNamed === (it.KAFKA_PASSWORD !== undefined)) return;
  const [missing, given] = isNamed
    ? (['KAFKA_PASSWORD', 'KAFKA_USERNAME'] as const)
    : (['KAFKA_USERNAME', 'KAFKA_PASSWORD'] as const);
  context.addIssue(complaint(missing, [`is needed where ${given} is set`, `设置 ${given} 时必须填写`]));
};

/** Refuses what cannot be meant: a name without a password, a password in the clear. */
export const kafkaChecked = (it: Variables, context: z.RefinementCtx): void => {
  checkName(it, context);
  if (it.KAFKA_TLS === 'on') return;
  if (it.KAFKA_CA === undefined && it.KAFKA_SASL_MECHANISM !== 'PLAIN') return;
  context.addIssue(
    complaint('KAFKA_TLS', [
      'must be on where KAFKA_CA is set or the mechanism is PLAIN',
      '设置 KAFKA_CA 或采用 `PLAIN` 机制时，必须为 `on`',
    ]),
  );
};

const saslOf = ({
  KAFKA_USERNAME: username,
  KAFKA_PASSWORD: password,
  KAFKA_SASL_MECHANISM: mechanism,
}: Variables): KafkaAccess['sasl'] => {
  if (username === undefined || password === undefined) return undefined;
  return { username, password, mechanism: mechanism === 'PLAIN' ? 'plain' : 'scram-sha-512' };
};

/** As the bus takes it. */
export const kafkaAccessOf = (it: Variables): KafkaAccess => ({
  client: it.MULIN_KAFKA_CLIENT,
  tls: it.KAFKA_TLS === 'on' ? { ca: it.KAFKA_CA } : undefined,
  sasl: saslOf(it),
});

/** The same for a program that reads nothing else of the environment, for `readConfig`. */
export const kafkaEnvironment = z.object(kafkaVariables).superRefine(kafkaChecked).transform(kafkaAccessOf);
