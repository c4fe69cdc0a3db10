/**
 * Every Chinese text in code and in packs: full-width punctuation, one word for one thing, and no English but names that
 * have no Chinese one.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));
const tracked = (...patterns: readonly string[]): readonly string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...patterns], {
    cwd: root,
    encoding: 'utf8',
  })
    .trim()
    .split('\n');

const han = /\p{Script=Han}/u;

/** A text as it will be read; what is put in stands as `{}`. */
type Text = Readonly<{ at: string; text: string }>;

/** Whether it is what an object has under `zh`: it may hold no Chinese character of its own. */
const isUnderZh = (node: ts.Node): boolean =>
  ts.isPropertyAssignment(node.parent) &&
  node.parent.initializer === node &&
  node.parent.name.getText() === 'zh';

const isUnderEn = (node: ts.Node): boolean =>
  ts.isPropertyAssignment(node.parent) && node.parent.name.getText() === 'en';

/** Of a regular expression, whose words are read by the program alone. */
const isPattern = (text: string): boolean => text.includes('\\');

const textOf = (node: ts.Node): string | null => {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
    return node.text.replaceAll(/\{\{\w+\}\}/g, '{}');
  if (!ts.isTemplateExpression(node)) return null;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => `{}${literal.text}`)].join('');
};

const textsIn = (file: string, source: string): readonly Text[] => {
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: Text[] = [];
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    const isChinese = text !== null && (han.test(text) || isUnderZh(node));
    if (isChinese && !isUnderEn(node) && !isPattern(text)) {
      const { line } = parsed.getLineAndCharacterOfPosition(node.getStart());
      found.push({ at: `${file}:${line + 1}`, text });
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
};

/** What is under `zh` in JSON, wherever it stands. */
const zhIn = (file: string, value: unknown): readonly Text[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'zh' && typeof inner === 'string' ? [{ at: file, text: inner }] : zhIn(file, inner),
  );
};

/** Both languages stand side by side on the page that tries the API, and in what a terminal is told first. */
const inTwoLanguages = /docs-page|openapi\.ts|\/main\.ts|pages\/front\.ts:52/;

const inCode = tracked('services/*.ts', 'libs/*.ts', 'contracts/*.ts')
  .filter((file) => !/\.(spec|testing)\.ts$|^libs\/testing\//.test(file))
  .flatMap((file) => textsIn(file, readFileSync(`${root}${file}`, 'utf8')))
  .filter(({ at }) => !inTwoLanguages.test(at));
const inPacks = tracked('infra/packs/*.json', 'infra/packs/*.geojson').flatMap((file) =>
  zhIn(file, JSON.parse(readFileSync(`${root}${file}`, 'utf8'))),
);
const all = [...inCode, ...inPacks];

const shown = (texts: readonly Text[]) => texts.map(({ at, text }) => `${at} ${text}`);

/** A colon of an address or of a time of day is none of a sentence, and a call is typed as it is. */
const halfWidth = /[,;!?()]|:(?!\/\/|\d)/;
const typed =
  /npm run -s mulin -- [a-z0-9 =-]+|Ctrl-C|mulin pack check|MULIN_[A-Z]+=\S+|[dMy/]+ H:mm|\["08:30", "12:00"\]/g;

test('there are texts to look at', () => {
  expect(inCode.length).toBeGreaterThan(300);
  expect(inPacks.length).toBeGreaterThan(50);
});

test('Chinese is punctuated in full width', () => {
  expect(shown(all.filter(({ text }) => halfWidth.test(text.replaceAll(typed, ''))))).toEqual([]);
});

/** Each of these has one word: what stands first is the one that is not used. */
const oneWord = [
  ['超时', '超期'],
  ['逾期', '超期'],
  ['裁[定决]', '协调确定'],
  ['已合并', '已并案'],
  ['已办理(?!完毕)', '待核查（承办人办完）、已办结（结案）'],
  ['居民端', '网上诉求'],
  ['归档记录|历史数据', '历史档案'],
  ['受理席', '受理台'],
  ['险情与紧急危险', '突发险情'],
  ['约谈日', '接访日'],
  ['上报时间', '反映时间'],
  ['视图', '列表'],
  ['(?<!参与)办理人(?!员)|主办人', '承办人'],
  ['当值', '值班'],
  ['移交', '交单'],
  ['时限已超', '已超期'],
] as const satisfies readonly (readonly [string, string])[];

describe('Chinese has one word for one thing', () => {
  test.each(oneWord)('not %s but %s', (word, _) => {
    expect(shown(all.filter(({ text }) => new RegExp(word).test(text)))).toEqual([]);
  });
});

/** Names of formats, programs, headers, files and of what is typed: they are called so in Chinese, too. */
const names =
  /\b(JSON|GeoJSON|CSV|PostgreSQL|IANA|UUID|URL|RFC|NUL|HTTP|ETag|If-Match|Idempotency-Key|SHA|WGS(?:84)?|GCJ(?:02)?|BD(?:09)?|CGCS2000|EPSG|ES256|JWK|GB18030|Retry-After|Expect|100-continue|KiB|MiB|JPEG|PNG|WebP|API|ID|Node|Unicode|UTF|GBK|GB|UTC|Excel|WPS|FeatureCollection|Feature|Polygon|MultiPolygon|mulin-(after|position)|open311|Prometheus|Kafka|KurrentDB|Redis|OpenAPI|Accept-Language)\b/gi;
/** What is shown as an example, or typed as it stands; names of fields stand between backticks. */
const examples =
  /`[^`]*`|“(root|nobody|noexec|glibc|npm ci)”|\/(cases|escalations)\b|\.(?:xlsx|csv)\b|[dMy/]+ H:mm|application\/json|"[^"]*"|--[a-z-]+|[a-z-]+\.(json|geojson|key)|npm (start|run)|chmod|[A-Z]+_[A-Z_]+|\b(LANG|zh|en|list|retry|drop|all|http|https|true|false|dead-letters|accounts|add|change|password|disable|enable|verifier|encoding|timeFormats|asOf|datum|channels|menuItems|complete|purpose|mon-fri|mon|sun|mulin import|mulin deliveries release|mulin topics apply|kafka-1:9092|max_connections|maxmemory-policy|noeviction|redis:\/\/…\/1|NAME|community-secretary|asked-for|consent-withdrawn|no-longer-needed|kept-unlawfully)\b|Asia\/Shanghai|\d{4}-\d\d-\d\dT[\d:+]+/g;

test('Chinese holds no English', () => {
  const left = ({ text }: Text) =>
    text.replaceAll('{}', ' ').replaceAll(typed, '').replaceAll(examples, '').replaceAll(names, '');
  expect(shown(all.filter((it) => /[A-Za-z]{3,}/.test(left(it))))).toEqual([]);
});
