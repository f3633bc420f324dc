import js from '@eslint/js';
import query from '@tanstack/eslint-plugin-query';
import tseslint from 'typescript-eslint';
import addressesOutside from './lib/launch/lint/addresses.mjs';
import methodConstants from './lib/launch/lint/methodConstants.mjs';
import wordsOutside from './lib/launch/lint/words.mjs';

// A hole must not become a number: `?? 0`, `|| 0`, `??= 0` and `connectNulls: true` are how it happens.
const ZERO = [':matches(Literal[value=0])', ":matches(UnaryExpression[operator='-'][argument.value=0])"];
const HOLES = [
  ...ZERO.flatMap((zero) => [
    {
      selector: `LogicalExpression:matches([operator='??'], [operator='||']) > ${zero}.right`,
      message: 'No number stands for a hole.',
    },
    {
      selector: `AssignmentExpression:matches([operator='??='], [operator='||=']) > ${zero}.right`,
      message: 'No number stands for a hole.',
    },
  ]),
  {
    selector: "Property:matches([key.name='connectNulls'], [key.value='connectNulls']) > Literal[value=true]",
    message: 'A missing minute stays visibly missing.',
  },
];
// How entries and sentences follow each other differs between languages: Chinese has its own comma, and no space after a sentence.
const JOINS = [
  "CallExpression[callee.property.name='join'] > Literal[value=/^[,;] ?$/]",
  'TemplateLiteral > TemplateElement[value.raw=/^[,;] ?$/]',
  'JSXText[value=/^\\s*[,;]\\s*$/]',
  'JSXExpressionContainer > Literal[value=/^[,;] ?$/]',
].map((selector) => ({ selector, message: 'The language joins: lib/words/spelled.' }));
/** Tests, and what only they need. */
const TESTS = ['**/testing/**', '**/*.{test,itest,spec}.{ts,tsx}'];
// The reading of a clock is an argument wherever the method is computed.
const CLOCKS = [{ selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'now is an argument.' }];

export default tseslint.config(
  {
    ignores: ['.next/**', 'lib/store/generated/**', 'node_modules/**', 'next-env.d.ts', 'test-results/**', '.cache/**'],
  },
  // The usual rules for TypeScript, those that need types among them, are in .oxlintrc.json: natively checked, in a tenth of the time.
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.base, ...query.configs['flat/recommended']],
    // No rule here asks for types or reads JSDoc: neither the way back to TypeScript's nodes nor its own reading of comments is made.
    languageOptions: { parserOptions: { preserveNodeMaps: false, jsDocParsingMode: 'none' } },
    rules: {
      'no-restricted-syntax': ['error', ...HOLES],
      // It asks for types, and without them finds nothing, without a word.
      '@tanstack/query/no-void-query-fn': 'off',
    },
  },
  {
    files: ['{app,components}/**/*.tsx'],
    // The method's text is in English alone.
    ignores: [...TESTS, 'components/method/**'],
    rules: { 'no-restricted-syntax': ['error', ...HOLES, ...JOINS] },
  },
  {
    files: ['lib/{domain,analysis,charts,permalink}/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...HOLES, ...CLOCKS],
      'no-restricted-globals': ['error', 'process', 'performance'],
      'no-restricted-properties': ['error', { object: 'Date', property: 'now', message: 'now is an argument.' }],
    },
  },
  {
    files: ['{app,components,lib}/**/*.{ts,tsx}'],
    // Tests write the values they expect; so does the second reading of the method. The simulator's venues list what they like.
    ignores: ['lib/domain/method.ts', 'lib/simulator/**', '**/testing/**', '**/*.{test,itest,spec}.{ts,tsx}'],
    plugins: { method: { rules: { constants: methodConstants } } },
    rules: { 'method/constants': 'error' },
  },
  {
    files: ['{app,components,lib}/**/*.{ts,tsx}', 'proxy.ts'],
    // Besides tests: names of assets are names; the simulator writes what exchanges answer; the last two are tools of ours.
    ignores: [
      ...TESTS,
      'lib/words/**',
      'lib/domain/asset/seed/**',
      'lib/simulator/**',
      'lib/bench/**',
      'lib/torture/**',
      'lib/cli/checkReal/**',
    ],
    plugins: { words: { rules: { outside: wordsOutside } } },
    rules: { 'words/outside': 'error' },
  },
  {
    files: ['{app,components,lib}/**/*.{ts,tsx}', 'proxy.ts'],
    // Besides tests: these addresses are of databases and of exchanges, not of views.
    ignores: [
      ...TESTS,
      'lib/permalink/**',
      'lib/store/connection/address.ts',
      'lib/store/embedded/server.ts',
      'lib/simulator/server.ts',
      'lib/venues/question.ts',
      'lib/bench/**',
      'lib/torture/**',
    ],
    plugins: { addresses: { rules: { outside: addressesOutside } } },
    rules: { 'addresses/outside': 'error' },
  },
  {
    // The text of a file that is linted itself.
    files: ['lib/server/bundle/script/text.ts'],
    rules: { 'words/outside': 'off', 'addresses/outside': 'off', 'method/constants': 'off' },
  },
  {
    files: ['**/*.{mjs,cjs}'],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        module: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        AbortSignal: 'readonly',
      },
    },
  },
);
