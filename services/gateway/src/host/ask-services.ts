/** Asks a process of a service what only such a one can do, by the routes that are no part of the API. */
import { minute, Rejection, Unavailable } from '@mulin/kernel';
import { type InternalAnswer, internalHeader, type InternalRequests } from '@mulin/service';
import type { Instances } from './instances.js';

/** Making a view anew reads a whole log. */
const patienceMs = 30 * minute;

/** Asks a service; throws as `askServices` says. */
export type Ask = <Done>(service: string, path: string, body: object) => Promise<Done>;

const nobodyAnswers = (service: string) =>
  new Unavailable({
    en: `No process of ${service} answers at the moment.`,
    zh: `服务 ${service} 目前没有进程应答。`,
  });

/**
 * Asks the processes of a service in their turn until one answers.
 *
 * @throws the `Rejection` that the service gave; `Unavailable` where none of its processes answers.
 */
export const askServices =
  (instances: Instances, internal: Pick<InternalRequests, 'sign'>): Ask =>
  async <Done>(service: string, path: string, body: object): Promise<Done> => {
    for (const url of instances.of(service)) {
      const response = await fetch(`${url}${path}`, {
        method: 'POST',
        headers: {
          host: 'localhost',
          'content-type': 'application/json',
          [internalHeader]: internal.sign('POST', path),
        },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(patienceMs),
      }).catch(() => null);
      if (response === null) instances.failed(url);
      if (response?.ok !== true) {
        await response?.body?.cancel();
        continue;
      }
      const answer = (await response.json()) as InternalAnswer<Done>; // of a process of the same town
      if ('done' in answer) return answer.done;
      throw new Rejection(answer.refused.code, answer.refused.sentence, answer.refused.kind);
    }
    throw nobodyAnswers(service);
  };
