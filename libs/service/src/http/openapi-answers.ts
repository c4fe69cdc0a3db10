/** The answers of an operation in the description of the API: the good one, and every refusal with its codes. */
import type { LocalizedText } from '@mulin/kernel';
import { codeMeans, refusalsOf, serverCodes, sharedRefusals } from './common-refusals.js';
import type { Json, SchemaBook } from './json-schemas.js';
import type { Language } from './language.js';
import type { RefusalStatus } from './operation.js';
import { titleOf } from './problem.js';
import type { Route } from './routes.js';

const done: LocalizedText = { en: 'Done', zh: '成功' };
const unchanged: LocalizedText = {
  en: 'Not changed since the version that If-None-Match names',
  zh: '自 `If-None-Match` 所指版本以来未变',
};
const before: LocalizedText = {
  en: 'Refused by the server before the route heard of it',
  zh: '服务器在受理前拒绝',
};

const titleFor = (status: number, language: Language): string => titleOf({ status })[language];

const exampleOf = (status: number, code: string, language: Language): Json => ({
  type: `urn:mulin:problem:${code}`,
  title: titleFor(status, language),
  status,
  detail: titleFor(status, language),
  code,
  instance: '/api/v1/cases',
});

const problemOf = (description: string, codes: readonly string[], example: Json): Json => ({
  description,
  content: {
    'application/problem+json': {
      schema: {
        allOf: [
          { $ref: '#/components/schemas/Problem' },
          { type: 'object', required: ['code'], properties: { code: { enum: codes } } },
        ],
      },
      example,
    },
  },
});

const refusal = (status: number, codes: readonly string[], language: Language): Json =>
  problemOf(
    `${titleFor(status, language)}: ${codes.join(', ')}`,
    codes,
    exampleOf(status, codes[0] ?? '', language),
  );

const isShared = (status: RefusalStatus, codes: readonly string[]): boolean =>
  sharedRefusals[status]?.[1].join() === codes.join();

const refusalAnswers = (route: Route, language: Language): Json =>
  Object.fromEntries(
    Object.entries(refusalsOf(route)).map(([text, codes]) => {
      const status = Number(text) as RefusalStatus; // The keys of refusals are statuses.
      const shared = isShared(status, codes);
      return [
        text,
        shared
          ? { $ref: `#/components/responses/${sharedRefusals[status]?.[0] ?? ''}` }
          : refusal(status, codes, language),
      ];
    }),
  );

const headersOf = ({ isCommand, isOpen, operation }: Route): readonly string[] => {
  if (operation?.mayBeKept === true) return ['etag'];
  if (isOpen) return [];
  return isCommand ? ['etag', 'mulin-position'] : ['etag', 'mulin-behind'];
};

const answerHeaders = (route: Route): Json => {
  const names = headersOf(route);
  if (names.length === 0) return {};
  return {
    headers: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }])),
  };
};

const goodAnswer = (route: Route, book: SchemaBook, language: Language): Json => {
  const { operation } = route;
  const description = operation?.summary[language] ?? done[language];
  if (operation === null) return { description };
  const { answer, example, media = 'application/json' } = operation;
  return {
    description,
    ...answerHeaders(route),
    content: { [media]: { schema: book.of(answer, 'output'), example } },
  };
};

/** The answers of one route by their status. */
export const answersOf = (route: Route, book: SchemaBook, language: Language): Json => ({
  [route.status]: goodAnswer(route, book, language),
  ...(route.operation?.mayBeKept === true ? { 304: { description: unchanged[language] } } : {}),
  ...refusalAnswers(route, language),
  default: { $ref: '#/components/responses/BeforeRoute' },
});

/** The shared refusals, by the names under which `answersOf` refers to them. */
export const sharedAnswers = (language: Language): Json => ({
  ...Object.fromEntries(
    Object.entries(sharedRefusals).map(([status, [name, codes]]) => [
      name,
      refusal(Number(status), codes, language),
    ]),
  ),
  BeforeRoute: problemOf(before[language], serverCodes, exampleOf(421, 'host-not-known', language)),
});

const headerMeans = {
  etag: {
    en: 'The version of what is shown, for If-Match, or for If-None-Match where it may be kept.',
    zh: '所示内容的版本，可用于 `If-Match`；可缓存的内容用于 `If-None-Match`。',
  },
  'mulin-position': {
    en: 'Where the command stands in the log of its service; send it as mulin-after to read what it changed.',
    zh: '该命令在服务日志中的位置；读取时作为 mulin-after 发送，即可读到其结果。',
  },
  'mulin-behind': {
    en: 'What was asked for with mulin-after does not show yet.',
    zh: '尚未显示 mulin-after 所要求的内容。',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** The headers of answers. */
export const answerHeaderParts = (language: Language): Json =>
  Object.fromEntries(
    Object.entries(headerMeans).map(([name, means]) => [
      name,
      { description: means[language], schema: { type: 'string' } },
    ]),
  );

/** The members of a problem (RFC 9457). */
export const problemSchema = (language: Language): Json => ({
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'instance'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string', description: codeMeans[language] },
    instance: { type: 'string' },
  },
});
