/** Keeps at hand which processes stand behind the names of `MULIN_SERVICES`, as these come and go. */
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { Addresses } from './config.js';

/** All addresses of a name, as the resolver of the machine gives them; rejects where it knows none. */
type Resolve = (name: string) => Promise<readonly string[]>;

/**
 * Of a name with addresses of both kinds those of IPv4: it is the same processes twice, and one listens at one address.
 */
const resolved: Resolve = async (name) => {
  const all = await lookup(name, { all: true });
  const ofV4 = all.filter(({ family }) => family === 4);
  return (ofV4.length > 0 ? ofV4 : all).map(({ address }) => address);
};

/** A certificate is of the name, so where there is TLS the name is asked; so is an address. */
const isName = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && isIP(hostname) === 0 && !hostname.startsWith('[');

const originAt = ({ port }: URL, address: string): string => {
  const host = isIP(address) === 6 ? `[${address}]` : address;
  return new URL(`http://${host}${port === '' ? '' : `:${port}`}`).origin;
};

/**
 * Follows names: each stands for as many processes as it has addresses.
 *
 * @param named as they are configured.
 * @returns `addresses` is changed by each `lookUp`. A name that is not known at the moment stands for what it stood for
 *   before; one that never was is asked itself.
 */
export const followNames = (
  named: Addresses,
  resolve: Resolve = resolved,
): Readonly<{ addresses: Addresses; lookUp: () => Promise<void> }> => {
  const addresses = new Map(named);
  const known = new Map<string, readonly string[]>();

  const behind = async (origin: string): Promise<readonly string[]> => {
    const url = new URL(origin);
    if (!isName(url)) return [origin];
    const found = await resolve(url.hostname).catch((): readonly string[] => []);
    if (found.length > 0)
      known.set(
        origin,
        found.map((address) => originAt(url, address)),
      );
    return known.get(origin) ?? [origin];
  };

  return {
    addresses,
    // One after the other: each waits in a thread of libuv's few, where a resolver that is silent would hold all of them.
    lookUp: async () => {
      for (const [service, origins] of named) {
        const all: string[] = [];
        for (const origin of origins) all.push(...(await behind(origin)));
        addresses.set(service, [...new Set(all)]);
      }
    },
  };
};
