import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { errorLogFields } from '../observability/error-log-fields.js';
import { type Language, languageOf } from './language.js';
import type { Logger } from '../platform/platform.js';
import { type Problem, problemOf, problemOfStatus, titleOf } from './problem.js';
import { headerOf, pathOf, type Reply, type Request } from './request.js';

const headersOf: Readonly<Record<number, readonly [name: string, value: string]>> = {
  401: ['www-authenticate', 'Bearer'],
  503: ['retry-after', '2'],
};

/** The media type of problem details (RFC 9457). */
export const problemType = 'application/problem+json; charset=utf-8';

/**
 * The members of a problem (RFC 9457), in one language.
 *
 * @param instance the path of the request.
 * @param more members of its own; they may hold nothing personal.
 */
export const problemBody = (problem: Problem, language: Language, instance: string, more: object = {}) => ({
  type: `urn:mulin:problem:${problem.code}`,
  title: titleOf(problem)[language],
  status: problem.status,
  detail: problem.sentence[language],
  code: problem.code,
  instance,
  ...more,
});

/**
 * Answers with a problem, in the language that the request prefers; with `www-authenticate` on a 401, and
 * `retry-after` (2 s) on a 503 that has none yet.
 *
 * @param more members beside those of RFC 9457 and `code`.
 */
export const sendProblem = (request: Request, reply: Reply, problem: Problem, more: object = {}): void => {
  const { status } = problem;
  const language = languageOf(headerOf(request, 'accept-language'));
  const [name, value] = headersOf[status] ?? [];
  if (name !== undefined && value !== undefined && !reply.hasHeader(name)) reply.header(name, value);

  if (problem.retryAfterSeconds !== undefined) reply.header('retry-after', String(problem.retryAfterSeconds));

  reply
    .status(status)
    .header('content-type', problemType)
    .header('content-language', language)
    .send(problemBody(problem, language, pathOf(request), more));
};

/** Answers what the server or a hook has thrown on a route that no controller has, as the filter does. */
export const sendErrorOf = (error: unknown, request: Request, reply: Reply): void => {
  const found = problemOf(error);
  const status: unknown = typeof error === 'object' && error !== null && Reflect.get(error, 'statusCode');
  const isRefusal = found.status === 500 && typeof status === 'number' && status < 500;
  sendProblem(request, reply, isRefusal ? problemOfStatus(status) : found);
};

/** Every "no" leaves the house as problem details (RFC 9457), here and nowhere else. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly log: Logger,
    private readonly town: string,
  ) {}

  catch(error: unknown, host: ArgumentsHost) {
    const request = host.switchToHttp().getRequest<Request>();
    const problem = problemOf(error);
    if (problem.status === 500)
      this.log.error({ town: this.town, method: request.method, ...errorLogFields(error) }, 'bug');
    sendProblem(request, host.switchToHttp().getResponse<Reply>(), problem);
  }
}
