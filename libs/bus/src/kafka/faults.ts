/** What the errors of Kafka and its client mean. */
import { type LocalizedText, Rejection, TimedOut, Unavailable } from '@mulin/kernel';

/** A topic that is not there. Topics are made on purpose, so that nothing is told where nobody reads. */
export const topicMissing = (topic: string): Rejection =>
  new Rejection('topic-missing', {
    en: `Kafka has no topic "${topic}": make it with "mulin topics apply".`,
    zh: `Kafka 中没有主题“${topic}”：请用 \`mulin topics apply\` 创建。`,
  });

/** A topic with fewer partitions than are promised. They cannot be added without mixing up the order of each key. */
export const tooFewPartitions = (topic: string, has: number, wanted: number): Rejection =>
  new Rejection('topic-too-few-partitions', {
    en: `The topic "${topic}" has ${has} partitions and must have ${wanted} or more: make it anew while it is empty.`,
    zh: `主题“${topic}”只有 ${has} 个分区，至少应有 ${wanted} 个：请在其为空时重新创建。`,
  });

/** A message that the topic does not take, though it is no larger than a message may be. */
const tooLarge = (topic: string): Error =>
  new TypeError(`a message is larger than the topic ${topic} takes (max.message.bytes)`);

const fieldIn = (error: unknown, name: 'type' | 'code'): readonly string[] => {
  if (!(error instanceof Error)) return [];
  const own = name in error ? (error as unknown as Readonly<Record<string, unknown>>)[name] : undefined;
  return [...(typeof own === 'string' ? [own] : []), ...fieldIn(error.cause, name)];
};

/** The types that Kafka gives its errors, also of one that is wrapped in others. */
const typesIn = (error: unknown): readonly string[] => fieldIn(error, 'type');

const namesIn = (error: unknown): readonly string[] =>
  error instanceof Error ? [error.name, ...namesIn(error.cause)] : [];

/** Of TLS, as OpenSSL and Node call them: `SELF_SIGNED_CERT_IN_CHAIN`, `ERR_TLS_CERT_ALTNAME_INVALID`. */
const isOfCertificate = (code: string): boolean => /CERT|VERIFY|ISSUER/.test(code);

/** As Kafka calls it, else the system (`ECONNREFUSED`), else the client. */
const reasonOf = (error: unknown): string => {
  const [reason] = [...typesIn(error), ...fieldIn(error, 'code')];
  if (reason !== undefined) return reason;
  return error instanceof TimedOut ? 'no answer' : error instanceof Error ? error.name : 'unknown';
};

const passwordRefused: LocalizedText = {
  en: 'Kafka refuses the name or the password (KAFKA_USERNAME, KAFKA_PASSWORD).',
  zh: 'Kafka 拒绝了用户名或密码（KAFKA_USERNAME、KAFKA_PASSWORD）。',
};
const certificateRefused = (code: string): LocalizedText => ({
  en: `The certificate of Kafka is not trusted (${code}); KAFKA_CA names whom to trust.`,
  zh: `Kafka 的证书不受信任（${code}）；受信任的颁发机构由 KAFKA_CA 指定。`,
});

/** Kafka cannot be reached, or does not do now what it is asked; the same may be asked again. */
export const unavailable = (error: unknown): Unavailable => {
  const reason = reasonOf(error);
  const isRefused = namesIn(error).some((name) => name.includes('SASLAuthentication'));
  if (isRefused) return new Unavailable(passwordRefused, { cause: error });
  if (isOfCertificate(reason)) return new Unavailable(certificateRefused(reason), { cause: error });
  return new Unavailable(
    { en: `Kafka cannot be reached (${reason}).`, zh: `无法连接 Kafka（${reason}）。` },
    { cause: error },
  );
};

/** What an error of a client means for whoever uses the bus. */
export const meaningOf = (error: unknown, topic: string): Error => {
  if (error instanceof Rejection || error instanceof Unavailable || error instanceof TypeError) return error;
  const types = typesIn(error);
  if (types.includes('UNKNOWN_TOPIC_OR_PARTITION')) return topicMissing(topic);
  if (types.includes('MESSAGE_TOO_LARGE') || types.includes('RECORD_LIST_TOO_LARGE')) return tooLarge(topic);
  return unavailable(error);
};
