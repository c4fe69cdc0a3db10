/** Asks a process of a service what only such a one can do, by the routes that are no part of the API. */
import http from 'node:http';
import https from 'node:https';
import { text } from 'node:stream/consumers';
import { minute, Rejection, Unavailable } from '@mulin/kernel';
import { type InternalAnswer, internalHeader, type InternalRequests, type Logger } from '@mulin/service';
import { type Instances, unsent } from './instances.js';

/** Making a view anew reads a whole log, and the answer comes when that is done: longer than `fetch` waits for one. */
const patienceMs = 30 * minute;

/** Asks a service (`work`: such as `views/rebuild`); throws as `askServices` says. */
export type Ask = <Done>(service: string, work: string, body: object) => Promise<Done>;

const nobodyAnswers = (service: string) =>
  new Unavailable({
    en: `No process of ${service} answers at the moment.`,
    zh: `服务 ${service} 目前没有进程应答。`,
  });

type Answered = Readonly<{ status: number; body: string }>;

const post = (url: string, path: string, headers: http.OutgoingHttpHeaders, body: string) =>
  new Promise<Answered>((resolve, reject) => {
    const { request } = url.startsWith('https:') ? https : http;
    const options = { method: 'POST', headers, signal: AbortSignal.timeout(patienceMs) };
    const sent = request(`${url}${path}`, options, (response) => {
      text(response).then((read) => resolve({ status: response.statusCode ?? 0, body: read }), reject);
    });
    sent.once('error', reject);
    sent.end(body);
  });

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';

type Asking = Readonly<{
  instances: Instances;
  internal: Pick<InternalRequests, 'sign'>;
  log: Pick<Logger, 'warn'>;
}>;

const doneIn = <Done>(body: string): Done => {
  const answer = JSON.parse(body) as InternalAnswer<Done>; // of a process of the same town
  if ('done' in answer) return answer.done;
  throw new Rejection(answer.refused.code, answer.refused.sentence, answer.refused.kind);
};

/**
 * Asks the processes of a service in their turn until one is reached. One that may be at it already is not followed by
 * another: the same work would be done twice at once.
 *
 * @throws the `Rejection` that the service gave; `Unavailable` where none of its processes answers.
 */
export const askServices = ({ instances, internal, log }: Asking): Ask => {
  const headersFor = (path: string, body: object) => ({
    host: 'localhost',
    'content-type': 'application/json',
    [internalHeader]: internal.sign('POST', path, body),
  });
  return async <Done>(service: string, work: string, body: object): Promise<Done> => {
    const path = `/internal/v1/${service}/${work}`;
    for (const url of instances.of(service)) {
      const answered = await post(url, path, headersFor(path, body), JSON.stringify(body)).catch(codeOf);
      if (typeof answered !== 'string' && answered.status === 200) return doneIn<Done>(answered.body);
      const reason = typeof answered === 'string' ? answered : answered.status;
      log.warn({ service, url, work, reason }, 'a service did not do what it was asked');
      if (typeof answered !== 'string') continue;
      if (!unsent.has(answered)) break;
      instances.failed(url);
    }
    throw nobodyAnswers(service);
  };
};
