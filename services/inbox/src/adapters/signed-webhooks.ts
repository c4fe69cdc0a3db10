/**
 * Webhooks, signed as Standard Webhooks says (https://www.standardwebhooks.com): `webhook-id`, `webhook-timestamp` and
 * `webhook-signature`. No redirect is followed, and nothing is sent to a private address.
 */
import { randomBytes } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { isIP } from 'node:net';
import { Rejection, second } from '@mulin/kernel';
import ipaddr from 'ipaddr.js';
import { useAgent } from 'request-filtering-agent';
import { Webhook } from 'standardwebhooks';
import type { Outcome } from '../domain/delivery/delivery.js';
import type { Failure } from '../domain/delivery/failures.js';
import type { Hook, Webhooks } from '../domain/delivery/sending.js';

/** The standard recommends 15 to 30 seconds. */
const answerMs = 15 * second;
/** The standard recommends 24 to 64 bytes. */
const secretBytes = 32;

type Options = Readonly<{
  /** Whether private addresses may be sent to, and without TLS. */
  allowPrivate: boolean;
}>;

const notHttps = () =>
  new Rejection('webhook-not-https', {
    en: 'A webhook needs an address that begins with https:// and holds no password.',
    zh: '推送地址须以 https:// 开头，且不得包含密码。',
  });

const hostUnknown = () =>
  new Rejection('webhook-host-unknown', {
    en: 'No machine of this name is known: look at the address of the webhook again.',
    zh: '找不到推送地址中的主机，请检查地址。',
  });

const isPrivate = () =>
  new Rejection('webhook-private', {
    en: 'This address lies in a private network; whoever runs the town has not allowed that.',
    zh: '该推送地址位于内部网络，系统管理员未予允许。',
  });

/** Everything but addresses that are routed worldwide: loopback, private, link-local, mapped ones. */
const isPublicAddress = (address: string): boolean => ipaddr.parse(address).range() === 'unicast';

const addressesOf = async (host: string): Promise<readonly string[]> => {
  if (isIP(host) !== 0) return [host];
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch {
    throw hostUnknown();
  }
};

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

const refusing =
  ({ allowPrivate }: Options): Webhooks['refuse'] =>
  async (text) => {
    const url = new URL(text);
    const isAllowed = url.protocol === 'https:' || (allowPrivate && url.protocol === 'http:');
    if (!isAllowed || url.username !== '' || url.password !== '') throw notHttps();
    const addresses = await addressesOf(hostOf(url));
    if (!allowPrivate && !addresses.every(isPublicAddress)) throw isPrivate();
  };

/** A receiver that has answered; of its body nothing is read. */
const statusOf = (
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
  { allowPrivate }: Options,
) =>
  new Promise<number>((resolve, reject) => {
    const ask = url.protocol === 'https:' ? tlsRequest : plainRequest;
    const agent = useAgent(url.href, { allowPrivateIPAddress: allowPrivate });
    const signal = AbortSignal.timeout(answerMs);
    const request = ask(url, { method: 'POST', headers, agent, signal }, (response) => {
      response.on('error', () => undefined);
      response.destroy();
      resolve(response.statusCode ?? 0);
    });
    request.on('error', reject);
    request.end(body);
  });

const failed = (because: Failure, isFinal = false, status?: number): Outcome => ({
  is: 'failed',
  because,
  isFinal,
  ...(status === undefined ? {} : { status }),
});

const gone = 410;

const outcomeOfStatus = (status: number): Outcome => {
  if (status >= 200 && status < 300) return { is: 'sent' };
  return status === gone ? failed('receiver-gone', true, status) : failed('receiver-refused', false, status);
};

const outcomeOfError = (error: unknown): Outcome => {
  if (!(error instanceof Error)) return failed('receiver-away');
  const code = 'code' in error ? String(error.code) : '';
  // The agent says so in words alone.
  if (/is private IP address|is meta IP address/i.test(error.message)) return failed('private-address');
  return failed(/CERT|SSL|TLS|SELF_SIGNED|ALTNAME/.test(code) ? 'receiver-not-trusted' : 'receiver-away');
};

const sending =
  (options: Options): Webhooks['send'] =>
  async ({ url: text, secret }: Hook, id, body) => {
    const at = new Date();
    const url = new URL(text);
    if (url.protocol !== 'https:' && !options.allowPrivate) return failed('private-address');
    const headers = {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'user-agent': 'Mulin',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / second)),
      'webhook-signature': new Webhook(secret).sign(id, at, body),
    };
    try {
      return outcomeOfStatus(await statusOf(url, headers, body, options));
    } catch (error) {
      return outcomeOfError(error);
    }
  };

/** Webhooks over HTTPS to public addresses; to others where that is allowed. */
export const signedWebhooks = (options: Options): Webhooks => ({
  newSecret: () => `whsec_${randomBytes(secretBytes).toString('base64')}`,
  refuse: refusing(options),
  send: sending(options),
});
