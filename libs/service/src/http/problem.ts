/** Which "no" an error is: its status, its code that never changes, and one sentence in two languages. */
import {
  Busy,
  UnsupportedEventVersion,
  type RejectionKind,
  Rejection,
  type LocalizedText,
  Unavailable,
  WrongExpectedRevision,
} from '@mulin/kernel';
import { HttpException } from '@nestjs/common';

/** A refusal as HTTP has it: its status, a code that never changes, and one sentence in two languages. */
export type Problem = Readonly<{
  status: number;
  code: string;
  sentence: LocalizedText;
  /** Seconds until it may be asked again, where that is known. */
  retryAfterSeconds?: number;
}>;

const statusOf: Readonly<Record<RejectionKind, number>> = {
  malformed: 400,
  unsigned: 401,
  forbidden: 403,
  unknown: 404,
  refused: 409,
  stale: 412,
  'too-large': 413,
  reused: 422,
  limited: 429,
};

/** What is refused before a route hears of it, as the problem it is answered with. */
export class ServerRefusal extends Error {
  override readonly name = 'ServerRefusal';
  /** Fastify and its plugins answer with it. */
  readonly statusCode: number;

  constructor(readonly problem: Problem) {
    super(problem.sentence.en);
    this.statusCode = problem.status;
  }
}

const problem = (status: number, code: string, en: string, zh: string): Problem => ({
  status,
  code,
  sentence: { en, zh },
});

/** 429: a caller asks too often. */
export const tooMany = problem(
  429,
  'too-many-requests',
  'Too many requests; please wait until the moment that Retry-After names.',
  '请求过于频繁，请在 Retry-After 所示时间后再试。',
);
// `largestBody` and `largestPicture`, which the shell holds requests to.
const tooLarge = problem(
  413,
  'too-large',
  'This is too large: a request has at most 2 MiB, a picture at most 8 MiB.',
  '内容过大：请求不得超过2 MiB，照片不得超过8 MiB。',
);
/** 421: the town is asked under a host name that it was not given. */
export const unknownHost = problem(
  421,
  'host-not-known',
  'This town is not to be found under the host name that was asked for (MULIN_HOSTS).',
  '本服务不接受该主机名（可用 MULIN_HOSTS 配置）。',
);
/** 415: a body in another character set than UTF-8. */
export const unknownCharset = problem(
  415,
  'unsupported-charset',
  'Send JSON as UTF-8, the one character set that is taken.',
  '请以 UTF-8 编码提交 JSON，不接受其他字符集。',
);
const tooSlow = problem(
  408,
  'too-slow',
  'The request did not arrive in time.',
  '请求未在规定时间内发送完毕。',
);
const headersTooLarge = problem(
  431,
  'headers-too-large',
  'The headers of this request are too large.',
  '请求头过大。',
);
const noSuchExpectation = problem(
  417,
  'expectation-not-known',
  'The one expectation that is met is 100-continue.',
  'Expect 请求头仅支持 100-continue。',
);

/** 415: another format than JSON, where JSON is taken. */
export const notJson = problem(
  415,
  'unsupported-media-type',
  'Send JSON (application/json).',
  '请以 JSON（application/json）格式提交。',
);
/** 415: another format than that of a picture, where one is taken. */
export const noPicture = problem(
  415,
  'unsupported-media-type',
  'Send a picture (image/jpeg, image/png or image/webp).',
  '请提交图片（`image/jpeg`、`image/png` 或 `image/webp`）。',
);

/** What the framework and the server refuse by themselves. */
const ofServer: readonly Problem[] = [
  problem(404, 'no-such-route', 'There is nothing at this address.', '此地址没有内容。'),
  tooLarge,
  notJson,
  tooMany,
  tooSlow,
  headersTooLarge,
  noSuchExpectation,
];

const malformed = problem(400, 'malformed', 'This request is malformed.', '请求格式有误。');
const isBusy = problem(
  503,
  'busy',
  'Many are changing this at the same moment, and nothing was changed; please try again soon.',
  '此时有多人同时更改此项，本次未作更改；请稍后再试。',
);
/** 503: no process of the service that answers this could be asked, or none answered. */
export const serviceUnreachable = problem(
  503,
  'service-unreachable',
  'The part of the town that does this does not answer at the moment; please try again soon, a change with the same Idempotency-Key.',
  '负责此项的服务暂时没有应答，请稍后再试；重发更改时请使用相同的 Idempotency-Key。',
);
export const isDown = problem(
  503,
  'try-again',
  'The town cannot answer at the moment; please try again soon.',
  '服务暂时不可用，请稍后再试。',
);
const isNewer = problem(
  503,
  'newer-facts',
  'A newer program has written here; this one has to be updated.',
  '数据由更新版本的程序写入，请先升级本程序。',
);
const bug = problem(500, 'bug', 'This is a fault of ours.', '系统内部错误。');

const titles: Readonly<Record<number, LocalizedText>> = {
  400: { en: 'Malformed', zh: '请求有误' },
  401: { en: 'Not signed in', zh: '未登录' },
  403: { en: 'Not allowed', zh: '无权限' },
  404: { en: 'Not found', zh: '未找到' },
  409: { en: 'Refused', zh: '未予办理' },
  412: { en: 'Changed meanwhile', zh: '内容已变更' },
  408: { en: 'Too slow', zh: '请求未能按时发送完毕' },
  413: { en: 'Too large', zh: '内容过大' },
  415: { en: 'Unsupported format', zh: '格式不支持' },
  417: { en: 'Expectation failed', zh: '无法满足要求' },
  421: { en: 'Not this town', zh: '主机名不符' },
  422: { en: 'Used before', zh: '标识已被使用' },
  429: { en: 'Too many requests', zh: '请求过多' },
  431: { en: 'Headers too large', zh: '请求头过大' },
  500: { en: 'Our fault', zh: '系统错误' },
  503: { en: 'Not available now', zh: '暂不可用' },
};

/** The title of a problem, which says no more than its status (RFC 9457, 3.1.3). */
export const titleOf = ({ status }: Pick<Problem, 'status'>): LocalizedText =>
  titles[status] ?? { en: 'No', zh: '未能办理' };

const ofHttp = (status: number): Problem => {
  if (status === 503) return isDown;
  return ofServer.find((known) => known.status === status) ?? (status < 500 ? malformed : bug);
};

const ofRejection = ({ refusal, code, sentence, retryAfterSeconds }: Rejection): Problem => {
  const found = { status: statusOf[refusal], code, sentence };
  return retryAfterSeconds === undefined ? found : { ...found, retryAfterSeconds };
};

/**
 * Which problem an error is. Errors that are nobody's refusal are `bug` (500), and show nothing of themselves.
 *
 * @param error anything that was thrown.
 */
export const problemOf = (error: unknown): Problem => {
  if (error instanceof Rejection) return ofRejection(error);
  // Whoever named a version is answered by a `Rejection`: to everybody else no version was stale.
  if (error instanceof Busy || error instanceof WrongExpectedRevision) return isBusy;
  if (error instanceof Unavailable) return isDown;
  if (error instanceof UnsupportedEventVersion) return isNewer;
  if (error instanceof ServerRefusal) return error.problem;
  return error instanceof HttpException ? ofHttp(error.getStatus()) : bug;
};

/** The problem of a status that the server answers with by itself. */
export const problemOfStatus = (status: number): Problem => ofHttp(status);
