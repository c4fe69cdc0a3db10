/** What each source file of the project exports and imports, read with the TypeScript compiler API. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A name that a file exports: declared there, or passed on from `from`. */
export type Exported = Readonly<{
  name: string;
  line: number;
  /** A type leaves nothing at run time. */
  isType: boolean;
  /** Whether a documentation comment stands before it. */
  isDocumented: boolean;
  /** The file and the name there, where it is only passed on. */
  origin?: Readonly<{ file: string; name: string }>;
}>;

/** A name that a file uses of another one; `*`: any of its names. */
type Use = Readonly<{ file: string; name: string }>;

/** One file: paths are relative to the root of the project, with `/`. */
export type Module = Readonly<{
  file: string;
  exports: readonly Exported[];
  /** Files whose names are all passed on (`export *`). */
  stars: readonly string[];
  uses: readonly Use[];
  /** How often each name stands in it, its declaration included. */
  words: ReadonlyMap<string, number>;
}>;

const skipped = new Set(['node_modules', 'dist', '.stryker', 'browser']);

/** All files below `folder` with one of `endings`, relative to the root. */
const filesBelow = (folder: string, endings: RegExp): readonly string[] =>
  readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : filesBelow(file, endings);
    return endings.test(entry.name) ? [file] : [];
  });

/** The source that `specifier` names when `file` imports it; `null` for a package of others. */
const resolved = (file: string, specifier: string): string | null => {
  const [, name] = /^@mulin\/([\w-]+)$/.exec(specifier) ?? [];
  if (specifier === '@mulin/testing/engines') return 'libs/testing/src/engines/index.ts';
  if (name !== undefined)
    return (
      [`libs/${name}`, `services/${name}`, name]
        .map((home) => `${home}/src/index.ts`)
        .find((it) => existsSync(path.join(root, it))) ?? null
    );
  if (!specifier.startsWith('.')) return null;
  const at = path.posix.join(path.posix.dirname(file), specifier);
  // Scripts are plain JavaScript and import what was compiled.
  const source = at.replace('/dist/', '/src/').replace(/\.js$/, '.ts');
  // What a bundler resolves names no ending.
  const asBundled = [`${source}.ts`, `${source}.tsx`, `${source}/index.tsx`];
  return asBundled.find((it) => existsSync(path.join(root, it))) ?? source;
};

const isExported = (node: ts.Statement): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false);

const namesOf = (node: ts.Statement): readonly string[] => {
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name)
        ? [name.text]
        : name.elements.flatMap((it) =>
            ts.isBindingElement(it) && ts.isIdentifier(it.name) ? [it.name.text] : [],
          ),
    );
  const { name } = node as ts.DeclarationStatement;
  return name === undefined ? [] : [name.text];
};

const specifierOf = (node: ts.Node | undefined): string | null =>
  node !== undefined && ts.isStringLiteral(node) ? node.text : null;

/** From where a file imports a name that it exports again; the file itself where it declares the name. */
const importOf = (source: ts.SourceFile, name: string): string | null => {
  for (const node of source.statements) {
    const bindings = ts.isImportDeclaration(node) ? node.importClause?.namedBindings : undefined;
    if (bindings !== undefined && ts.isNamedImports(bindings))
      if (bindings.elements.some((it) => it.name.text === name))
        return specifierOf((node as ts.ImportDeclaration).moduleSpecifier);
  }
  return null;
};

const passedOn = (source: ts.SourceFile, file: string, node: ts.ExportDeclaration): readonly Exported[] => {
  if (node.exportClause === undefined || !ts.isNamedExports(node.exportClause)) return [];
  return node.exportClause.elements.map(({ name, propertyName }) => {
    const original = (propertyName ?? name).text;
    const from = specifierOf(node.moduleSpecifier) ?? importOf(source, original);
    const target = from === null ? file : resolved(file, from);
    return {
      name: name.text,
      line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1,
      isType: node.isTypeOnly,
      // What is of a package of others is documented there.
      isDocumented: target === null,
      ...(target === null ? {} : { origin: { file: target, name: original } }),
    };
  });
};

/** Names that an import takes; an import that is computed or whole takes all. */
const importedBy = (file: string, node: ts.ImportDeclaration): readonly Use[] => {
  const target = resolved(file, specifierOf(node.moduleSpecifier) ?? '');
  const bindings = node.importClause?.namedBindings;
  if (target === null) return [];
  if (bindings === undefined || !ts.isNamedImports(bindings)) return [{ file: target, name: '*' }];
  return bindings.elements.map((it) => ({ file: target, name: (it.propertyName ?? it.name).text }));
};

const dynamicUses = (source: ts.SourceFile, file: string): readonly Use[] => {
  const uses: Use[] = [];
  const visit = (node: ts.Node): void => {
    const argument =
      ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
        ? node.arguments[0]
        : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
          ? node.argument.literal
          : undefined;
    const target = resolved(file, specifierOf(argument) ?? '');
    if (target !== null) uses.push({ file: target, name: '*' });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses;
};

const wordsIn = (source: ts.SourceFile): ReadonlyMap<string, number> => {
  const words = new Map<string, number>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) words.set(node.text, (words.get(node.text) ?? 0) + 1);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return words;
};

/** Reads one file; `text` can be given, so that a plant can be tried. */
export const moduleOf = (file: string, text = readFileSync(path.join(root, file), 'utf8')): Module => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const { statements } = source;
  const declared = statements.filter(isExported).flatMap((node) => {
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    const isDocumented = ts.getJSDocCommentsAndTags(node).some((it) => it.getText().length > '/** */'.length);
    const isType = ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node);
    return namesOf(node).map((name): Exported => ({ name, line, isType, isDocumented }));
  });
  const again = statements.filter(ts.isExportDeclaration);
  const stars = again.flatMap((node) => {
    const target = resolved(file, specifierOf(node.moduleSpecifier) ?? '');
    return node.exportClause === undefined && target !== null ? [target] : [];
  });
  return {
    file,
    exports: [...declared, ...again.flatMap((node) => passedOn(source, file, node))],
    stars,
    uses: [
      ...statements.filter(ts.isImportDeclaration).flatMap((node) => importedBy(file, node)),
      ...dynamicUses(source, file),
    ],
    words: wordsIn(source),
  };
};

/** Every source, spec and script of the project. */
export const allModules = (): readonly Module[] =>
  ['libs', 'services', 'contracts', 'tests', 'infra'].flatMap((folder) =>
    filesBelow(folder, /(?<!\.d)\.(?:tsx?|mjs)$/).map((file) => moduleOf(file)),
  );

export type Project = ReadonlyMap<string, Module>;

export const projectOf = (modules: readonly Module[]): Project =>
  new Map(modules.map((module) => [module.file, module]));

/** Where `name` of `file` is declared, through whatever passes it on; `null` where it is not found. */
export const declarationOf = (
  project: Project,
  file: string,
  name: string,
): Readonly<{ file: string; exported: Exported }> | null => {
  const module = project.get(file);
  if (module === undefined) return null;
  const exported = module.exports.find((it) => it.name === name);
  if (exported !== undefined)
    return exported.origin === undefined || exported.origin.file === file
      ? { file, exported }
      : declarationOf(project, exported.origin.file, exported.origin.name);
  for (const star of module.stars) {
    const found = declarationOf(project, star, name);
    if (found !== null) return found;
  }
  return null;
};

/** All names that can be imported from `file`, those that it passes on included. */
export const namesFrom = (project: Project, file: string): readonly string[] => {
  const module = project.get(file);
  if (module === undefined) return [];
  return [
    ...module.exports.map(({ name }) => name),
    ...module.stars.flatMap((star) => namesFrom(project, star)),
  ];
};
