// Writes the text of a script that goes into what the app makes, as a module: the app is one file then, wherever it runs. A test holds the two
// against each other.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(fileURLToPath(new URL('../..', import.meta.url)), 'lib/server/bundle/script');

/** The module of a script's text, line by line. */
const moduleOf = (text) => `// Of check.mjs, by \`npm run embed\`: it goes into every bundle.
export const CHECK_SCRIPT = [
${text
  .split('\n')
  .map((line) => `  ${JSON.stringify(line)},\n`)
  .join('')}].join('\\n');
`;

writeFileSync(join(folder, 'text.ts'), moduleOf(readFileSync(join(folder, 'check.mjs'), 'utf8')));
