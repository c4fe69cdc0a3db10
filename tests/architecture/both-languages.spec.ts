/**
 * Whatever a person may be answered with, told at a start, or shown as the state of a part has both languages, and no
 * Chinese sentence takes in what a parser or a driver said in English.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));
const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'services/*.ts', 'libs/*.ts'],
  { cwd: root, encoding: 'utf8' },
)
  .trim()
  .split('\n')
  .filter((file) => !/\.(spec|testing|d)\.ts$|^libs\/testing\//.test(file));

type Seen = Readonly<{ at: string; node: ts.Node; constants: ReadonlyMap<string, ts.Expression> }>;

const constantsOf = (parsed: ts.Node): ReadonlyMap<string, ts.Expression> => {
  const found = new Map<string, ts.Expression>();
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer)
      found.set(node.name.text, node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
};

const all: readonly Seen[] = files.flatMap((file) => {
  const parsed = ts.createSourceFile(
    file,
    readFileSync(`${root}${file}`, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const constants = constantsOf(parsed);
  const found: Seen[] = [];
  const visit = (node: ts.Node): void => {
    const { line } = parsed.getLineAndCharacterOfPosition(node.getStart());
    found.push({ at: `${file}:${line + 1}`, node, constants });
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
});

/** Which argument of each is what people read. */
const sentenceAt: Readonly<Record<string, number>> = {
  Rejection: 1,
  ConfigurationError: 1,
  Unavailable: 0,
  Busy: 0,
  PostgresUnavailable: 0,
  NotHere: 0,
  MigrationRefused: 0,
};

const isText = (node: ts.Expression | undefined): boolean =>
  node === undefined || ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

const nameOf = (property: ts.ObjectLiteralElementLike): string | undefined => property.name?.getText();

/** A text alone is in one language; an object has to have both. What is named or called is of the right type. */
const isInBoth = (node: ts.Expression | undefined): boolean => {
  if (isText(node)) return false;
  if (node === undefined || !ts.isObjectLiteralExpression(node)) return true;
  const names = node.properties.map(nameOf);
  return names.includes('en') && names.includes('zh');
};

const thrown = all.flatMap(({ at, node }) => {
  if (!ts.isNewExpression(node)) return [];
  const place = sentenceAt[node.expression.getText()];
  return place === undefined ? [] : [{ at, sentence: node.arguments?.[place] }];
});

test('there is something to look at', () => {
  expect(thrown.length).toBeGreaterThan(100);
});

test('every refusal, every engine that is away and every mistake of a configuration has both languages', () => {
  expect(thrown.filter(({ sentence }) => !isInBoth(sentence)).map(({ at }) => at)).toEqual([]);
});

/** What is put into a Chinese sentence, as it stands or as the constant of that name was made. */
const isEnglish = (expression: ts.Expression, constants: Seen['constants']): boolean => {
  const text = expression.getText();
  const made = constants.get(text)?.getText() ?? '';
  return [text, made].some((it) => /\.message\b|String\(error\)|\.en\b/.test(it));
};

const intoChinese = all.flatMap(({ at, node, constants }) => {
  if (!ts.isPropertyAssignment(node) || node.name.getText() !== 'zh') return [];
  if (!ts.isTemplateExpression(node.initializer)) return [];
  return node.initializer.templateSpans.map(({ expression }) => ({ at, expression, constants }));
});

test('no Chinese sentence takes in the words of an error', () => {
  expect(intoChinese.length).toBeGreaterThan(100);
  expect(
    intoChinese
      .filter(({ expression, constants }) => isEnglish(expression, constants))
      .map(({ at, expression }) => `${at} ${expression.getText()}`),
  ).toEqual([]);
});

/** What these schemas refuse is said by the shell, or by the start of a town. */
const ofPeople = /^services\/(intake|routing|sla-timer|audit|town)\/|^libs\/service\//;

test('what a check of a schema says is said in both languages', () => {
  const checks = all.flatMap(({ at, node }) => {
    if (!ofPeople.test(at) || !ts.isCallExpression(node)) return [];
    const called = node.expression.getText();
    return /\.(regex|refine)$/.test(called) ? [{ at, said: node.arguments[1] }] : [];
  });
  expect(checks.length).toBeGreaterThan(5);
  expect(checks.filter(({ said }) => said !== undefined && isText(said)).map(({ at }) => at)).toEqual([]);
});
