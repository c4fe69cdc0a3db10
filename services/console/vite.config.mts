/** How the console is built: one page, split by view, every file from our own origin. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import {
  convertCssVariables,
  defaultCssVariablesResolver,
  mergeMantineTheme,
  DEFAULT_THEME,
} from '@mantine/core';
import react from '@vitejs/plugin-react';
import { build, defineConfig, type Plugin, type Rolldown } from 'vite';
import { theme, variables } from './src/app/theme.ts';

const here = import.meta.dirname;
const town = process.env['MULIN_URL'] ?? 'http://127.0.0.1:3110';

/** Compressed once here, and not at each request; what is small gains nothing by it. */
const compress = (folder: string): void => {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(?:js|css|html|svg|webmanifest)$/.test(entry.name)) continue;
    const file = path.join(entry.parentPath, entry.name);
    const content = readFileSync(file);
    if (content.length < 1_000) continue;
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
    writeFileSync(
      `${file}.br`,
      brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    );
  }
};

/**
 * The map is as large as all the rest, and so is what reads files of other systems and checks packs: whoever needs them
 * has them from then on.
 */
const isLarge = (name: string): boolean => /\/(?:town-map|maplibre|reading|workbook|checking)-/.test(name);

/** The scripts that lead from page to page, without what only a large one needs. */
const reached = (bundle: Rolldown.OutputBundle): ReadonlySet<string> => {
  const seen = new Set<string>();
  const follow = (name: string): void => {
    const chunk = bundle[name];
    if (seen.has(name) || isLarge(name) || chunk?.type !== 'chunk') return;
    seen.add(name);
    for (const next of [...chunk.imports, ...chunk.dynamicImports]) follow(next);
  };
  for (const [name, chunk] of Object.entries(bundle))
    if (chunk.type === 'chunk' && chunk.isEntry) follow(name);
  return seen;
};

/**
 * The service worker, built by itself after the page: it must lie at the root, under a name that never changes, and
 * know the names of all files that the page was split into.
 */
const serviceWorker = (): Plugin => ({
  name: 'service-worker',
  apply: 'build',
  async writeBundle(_, bundle) {
    const files = [
      'index.html',
      'icon.svg',
      ...Object.keys(bundle).filter((name) => name.startsWith('console/')),
    ];
    const needed = reached(bundle);
    const kept = files.filter((name) =>
      name.endsWith('.js') ? needed.has(name) : /\.(?:css|html|svg)$/.test(name),
    );
    const list = kept.map((name) => ({
      url: `/${name}`,
      revision: name.startsWith('console/') ? null : String(Date.now()),
    }));
    await build({
      configFile: false,
      logLevel: 'warn',
      define: { 'self.__KEPT': JSON.stringify(list), 'process.env.NODE_ENV': '"production"' },
      build: {
        emptyOutDir: false,
        outDir: path.join(here, 'dist'),
        lib: {
          entry: path.join(here, 'src/offline/worker.ts'),
          formats: ['es'],
          fileName: () => 'worker.js',
        },
      },
    });
    compress(path.join(here, 'dist'));
  },
});

/** `src/app/first.ts` runs as soon as it is there, and waits neither for the styles nor for the frame. */
const firstAtOnce = (): Plugin => ({
  name: 'first-at-once',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle }) =>
      Object.values(bundle ?? {}).flatMap((it) =>
        it.type === 'chunk' && it.name === 'first'
          ? [
              {
                tag: 'script',
                attrs: { type: 'module', async: true, crossorigin: true, src: `/${it.fileName}` },
                injectTo: 'head' as const,
              },
            ]
          : [],
      ),
  },
});

/** A part of the library that is used, and whose styles `mantine.css` leaves out, would look wrong and say nothing. */
const stylesOfParts = (): Plugin => ({
  name: 'styles-of-parts',
  apply: 'build',
  generateBundle(_, bundle) {
    const list = readFileSync(path.join(here, 'src/app/mantine.css'), 'utf8');
    const imported = [...list.matchAll(/styles\/([A-Z]\w+)\.css/g)].map(([, name]) => name);
    const used = Object.values(bundle)
      .flatMap((it) => (it.type === 'chunk' ? Object.keys(it.modules) : []))
      .flatMap((id) => /@mantine\/core\/.*\/(\w+)\.module\.mjs$/.exec(id)?.[1] ?? []);
    const differing = [
      ...used.filter((name) => !imported.includes(name)).map((name) => `${name} is missing`),
      ...imported.filter((name) => !used.includes(name ?? '')).map((name) => `${name} is of no use`),
    ];
    if (differing.length > 0) this.error(`src/app/mantine.css: ${differing.join(', ')}`);
  },
});

/**
 * The variables of the theme as a file: the library would write them into a style element, which the content security
 * policy refuses.
 */
const themeVariables = (): Plugin => ({
  name: 'theme-variables',
  resolveId: (id) => (id === 'virtual:theme.css' ? '\0theme.css' : null),
  load(id) {
    if (id !== '\0theme.css') return null;
    const whole = mergeMantineTheme(DEFAULT_THEME, theme);
    const usual = defaultCssVariablesResolver(whole);
    const own = variables(whole);
    const all = {
      variables: { ...usual.variables, ...own.variables },
      light: { '--mantine-color-scheme': 'light', ...usual.light, ...own.light },
      dark: { '--mantine-color-scheme': 'dark', ...usual.dark, ...own.dark },
    };
    return convertCssVariables(all, ':root');
  },
});

const infra = (name: string): string => readFileSync(path.join(here, '../../infra', name), 'utf8');

/** What comes with Mulin and is read on the disk elsewhere: mappings of files, and the public days of calendars. */
const own: Readonly<Record<string, () => string>> = {
  'virtual:mappings': () =>
    `export default [${['board-replies', 'boston311', 'shangluo-mayor-mailbox'].map((name) => infra(`mappings/${name}.json`)).join(',')}];`,
  'virtual:public-days': () => `export default { cn: ${infra('calendars/cn-2007-2026.json')} };`,
};

const ownFiles = (): Plugin => ({
  name: 'own-files',
  resolveId: (id) => (Object.hasOwn(own, id) ? `\0${id}` : null),
  load: (id) => own[id.slice(1)]?.() ?? null,
});

export default defineConfig({
  root: here,
  plugins: [react(), themeVariables(), ownFiles(), stylesOfParts(), firstAtOnce(), serviceWorker()],
  resolve: {
    conditions: ['source', 'module', 'browser', 'development|production'],
    alias: [
      // Its package names only the file for CommonJS, of which nothing can be left out.
      { find: /^leaflet$/, replacement: 'leaflet/dist/leaflet-src.esm.js' },
      // The same parser, with what it uses of Node brought along.
      { find: /^csv-parse$/, replacement: 'csv-parse/browser/esm' },
    ],
  },
  build: {
    outDir: 'dist',
    assetsDir: 'console',
    // The content security policy lets no `data:` of fonts or scripts in.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ['chrome87', 'safari14', 'firefox78'],
    chunkSizeWarningLimit: 1_200,
    rolldownOptions: {
      // It says of one file that it does something by being read; what that does is needed by its own parts alone.
      treeshake: { moduleSideEffects: [{ test: /react-remove-scroll/, sideEffects: false }] },
      // What reads folders is left out of what a browser is sent, after the bundler has looked at it.
      onwarn: (warning, warn) => {
        if (!/"node:\w+" has been externalized.*libs\/pack\//.test(warning.message)) warn(warning);
      },
      output: {
        // A phone asks for six files at a time, and each costs a way to the town and back: what most pages need is
        // one file, and nothing is one of its own that is not worth the way.
        codeSplitting: {
          groups: [
            // Before everything: who sat here last, and what is asked ahead.
            {
              name: 'first',
              test: /console\/src\/(?:app\/(?:first|language)|api\/(?:ahead|clock|last-session))\.ts$|preload-helper/,
              priority: 9,
            },
            // With all that it imports: what stands around every page.
            {
              name: 'frame',
              test: /console\/src\/(?:app\/(?:app|begin)|parts\/(?:page|asked)|api\/(?:town|command))\.tsx?$/,
              priority: 8,
            },
            // What first views have, and most others: fields to write into, cards, rights.
            {
              name: 'usual',
              test: /components\/(?:InputBase|TextInput|Textarea|FileButton|Card|Checkbox)\/|\/(?:InlineInput|InputsGroupFieldset|get-auto-contrast-value|use-uncontrolled)\/|libs\/kernel\/src|parts\/file-again/,
              priority: 7,
            },
            // What floats beside something, and what opens over a page.
            { name: 'floating', test: /@floating-ui|components\/(?:Popover|Tooltip)\//, priority: 5 },
            { name: 'over', test: /components\/(?:Combobox|Select|ModalBase|Modal)\//, priority: 4 },
            { name: 'told', test: /@mantine\/notifications\/esm|react-transition-group/, priority: 3.5 },
            // No icons: for one of them a first view would wait for all of it.
            {
              name: 'often',
              test: /console\/src\/(?!pages)|node_modules\/(?!@tabler)/,
              minShareCount: 6,
              priority: 3,
            },
            // Of whoever has no account, and of the field.
            { name: 'residents', test: /console\/src\/resident\/(?!dialog)/, minShareCount: 2, priority: 2 },
            {
              name: 'field',
              test: /console\/src\/(?:offline|parts\/(?:deed-texts|as-kept)|pages\/work\/read)/,
              minShareCount: 2,
              priority: 2,
            },
            { name: 'icons', test: /@tabler/, minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/open311', '/openapi.json', '/health', '/docs', '/metrics'].map((at) => [at, town]),
    ),
  },
});
