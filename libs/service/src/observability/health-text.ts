/** All that a check of a town's readiness can say: a code that never changes, what is put in, and a sentence for people. */
import { type LocalizedText, Rejection, TimedOut, Unavailable } from '@mulin/kernel';

/** `params` are what the sentence holds, for programs. Counts and positions are numbers. */
export type HealthText = Readonly<{
  code: string;
  params: Readonly<Record<string, string | number>>;
  text: LocalizedText;
}>;

type Count = Readonly<{ count: number }>;
type Reached = Readonly<{ position: number; head: number }>;
type FreeSpace = Readonly<{ megabytes: number }>;

/** By their codes. */
const healthSentences = {
  'in-memory': () => ({ en: 'a town that forgets', zh: '内存中的镇，停止后不保留数据' }),
  'takes-writes': () => ({ en: 'answers and takes a write', zh: '有应答，可写入' }),
  'forgets-when-restarted': () => ({
    en: 'answers and takes a write, but keeps nothing when it is restarted',
    zh: '有应答，可写入，但重启后不保留数据',
  }),
  answers: () => ({ en: 'answers', zh: '有应答' }),
  'not-watched': () => ({ en: 'is not this program’s to watch', zh: '不由本程序检查' }),
  'has-room': ({ megabytes }: FreeSpace) => ({
    en: `has room (${megabytes} MB) and takes a write`,
    zh: `剩余 ${megabytes} MB，可写入`,
  }),
  'disk-full': ({ megabytes }: FreeSpace) => ({
    en: `only ${megabytes} MB are free: make room`,
    zh: `仅剩 ${megabytes} MB，请清理空间`,
  }),
  'not-writable': ({ reason }: Readonly<{ reason: string }>) => ({
    en: `nothing can be written (${reason})`,
    zh: `无法写入（${reason}）`,
  }),
  'messages-waiting': ({ count }: Count) => ({
    en: `messages waiting: ${count}`,
    zh: `待处理消息 ${count} 条`,
  }),
  working: ({ position, count }: Count & Readonly<{ position: number }>) => ({
    en: `has published its events up to ${position}; messages waiting: ${count}`,
    zh: `事件已发布至 ${position}，待处理消息 ${count} 条`,
  }),
  'publishing-stuck': ({ position }: Readonly<{ position: number }>) => ({
    en: `cannot publish its events after ${position}`,
    zh: `无法发布 ${position} 之后的事件`,
  }),
  'handling-stuck': ({ count }: Count) => ({
    en: `messages waiting: ${count}, and none is handled`,
    zh: `待处理消息 ${count} 条，均未在处理`,
  }),
  'view-stuck': ({ view, position }: Readonly<{ view: string; position: number }>) => ({
    en: `its view "${view}" is stuck at ${position}`,
    zh: `列表“${view}”停在 ${position}`,
  }),
  'catching-up-publishing': ({ position, head }: Reached) => ({
    en: `catches up: has published its events up to ${position} of ${head}`,
    zh: `正在补齐：事件已发布至 ${position}，共 ${head}`,
  }),
  'catching-up-handling': ({ count, sources }: Count & Readonly<{ sources: string }>) => ({
    en: `catches up: messages still to be handled: ${count} (${sources})`,
    zh: `正在补齐：待处理消息 ${count} 条（${sources}）`,
  }),
  'catching-up-view': ({ view, position, head }: Reached & Readonly<{ view: string }>) => ({
    en: `catches up: its view "${view}" shows its events up to ${position} of ${head}`,
    zh: `正在补齐：列表“${view}”已显示至 ${position}，共 ${head}`,
  }),
  'view-rebuilding': ({ view }: Readonly<{ view: string }>) => ({
    en: `catches up: its view "${view}" is made anew`,
    zh: `正在补齐：列表“${view}”正在重新生成`,
  }),
  'waiting-for-others': () => ({
    en: 'waits for the others to catch up',
    zh: '等待其他部分补齐',
  }),
  'processes-ready': ({ ready, count }: Count & Readonly<{ ready: number }>) => ({
    en: `ready processes: ${ready} of ${count}`,
    zh: `进程就绪 ${ready}/${count}`,
  }),
  'no-process-ready': ({ count, waitsFor }: Count & Readonly<{ waitsFor: string }>) => ({
    en: `none of its processes (${count}) is ready: they wait for ${waitsFor}`,
    zh: `共 ${count} 个进程，均未就绪：等待 ${waitsFor}`,
  }),
  'no-process-answers': ({ count }: Count) => ({
    en: `none of its processes (${count}) answers`,
    zh: `共 ${count} 个进程，均无应答`,
  }),
  'no-answer': () => ({ en: 'it does not answer', zh: '没有应答' }),
  'check-failed': ({ reason }: Readonly<{ reason: string }>) => ({
    en: `it cannot be asked (${reason})`,
    zh: `无法检查（${reason}）`,
  }),
} as const satisfies Readonly<Record<string, (params: never) => LocalizedText>>;

type Sentences = typeof healthSentences;

/** One of these sentences, with its code. @param params what it holds; none for most. */
export const healthText = <Code extends keyof Sentences>(
  code: Code,
  ...params: Parameters<Sentences[Code]>
): HealthText => {
  const say = healthSentences[code] as (params: object) => LocalizedText; // each takes what its own code needs
  const [given = {}] = params;
  return { code, params: given, text: say(given) };
};

/** The code of a driver or of the system where there is one, as `ECONNREFUSED`; else the kind of error. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
};

/**
 * Why something could not be checked. What a driver says is English, and may name hosts and paths, which nobody has to
 * know who asks a town: of that only its code is told.
 */
export const healthTextOf = (error: unknown): HealthText => {
  if (error instanceof TimedOut) return healthText('no-answer');
  if (error instanceof Unavailable) return { code: 'unavailable', params: {}, text: error.sentence };
  if (error instanceof Rejection) return { code: error.code, params: {}, text: error.sentence };
  return healthText('check-failed', { reason: reasonOf(error) });
};

/** Several at once, as one sentence; the code and the parameters are those of the first. `null`: none. */
export const allTexts = (texts: readonly HealthText[]): HealthText | null => {
  const [first] = texts;
  if (first === undefined) return null;
  const text = {
    en: texts.map((it) => it.text.en).join('; '),
    zh: texts.map((it) => it.text.zh).join('；'),
  };
  return { ...first, text };
};
