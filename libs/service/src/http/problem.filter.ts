import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { errorLogFields } from '../observability/error-log-fields.js';
import { languageOf } from './language.js';
import type { Logger } from '../platform/platform.js';
import { type Problem, problemOf, titleOf } from './problem.js';
import { headerOf, pathOf, type Reply, type Request } from './request.js';

const headersOf: Readonly<Record<number, readonly [name: string, value: string]>> = {
  401: ['www-authenticate', 'Bearer'],
  429: ['retry-after', '1'],
  503: ['retry-after', '2'],
};

export const sendProblem = (request: Request, reply: Reply, problem: Problem, more: object = {}): void => {
  const { status, code, sentence } = problem;
  const language = languageOf(headerOf(request, 'accept-language'));
  const [name, value] = headersOf[status] ?? [];
  if (name !== undefined && value !== undefined) reply.header(name, value);

  reply
    .status(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .send({
      type: `urn:mulin:problem:${code}`,
      title: titleOf(problem)[language],
      status,
      detail: sentence[language],
      code,
      instance: pathOf(request),
      ...more,
    });
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
