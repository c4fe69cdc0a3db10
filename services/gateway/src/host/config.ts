/** Where the gateway finds the services of the town. */
import { inBothLanguages } from '@mulin/service';
import { z } from 'zod';

/** The processes of each service, by its name: the origins of their addresses. */
export type Addresses = ReadonlyMap<string, readonly string[]>;

const isOrigin = (text: string): boolean =>
  /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text.replace(/\/$/, '');

const malformed = inBothLanguages(
  'must be service=http://host:port, several of one with | and services with commas between',
  '应为 `intake=http://127.0.0.1:3121` 的形式，同一服务的多个地址以 | 分隔，服务之间以逗号分隔',
);

/** `intake=http://a:3121|http://b:3121,routing=http://a:3122`; `null`: it is no such list. */
const addressesIn = (text: string): Addresses | null => {
  const found = new Map<string, readonly string[]>();
  for (const part of text.split(',').map((it) => it.trim())) {
    const [, name = '', all = ''] = /^([a-z-]+)=(.+)$/.exec(part) ?? [];
    const urls = all.split('|').map((it) => it.trim());
    if (found.has(name) || !urls.every(isOrigin)) return null;
    found.set(
      name,
      urls.map((url) => new URL(url).origin),
    );
  }
  return found;
};

/**
 * What the environment says to a gateway beside what it says to every process.
 *
 * @param services the names of all services of a town: each needs an address, and no other name has one.
 */
export const gatewayEnvironment = (services: readonly string[]) =>
  z
    .object({
      MULIN_SERVICES: z.string({
        error: inBothLanguages(
          `is needed: the addresses of ${services.join(', ')}`,
          `必须填写：${services.join('、')} 的地址`,
        ),
      }),
    })
    .transform(({ MULIN_SERVICES: text }, context): Readonly<{ addresses: Addresses }> => {
      const addresses = addressesIn(text);
      const at = (message: string) => {
        context.addIssue({ code: 'custom', path: ['MULIN_SERVICES'], message });
        return z.NEVER;
      };
      if (addresses === null) return at(malformed);
      const missing = services.filter((name) => !addresses.has(name));
      if (missing.length > 0)
        return at(
          inBothLanguages(`names no address of ${missing.join(', ')}`, `缺少 ${missing.join('、')} 的地址`),
        );
      const unknown = [...addresses.keys()].filter((name) => !services.includes(name));
      if (unknown.length > 0)
        return at(
          inBothLanguages(
            `names what is no service: ${unknown.join(', ')}`,
            `包含未知的服务：${unknown.join('、')}`,
          ),
        );
      return { addresses };
    });
