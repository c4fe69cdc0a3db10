/** Which headers of a request and of its answer go on to the other side. */
import { headerOf, internalHeader, type Request } from '@mulin/service';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Of one connection (RFC 9110, 7.6.1), and `expect`, which the gateway itself meets. */
const ofConnection: ReadonlySet<string> = new Set([
  'connection',
  'expect',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Where a request came from says the gateway, and nobody before it whom it does not believe. */
const isClaim = (name: string): boolean =>
  name.startsWith('x-forwarded-') || ['forwarded', 'x-real-ip', internalHeader].includes(name);

const without = (headers: Headers, isLeftOut: (name: string) => boolean) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !ofConnection.has(name) && !isLeftOut(name)));

/**
 * The headers that a service is asked with: the caller's, with the host and the address that the gateway was asked
 * under and from, and the trace context of the span in which it asks.
 */
export const headersOnwards = (request: Request, headers: Headers, traceparent: string | undefined) => {
  const host = headerOf(request, 'host');
  return {
    ...without(headers, isClaim),
    ...(host === undefined ? {} : { host }),
    ...(traceparent === undefined ? {} : { traceparent }),
    'x-forwarded-for': request.ip,
    'x-forwarded-proto': request.protocol,
  };
};

/** The headers of a service's answer that its caller is given. */
export const headersBack = (headers: Headers) => without(headers, () => false);
