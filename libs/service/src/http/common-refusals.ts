/** How the shell may refuse a request, whichever route it is for. */
import type { LocalizedText } from '@mulin/kernel';
import type { Refusals, RefusalStatus } from './operation.js';
import type { Route } from './routes.js';

/** Refused before a route hears of it. */
export const serverCodes = [
  'too-slow',
  'expectation-not-known',
  'host-not-known',
  'headers-too-large',
] as const;

/** The same wherever they occur: shared parts of the description, by these names. */
export const sharedRefusals: Readonly<Partial<Record<RefusalStatus, readonly [string, readonly string[]]>>> =
  {
    401: ['NotSignedIn', ['not-signed-in', 'session-account-disabled', 'session-account-changed']],
    403: ['NotAllowed', ['not-allowed', 'area-missing', 'not-your-area', 'cross-site']],
    412: ['StaleVersion', ['stale-version']],
    413: ['TooLarge', ['too-large']],
    415: ['UnsupportedFormat', ['unsupported-media-type', 'unsupported-charset']],
    422: ['KeyUsedBefore', ['same-id-other-content']],
    429: ['TooManyRequests', ['too-many-requests']],
    500: ['Bug', ['bug']],
    503: ['NotAvailable', ['try-again', 'busy', 'newer-facts', 'service-unreachable']],
  };

const codesOf = (status: RefusalStatus): readonly string[] => sharedRefusals[status]?.[1] ?? [];

/** Also of an address. */
const malformedText = ['nul-in-text', 'broken-text'];
const malformedBody = ['malformed-json', 'not-utf-8', 'too-deep'];
const malformedCommand = ['idempotency-key-missing', 'idempotency-key-too-long', 'if-match-malformed'];

const malformedOf = ({ method, isCommand, arguments: taken }: Route): readonly string[] => [
  'malformed',
  ...malformedText,
  ...(method === 'get' ? ['mulin-after-malformed'] : malformedBody),
  ...(isCommand ? malformedCommand : []),
  ...(taken.some(({ from }) => from === 'query') ? ['unknown-parameter'] : []),
];

const statusesOf = ({ method, isOpen, isCommand }: Route): readonly RefusalStatus[] => [
  ...(isOpen ? [] : ([401, 403] as const)),
  ...(isCommand ? ([412, 422] as const) : []),
  ...(method === 'get' ? [] : ([413, 415] as const)),
  429,
  500,
  503,
];

const merged = (all: readonly Refusals[]): Refusals => {
  const codes = new Map<string, readonly string[]>();
  for (const [status, some] of all.flatMap((it) => Object.entries(it)))
    codes.set(status, [...new Set([...(codes.get(status) ?? []), ...some])]);
  return Object.fromEntries(codes);
};

/** All codes with which a route may refuse, by status: the shell's and its own. */
export const refusalsOf = (route: Route): Refusals =>
  merged([
    { 400: malformedOf(route) },
    ...statusesOf(route).map((status) => ({ [status]: codesOf(status) })),
    route.operation?.refusals ?? {},
  ]);

/** What a problem's `code` means to whoever reads the description. */
export const codeMeans: LocalizedText = {
  en: 'Says which refusal it is, and never changes; the sentence may.',
  zh: '表示拒绝的原因，固定不变；提示语可能调整。',
};
