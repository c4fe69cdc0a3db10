/**
 * The OpenAPI 3.1 description of an application, made from the schemas that its routes parse with and answer by.
 * There is one for each language: generators and pages show sentences where they find them, and a sentence in two
 * languages is one too many for every reader. Names, codes and schemas are the same in both.
 */
import { type LocalizedText, type Right, rights, rolesWith } from '@mulin/kernel';
import type { Argument } from './declared.js';
import { type Json, type SchemaBook, schemaBook } from './json-schemas.js';
import type { Language } from './language.js';
import { answerHeaderParts, answersOf, problemSchema, sharedAnswers } from './openapi-answers.js';
import type { Tag } from './operation.js';
import { largestPicture, pictureTypes } from './picture.js';
import type { Route } from './routes.js';

type Writing = Readonly<{ book: SchemaBook; language: Language }>;

type Header = Readonly<{ required: boolean; description: LocalizedText; schema: Json; example: string }>;

const requestHeaders = {
  'idempotency-key': {
    required: true,
    description: {
      en: 'The same key is the same request, however often it is sent.',
      zh: '相同的键视为同一请求，可重复发送。',
    },
    schema: { type: 'string', minLength: 1, maxLength: 200 },
    example: '6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10',
  },
  'if-match': {
    required: false,
    description: {
      en: 'The version that was read, as its ETag gave it.',
      zh: '读取时得到的版本（ETag）。',
    },
    schema: { type: 'string', pattern: '^"[0-9]+"$' },
    example: '"7"',
  },
  'mulin-after': {
    required: false,
    description: {
      en: 'Wait a moment until this position of a service shows.',
      zh: '稍候，直至显示某服务的此位置。',
    },
    schema: { type: 'string', pattern: '^[a-z-]+:[0-9]+$' },
    example: 'intake:7',
  },
} as const satisfies Readonly<Record<string, Header>>;

const header = (name: keyof typeof requestHeaders, language: Language): Json => {
  const { description, ...rest } = requestHeaders[name];
  return { name, in: 'header', ...rest, description: description[language] };
};

const headersOf = (route: Route, language: Language): readonly Json[] => {
  if (route.isOpen) return [];
  if (route.isCommand) return [header('idempotency-key', language), header('if-match', language)];
  return route.method === 'get' ? [header('mulin-after', language)] : [];
};

const pathNames = (path: string): readonly string[] =>
  [...path.matchAll(/:([A-Za-z]+)/g)].map(([, name = '']) => name);

const schemaFor = ({ schema }: Argument, { book }: Writing): Json =>
  schema === null ? { type: 'string' } : book.of(schema, 'input');

const pathParameter =
  (route: Route, writing: Writing) =>
  (name: string): Json => {
    const argument = route.arguments.find((it) => it.from === 'path' && it.name === name);
    const schema = argument === undefined ? { type: 'string' } : schemaFor(argument, writing);
    return { name, in: 'path', required: true, schema };
  };

/** One parameter for each field of a query's schema. */
const queryParameters =
  (writing: Writing) =>
  (argument: Argument): readonly Json[] => {
    const { properties, required } = schemaFor(argument, writing) as {
      properties?: Json;
      required?: readonly string[];
    };
    return Object.entries(properties ?? {}).map(([name, schema]) => ({
      name,
      in: 'query',
      required: required?.includes(name) ?? false,
      schema,
    }));
  };

const pictureBody: Json = {
  required: true,
  content: Object.fromEntries(
    pictureTypes.map((type) => [
      type,
      { schema: { type: 'string', format: 'binary', maxLength: largestPicture } },
    ]),
  ),
};

const bodyOf = (route: Route, writing: Writing): Json => {
  if (route.takesPicture) return { requestBody: pictureBody };
  const body = route.arguments.find(({ from }) => from === 'body');
  if (body === undefined) return {};
  return {
    requestBody: { required: true, content: { 'application/json': { schema: schemaFor(body, writing) } } },
  };
};

/** Which roles have the right, and what of theirs it opens to each: `own`, `held`, what they were `told` of. */
const rightFor = (right: Right | null, language: Language): Readonly<{ said: string; members: Json }> => {
  const roles = right === null ? [] : rolesWith(right);
  const said = roles.map((role) => `${role} (${(right && rights[right][role])?.join(', ') ?? ''})`);
  const listed = said.length === 0 ? '-' : said.join('; ');
  return {
    said: { en: `For: ${listed}.`, zh: `适用角色：${listed}。` }[language],
    members: right === null ? { 'x-roles': [] } : { 'x-right': right, 'x-roles': roles },
  };
};

/** What is said of an operation, and for whom it is. */
const wordsOf = ({ operation, isOpen, right }: Route, language: Language): Json => {
  const { said, members } = isOpen ? { said: '', members: { security: [] } } : rightFor(right, language);
  const description = [operation?.description[language] ?? '', said].filter((it) => it !== '').join('\n\n');
  const summary = operation === null ? {} : { summary: operation.summary[language] };
  return { ...summary, ...(description === '' ? {} : { description }), ...members };
};

const operationFor = (route: Route, writing: Writing): Json => ({
  operationId: `${route.controller}.${route.name}`,
  tags: [route.operation?.tag.name ?? route.controller],
  ...wordsOf(route, writing.language),
  parameters: [
    ...pathNames(route.path).map(pathParameter(route, writing)),
    ...route.arguments.filter(({ from }) => from === 'query').flatMap(queryParameters(writing)),
    ...headersOf(route, writing.language),
  ],
  ...bodyOf(route, writing),
  responses: answersOf(route, writing.book, writing.language),
});

const tagsOf = (routes: readonly Route[], language: Language): readonly Json[] => {
  const tags = new Map(
    routes.flatMap(({ operation }) => (operation ? [[operation.tag.name, operation.tag]] : [])),
  );
  return [...tags.values()]
    .map(({ name, description }: Tag) => ({ name, description: description[language] }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
};

const about: LocalizedText = {
  en: 'The HTTP API of one town. Moments are RFC 3339 with the offset of the town. A refusal is problem details (RFC 9457) whose `code` never changes. `?lang=zh` or Accept-Language gives this description in Chinese.',
  zh: '本镇的 HTTP 接口。时间采用 RFC 3339 格式并带本镇时区。拒绝以问题详情（RFC 9457）返回，其中 `code` 固定不变。使用 `?lang=en` 或 Accept-Language 可获取英文说明。',
};

const tokenMeans: LocalizedText = {
  en: 'A token of the town (`npm run -s mulin -- token`).',
  zh: '本镇签发的令牌（`npm run -s mulin -- token`）。',
};

const sessionMeans: LocalizedText = {
  en: 'The session of a browser (`POST /api/v1/sessions`); behind TLS the cookie is called `__Host-mulin-session`.',
  zh: '浏览器会话（`POST /api/v1/sessions`）；经 TLS 访问时 Cookie 名为 `__Host-mulin-session`。',
};

/**
 * The description of an application's routes, in one language. Throws an `Error` where two different schemas have the
 * same name.
 */
export const openApiOf = (town: string, routes: readonly Route[], language: Language = 'en'): Json => {
  const writing = { book: schemaBook(), language };
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:([A-Za-z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operationFor(route, writing) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: `Mulin 牟邻 · ${town}`,
      version: '1',
      description: about[language],
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }, { session: [] }],
    tags: tagsOf(routes, language),
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: tokenMeans[language] },
        session: { type: 'apiKey', in: 'cookie', name: 'mulin-session', description: sessionMeans[language] },
      },
      headers: answerHeaderParts(language),
      responses: sharedAnswers(language),
      schemas: { Problem: problemSchema(language), ...writing.book.named() },
    },
  };
};
