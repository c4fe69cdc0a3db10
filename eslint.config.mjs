import tseslint from 'typescript-eslint';

const banned = (selectors) => Object.entries(selectors).map(([selector, message]) => ({ selector, message }));

/** The edge of the program, where the environment is read. */
const edge = ['services/*/src/main.ts', 'tests/benchmarks/main.ts', 'libs/testing/src/test-database.ts'];
/** Tests tell whole stories, so they may be longer than what they test. */
const stories = ['**/*.spec.ts', '**/*.testing.ts', 'libs/testing/**', 'tests/**'];

export default tseslint.config(
  {
    ignores: [
      '**/*.d.ts',
      '**/*.mts',
      '**/dist',
      '**/node_modules',
      '**/*.cjs',
      '**/*.mjs',
      '.nx',
      '.mulin',
      '.stryker',
    ],
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: {
        project: ['tsconfig.tests.json', 'services/console/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      'max-depth': ['error', 3],
      // An exhaustive switch is one thing to read, however many cases it has.
      complexity: ['error', { max: 8, variant: 'modified' }],
      eqeqeq: 'error',
      'no-console': 'error',
      'prefer-const': 'error',
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'The environment is read in main.ts and handed on as values.',
        },
      ],
      'no-restricted-syntax': [
        'error',
        ...banned({
          TSEnumDeclaration: 'A union of string literals says the same and leaves nothing behind.',
          'TSModuleDeclaration[kind!="global"]': 'A module is the namespace.',
          ExportDefaultDeclaration: 'What is exported has a name.',
        }),
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    },
  },
  {
    // Markup is long, and says one thing.
    files: ['services/console/src/**/*.tsx'],
    rules: {
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      complexity: ['error', { max: 14, variant: 'modified' }],
    },
  },
  {
    // What runs in a browser: as it is served, with its types in comments.
    files: ['*/*/browser/*.js'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      complexity: ['error', { max: 8, variant: 'modified' }],
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map((property) => ({
          property,
          message: 'What was told is text, and never markup.',
        })),
      ],
      'prefer-const': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
    },
  },
  {
    files: ['services/*/src/domain/**/*.ts', 'libs/working-time/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-globals': ['error', 'fetch', 'setTimeout', 'setInterval', 'process', 'crypto'],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'A decision is pure.' },
        { object: 'Date', property: 'now', message: 'The present moment is handed in.' },
      ],
    },
  },
  {
    files: ['services/*/src/http/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@nestjs/common',
              importNames: ['Controller', 'Get', 'Post', 'HttpCode', 'Body', 'Query', 'Param'],
              message: 'Those of @mulin/service also tell the description of the API.',
            },
          ],
        },
      ],
    },
  },
  { files: edge, rules: { 'no-restricted-properties': 'off' } },
  {
    files: stories,
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      'max-params': 'off',
      'no-restricted-properties': 'off',
    },
  },
);
