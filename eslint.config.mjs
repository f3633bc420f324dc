import js from '@eslint/js';
import query from '@tanstack/eslint-plugin-query';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['.next/**', 'lib/store/generated/**', 'node_modules/**', 'next-env.d.ts', 'test-results/**', '.cache/**'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked, ...query.configs['flat/recommended']],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A hole must not become a number: `?? 0` and `|| 0` are how it happens.
      'no-restricted-syntax': [
        'error',
        { selector: "LogicalExpression[operator='??'] > Literal.right[value=0]", message: 'No number stands for a hole.' },
        { selector: "LogicalExpression[operator='||'] > Literal.right[value=0]", message: 'No number stands for a hole.' },
        { selector: "Property[key.name='connectNulls'] > Literal[value=true]", message: 'A missing minute stays visibly missing.' },
      ],
    },
  },
  {
    // The reading of a clock is an argument wherever the method is computed.
    files: ['lib/{domain,analysis,charts,permalink}/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'performance'],
      'no-restricted-properties': ['error', { object: 'Date', property: 'now', message: 'now is an argument.' }],
    },
  },
  { files: ['**/*.tsx', 'components/**/*.ts', 'lib/client/**/*.ts'], extends: [hooks.configs.flat.recommended] },
  {
    files: ['**/*.{mjs,cjs}'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly', module: 'readonly', fetch: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', setInterval: 'readonly', clearInterval: 'readonly', AbortSignal: 'readonly' } },
  },
);
