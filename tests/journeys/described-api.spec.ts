/** What a town says of its own API, and that it keeps to it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { type ApiDocument, type ApiOperation, describedBy } from './described-answers.js';
import { openSampleTown, type SampleTown } from './sample-town.js';

const languages = ['en', 'zh'] as const;
const documents = new Map<string, ApiDocument>();
let town: SampleTown | undefined;

beforeAll(async () => {
  town = await openSampleTown('2026-05-06T09:00:00+08:00');
  for (const language of languages) {
    const response = await fetch(`${town.url}/openapi.json?lang=${language}`);
    documents.set(language, (await response.json()) as ApiDocument); // A town describes itself so.
  }
});
afterAll(() => town?.close());

const documentIn = (language: string): ApiDocument => {
  const document = documents.get(language);
  if (document === undefined) throw new Error('the town is open while its description is read');
  return document;
};

const operationsIn = (language: string): readonly (readonly [string, ApiOperation])[] =>
  Object.entries(documentIn(language).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, it]) => [`${method} ${path}`, it] as const),
  );

/** What the project publishes, for whoever has no town at hand. */
const published = (language: string): unknown =>
  JSON.parse(
    readFileSync(new URL(`../../contracts/documents/openapi.${language}.json`, import.meta.url), 'utf8'),
  );

const howToWrite = 'npx tsc -b && node infra/scripts/write-openapi.mjs';

describe.each(languages)('The description of the API in %s', (language) => {
  test('is published as it is today', () => {
    expect({ howToWrite, description: published(language) }).toEqual({
      howToWrite,
      description: documentIn(language),
    });
  });

  test('gives every operation a name of its own, as generators of clients need it', () => {
    const names = operationsIn(language).map(([, it]) => it.operationId);
    expect(names.filter((name, nth) => names.indexOf(name) !== nth)).toEqual([]);
  });

  test('has a summary and a description of every operation', () => {
    const bare = operationsIn(language).filter(([, it]) => !it.summary || !it.description);
    expect(bare.map(([name]) => name)).toEqual([]);
    expect(operationsIn(language).length).toBeGreaterThan(30);
  });

  test('has for every good answer a schema and an example that fits it', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema(documentIn(language), 'api');
    const wrong = operationsIn(language).flatMap(([name, { responses }]) =>
      Object.entries(responses)
        .filter(([status]) => status.startsWith('2'))
        .flatMap(([, { content = {} }]) => {
          const media = Object.values(content) as readonly { schema?: object; example?: unknown }[];
          if (media.length === 0) return [`${name} says nothing of its answer`];
          return media.flatMap(({ schema, example }) => {
            const inDocument = JSON.parse(
              JSON.stringify(schema ?? false).replaceAll('"#/', '"api#/'),
            ) as object;
            return ajv.validate(inDocument, example) ? [] : [`${name}: ${ajv.errorsText()}`];
          });
        }),
    );
    expect(wrong).toEqual([]);
  });

  test('names the codes of the refusals of every operation, and gives an example', () => {
    const bare = operationsIn(language).filter(
      ([, { responses }]) => !('429' in responses && 'default' in responses && '400' in responses),
    );
    expect(bare.map(([name]) => name)).toEqual([]);
  });
});

test('The description is in the language that is asked for', async () => {
  const [first] = operationsIn('en');
  const [same] = operationsIn('zh');
  expect(same?.[0]).toBe(first?.[0]);
  const said = operationsIn('zh').flatMap(([, { summary = '', description = '' }]) => [summary, description]);
  expect(said.filter((it) => !/\p{Script=Han}/u.test(it))).toEqual([]);
  const headers = { 'accept-language': 'zh-CN,zh;q=0.9' };
  const response = await fetch(`${town?.url ?? ''}/openapi.json`, { headers });
  expect(await response.json()).toEqual(documentIn('zh'));
});

describe('An answer that is not as described', () => {
  const asDescribed = (text: string, status = 200, type = 'application/json') =>
    describedBy(documentIn('en'))({ method: 'GET', path: '/api/v1/cases?limit=1', status, type, text });

  test('is found by a field too many, too few, or of another kind', () => {
    expect(asDescribed('{"items":[],"next":null}')).toBeNull();
    expect(asDescribed('{"items":[],"next":null,"more":1}')).toMatch(/additional properties/);
    expect(asDescribed('{"items":[]}')).toMatch(/'next'/);
    expect(asDescribed('{"items":[],"next":4}')).toMatch(/must be/);
  });

  test('is found by a code that its route does not name, and by another media type', () => {
    const problem = (code: string) =>
      JSON.stringify({ type: 'urn:x', title: 'x', status: 400, detail: 'x', code, instance: '/' });
    const type = 'application/problem+json';
    expect(asDescribed(problem('purpose-missing'), 400, type)).toBeNull();
    expect(asDescribed(problem('no-such-code'), 400, type)).toMatch(/allowed values/);
    expect(asDescribed('<p>', 200, 'text/html')).toMatch(/which is not described/);
  });
});
