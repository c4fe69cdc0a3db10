/**
 * Writes docs/error-codes.md, every code that a town answers with and its sentence in both languages, gathered from the
 * code; run by hand after one was added: `node infra/scripts/write-error-codes.mjs`. With `--check` it writes nothing,
 * and fails where the page is out of date. A refusal that it cannot read is an error, so that none is left out.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { keepPage } from './keep-page.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folders = [
  'libs/kernel',
  'libs/bus',
  'libs/identity',
  'libs/event-store',
  'libs/scheduler',
  'libs/vault',
  'libs/working-time',
  'libs/service',
  'services/intake',
  'services/routing',
  'services/sla-timer',
  'services/mediation',
  'services/feedback',
  'services/audit',
  'services/inbox',
  'services/town',
];

/** As `libs/service/src/http/problem.ts` has it; a kind that is not here is an error below. */
const statusOf = {
  malformed: 400,
  unsigned: 401,
  forbidden: 403,
  unknown: 404,
  refused: 409,
  stale: 412,
  'too-large': 413,
  reused: 422,
  limited: 429,
};

/** These keep a town from starting, and are said where it was started; no request is answered with them. */
const atStart = [
  'libs/bus/src/kafka/',
  'libs/service/src/platform/message-bus.ts',
  'libs/identity/src/keys.ts',
  'libs/vault/src/opening.ts',
  'libs/vault/src/master-key.ts',
  'libs/event-store/src/adopting.ts',
  'libs/scheduler/src/redis-probe.ts',
  'libs/working-time/src/',
];

const sources = folders.flatMap((folder) =>
  readdirSync(`${root}${folder}/src`, { recursive: true })
    .map((name) => `${folder}/src/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.ts') && !/\.(spec|testing)\.ts$/.test(name))
    .sort(),
);

/** What is put in when it is said stands in braces, by its last name. */
const textOf = (node) => {
  if (node === undefined) return null;
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  const spans = node.templateSpans.map(({ expression, literal }) => {
    const names = expression.getText().match(/[A-Za-z]\w*/g) ?? [];
    const name = names.filter((it) => !['en', 'zh', 'said', 'slice', 'join'].includes(it)).at(-1) ?? '';
    return `{${name || '…'}}${literal.text}`;
  });
  return [node.head.text, ...spans].join('');
};

const propertyOf = (node, name) =>
  node.properties.find((it) => it.name?.text === name && ts.isPropertyAssignment(it))?.initializer;

const sentenceOf = (node) => {
  if (node === undefined || !ts.isObjectLiteralExpression(node)) return null;
  const [en, zh] = [textOf(propertyOf(node, 'en')), textOf(propertyOf(node, 'zh'))];
  return en === null || zh === null ? null : { en, zh };
};

const visit = (node, see) => {
  see(node);
  node.forEachChild((child) => visit(child, see));
};

const isNewRejection = (node) => ts.isNewExpression(node) && node.expression.getText() === 'Rejection';

const constantsOf = (file) => {
  const constants = new Map();
  visit(file, (node) => {
    if (ts.isVariableDeclaration(node) && node.initializer && ts.isIdentifier(node.name))
      constants.set(node.name.text, node.initializer);
  });
  return constants;
};

/** `{ en, zh }` of two parameters of these names. */
const isPutTogether = (node) =>
  ts.isObjectLiteralExpression(node) && node.properties.every((it) => ts.isShorthandPropertyAssignment(it));

/**
 * `const refuse = (code, sentence) => new Rejection(code, sentence, kind)`, or with `en` and `zh` instead of the sentence:
 * by name, which kind it makes.
 */
const makersIn = (constants) =>
  new Map(
    [...constants].flatMap(([name, made]) => {
      if (!ts.isArrowFunction(made) || !isNewRejection(made.body)) return [];
      const [code, sentence, kind] = made.body.arguments;
      const parameters = made.parameters.map((it) => it.name.getText());
      const areTexts = isPutTogether(sentence) && parameters.join() === 'code,en,zh';
      const isSentence = sentence.getText() === parameters[1];
      if (code.getText() !== parameters[0] || !(areTexts || isSentence)) return [];
      return [[name, { kind: textOf(kind) ?? 'refused', body: made.body, areTexts }]];
    }),
  );

/** Sentences that are made of what a request holds. */
const madeUp = {
  validationErrorsText: {
    en: 'Please correct: {each field and what is wrong with it}.',
    zh: '请更正：{各字段及其问题}。',
  },
};

const ofRejection = (node, kind, constants, at) => {
  const [code, sentence] = node.arguments;
  const wrong = () => new Error(`${at}: a code or a sentence that cannot be read: ${node.getText()}`);
  if (!(kind in statusOf)) throw wrong();
  const plain = textOf(code);
  if (ts.isTemplateExpression(code) && ts.isElementAccessExpression(sentence)) {
    const choices = constants.get(sentence.expression.getText());
    if (choices === undefined || !ts.isObjectLiteralExpression(choices)) throw wrong();
    return choices.properties.map((it) => ({
      code: `${code.head.text}${it.name.text}`,
      status: statusOf[kind],
      sentence: sentenceOf(it.initializer),
      at,
    }));
  }
  const called = ts.isCallExpression(sentence) ? madeUp[sentence.expression.getText()] : undefined;
  const said = sentenceOf(sentence) ?? called;
  if (plain === null || said == null) throw wrong();
  return [{ code: plain, status: statusOf[kind], sentence: said, at }];
};

/** `refuse(code, en, zh)`. */
const ofTexts = (node, kind, at) => {
  const [code, en, zh] = node.arguments.map(textOf);
  if (code == null || en == null || zh == null) throw new Error(`${at}: ${node.getText()}`);
  return { code, status: statusOf[kind], sentence: { en, zh }, at };
};

/** `problem(status, code, en, zh)` of the edge. */
const ofProblem = (node, at) => {
  const [status, ...texts] = node.arguments;
  const [code, en, zh] = texts.map(textOf);
  if (code == null || en == null || zh == null) throw new Error(`${at}: ${node.getText()}`);
  return { code, status: Number(status.getText()), sentence: { en, zh }, at };
};

const codesIn = (at) => {
  const file = ts.createSourceFile(at, readFileSync(root + at, 'utf8'), ts.ScriptTarget.Latest, true);
  const constants = constantsOf(file);
  const makers = makersIn(constants);
  const made = new Set([...makers.values()].map(({ body }) => body));
  const found = [];
  visit(file, (node) => {
    if (isNewRejection(node) && !made.has(node))
      found.push(
        ...ofRejection(
          node,
          node.arguments[2] === undefined ? 'refused' : textOf(node.arguments[2]),
          constants,
          at,
        ),
      );
    if (!ts.isCallExpression(node)) return;
    const called = node.expression.getText();
    const maker = makers.get(called);
    if (maker?.areTexts) found.push(ofTexts(node, maker.kind, at));
    else if (maker) found.push(...ofRejection(node, maker.kind, constants, at));
    if (called === 'problem' && at.endsWith('/problem.ts')) found.push(ofProblem(node, at));
  });
  return found;
};

/** What keeps a town from starting, by its code; the refusals of its parts are put into sentences of their own. */
const startCodesIn = (at) => {
  const file = ts.createSourceFile(at, readFileSync(root + at, 'utf8'), ts.ScriptTarget.Latest, true);
  const found = [];
  visit(file, (node) => {
    if (!ts.isNewExpression(node) || node.expression.getText() !== 'ConfigurationError') return;
    const [code, sentence] = node.arguments;
    if (textOf(code) === null) throw new Error(`${at}: ${node.getText()}`);
    const said = sentenceOf(sentence) ?? { en: '{what is in the way}', zh: '{具体原因}' };
    found.push({ code: textOf(code), sentence: said });
  });
  return found;
};

const healthFile = 'libs/service/src/observability/health-text.ts';

/** What `/health/ready` says of a part of a town: the table of sentences, and what services add to it. */
const healthCodes = () => {
  const file = ts.createSourceFile(
    healthFile,
    readFileSync(root + healthFile, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const found = [];
  visit(file, (node) => {
    if (!ts.isVariableDeclaration(node) || node.name.getText() !== 'healthSentences') return;
    visit(node, (it) => {
      if (!ts.isPropertyAssignment(it) || !ts.isArrowFunction(it.initializer)) return;
      const { body } = it.initializer;
      const sentence = sentenceOf(ts.isParenthesizedExpression(body) ? body.expression : body);
      if (sentence === null) throw new Error(`${healthFile}: ${it.getText()}`);
      found.push({ code: it.name.text, sentence });
    });
  });
  if (found.length === 0) throw new Error(`${healthFile}: no sentences found`);
  return found;
};

/** `{ code, params, text }` of a service, where it lacks something. */
const ownHealthCodesIn = (at) => {
  const file = ts.createSourceFile(at, readFileSync(root + at, 'utf8'), ts.ScriptTarget.Latest, true);
  const found = [];
  visit(file, (node) => {
    if (!ts.isObjectLiteralExpression(node) || propertyOf(node, 'params') === undefined) return;
    const code = textOf(propertyOf(node, 'code'));
    const sentence = sentenceOf(propertyOf(node, 'text'));
    if (code !== null && sentence !== null) found.push({ code, sentence });
  });
  return found;
};

const all = sources.flatMap(codesIn);

/** An import reads files and mappings, and refuses them before anything is sent. */
const importing = ['libs/imports/src', 'services/cli/src/import', 'services/cli/src/commands'].flatMap(
  (folder) =>
    readdirSync(root + folder)
      .map((name) => `${folder}/${name}`)
      .filter((name) => name.endsWith('.ts') && !/\.(spec|testing)\.ts$/.test(name))
      .sort(),
);

/**
 * Where the code and the sentence of a refusal of an import stand: `refused(code, …)` of a file or its mapping; of a
 * row `new RowRefused(column, code, …)`, and `{ code, reason }` where the column is known only to the caller.
 */
const refusalIn = (node) => {
  if (ts.isCallExpression(node) && node.expression.getText() === 'refused')
    return { of: 'file', code: node.arguments[0], sentence: node.arguments[1] };
  if (ts.isNewExpression(node) && node.expression.getText() === 'RowRefused')
    return { of: 'row', code: node.arguments[1], sentence: node.arguments[2] };
  if (!ts.isObjectLiteralExpression(node)) return null;
  const [code, sentence] = [propertyOf(node, 'code'), propertyOf(node, 'reason')];
  return code === undefined || sentence === undefined ? null : { of: 'row', code, sentence };
};

/** A refusal that is handed on (`time.code`, `error.sentence`) is gathered where it is made. */
const isHandedOn = (node) => node !== undefined && ts.isPropertyAccessExpression(node);

const refusalsOfImport = (at) => {
  const file = ts.createSourceFile(at, readFileSync(root + at, 'utf8'), ts.ScriptTarget.Latest, true);
  const constants = constantsOf(file);
  const found = [];
  visit(file, (node) => {
    const refusal = refusalIn(node);
    if (refusal === null || isHandedOn(refusal.code) || isHandedOn(refusal.sentence)) return;
    const code = textOf(refusal.code);
    const sentence = sentenceOf(constants.get(refusal.sentence.getText()) ?? refusal.sentence);
    // What a maker hands on by its parameters, as `refused` itself does, is read at its calls.
    if (ts.isIdentifier(refusal.code) || (code !== null && ts.isIdentifier(refusal.sentence) && !sentence))
      return;
    if (code === null || sentence === null)
      throw new Error(`${at}: a code or a sentence that cannot be read: ${node.getText()}`);
    found.push({ code, sentence, status: refusal.of, at });
  });
  return found;
};

const ofImport = importing.flatMap(refusalsOfImport);

const parsed = (at) => ts.createSourceFile(at, readFileSync(root + at, 'utf8'), ts.ScriptTarget.Latest, true);

/** What the command line says, by name: `const en` and `const zh` of each file of texts. */
const textsOfCommandLine = () => {
  const folder = 'services/cli/src/texts';
  const said = { en: new Map(), zh: new Map() };
  for (const name of readdirSync(root + folder).filter((it) => it.endsWith('.ts')))
    for (const [language, table] of constantsOf(parsed(`${folder}/${name}`)))
      if (language in said)
        visit(table, (node) => {
          if (!ts.isPropertyAssignment(node)) return;
          const { initializer: it } = node;
          const text = textOf(ts.isArrowFunction(it) ? it.body : it);
          if (text === null) return;
          const there = said[language].get(node.name.text) ?? [];
          said[language].set(node.name.text, [...there, text]);
        });
  return said;
};

/** `new WrongCall(({ group }) => group.name(…), code)`: those that have a code of their own. */
const wrongCalls = () => {
  const texts = textsOfCommandLine();
  const files = readdirSync(`${root}services/cli/src`, { recursive: true })
    .map((name) => `services/cli/src/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .sort();
  const found = [];
  for (const at of files)
    visit(parsed(at), (node) => {
      if (!ts.isNewExpression(node) || node.expression.getText() !== 'WrongCall') return;
      const [sentence, code] = node.arguments;
      if (code === undefined || isHandedOn(code)) return;
      const said = ts.isArrowFunction(sentence) ? sentence.body : sentence;
      const name = (ts.isCallExpression(said) ? said.expression : said).name?.text;
      const [en, zh] = [texts.en.get(name) ?? [], texts.zh.get(name) ?? []];
      // Two of one name would be one sentence put to the other's code.
      if (textOf(code) === null || en.length !== 1 || zh.length !== 1)
        throw new Error(`${at}: a code or a sentence that cannot be read: ${node.getText()}`);
      found.push({ code: textOf(code), sentence: { en: en[0], zh: zh[0] } });
    });
  return found;
};
const isAtStart = ({ at }) => atStart.some((path) => at.startsWith(path));
const cell = (text) => text.replaceAll('|', '\\|');

/** One row for each code and status; what is said of it in several places stands below each other. */
const rowsOf = (codes) => {
  const rows = new Map();
  for (const { code, status, sentence } of codes) {
    const row = rows.get(`${status} ${code}`) ?? { code, status, said: new Map() };
    row.said.set(sentence.en, sentence);
    rows.set(`${status} ${code}`, row);
  }
  const byStatus = (a, b) => (typeof a.status === 'number' ? a.status - b.status : 0);
  return [...rows.values()].sort((a, b) => byStatus(a, b) || a.code.localeCompare(b.code, 'en'));
};

const joined = (said, language) => [...said.values()].map((it) => cell(it[language])).join('<br>');

const table = (codes) =>
  [
    '| status | code | meaning | 含义 |',
    '| --- | --- | --- | --- |',
    ...rowsOf(codes).map(
      ({ status, code, said }) =>
        `| ${status} | \`${code}\` | ${joined(said, 'en')} | ${joined(said, 'zh')} |`,
    ),
  ].join('\n');

const byCode = (codes) => [...codes].sort((a, b) => a.code.localeCompare(b.code, 'en'));
const plainTable = (codes) =>
  [
    '| code | meaning | 含义 |',
    '| --- | --- | --- |',
    ...byCode(rowsOf(codes.map((it) => ({ ...it, status: 0 })))).map(
      ({ code, said }) => `| \`${code}\` | ${joined(said, 'en')} | ${joined(said, 'zh')} |`,
    ),
  ].join('\n');

const tableOfImport = (of) => plainTable(ofImport.filter(({ status }) => status === of));

await keepPage(
  'docs/error-codes.md',
  `# Codes of refusals 错误代码

Made from the code by \`node infra/scripts/write-error-codes.mjs\`. 本页由代码生成，请勿手工修改。

Every refusal is \`application/problem+json\`: \`type\`, \`title\`, \`status\`, \`detail\` (one of the sentences below, in Chinese or English by \`Accept-Language\`), \`code\` and \`instance\`. A code never changes; a sentence may. Braces stand for what is put in. What to do on each status is said in [connecting](connecting.md#what-to-do-on-a-refusal).

每次拒绝都以 \`application/problem+json\` 返回；\`code\` 不会改变，\`detail\` 按 \`Accept-Language\` 用中文或英文说明。花括号处为具体内容。

## Of a request 请求被拒绝

${table(all.filter((it) => !isAtStart(it)))}

## Of a town that cannot start, and of the command line 启动与命令行

The command line puts them with exit code 2 into \`code\` (\`--json\`); \`npm start\` says them and ends. 命令行退出码为 2；\`npm start\` 说明原因后退出。

${table(all.filter(isAtStart))}

What else keeps a town from starting, said in the language of the terminal. 其他无法启动的原因，按终端语言说明。

${plainTable(sources.flatMap(startCodesIn))}

## Of the command line alone 仅命令行

Exit code 2. A call that lacks something or has too much of it has \`wrong-call\` or the parser's code (\`unknownCommand\`, \`unknownOption\`, \`missingArgument\` …); a town that does not answer is \`town-unreachable\`, an engine \`unavailable\`, both with exit code 3. \`failed\`, with exit code 1, is a fault of ours. 退出码为 2；命令写法有误为 \`wrong-call\` 或解析器的代码；镇或引擎没有应答时退出码为 3；\`failed\` 为程序故障，退出码为 1。

${plainTable(wrongCalls())}

## Of a file that is imported, or its mapping 导入的文件或映射被拒绝

Exit code 2; nothing of the file was sent ([importing](importing.md)). 退出码为 2，文件未导入任何内容。

${tableOfImport('file')}

## Of a row of a file 文件中的一行被拒绝

In the column \`code\` of the file of rejected rows; the other rows are imported, and the exit code is 1. Rows that the town itself refuses have the codes of requests, above. 见被拒绝行清单的 \`code\` 列；其余各行照常导入，退出码为 1。由系统拒绝的行使用上文请求的代码。

${tableOfImport('row')}

## Of a part of a running town 运行状态

What \`/health/ready\` and \`mulin doctor\` say of each part: \`code\`, its \`params\`, and \`text\` in Chinese or English. A part that cannot be reached has \`unavailable\`, or the code of a refusal above. 各部分的状态代码，\`text\` 按所用语言说明。

${plainTable([...healthCodes(), ...sources.flatMap(ownHealthCodesIn)])}
`,
  'node infra/scripts/write-error-codes.mjs',
);
