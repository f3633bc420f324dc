import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import wabt from 'wabt';
import { root } from './steps.mjs';

// npm run assemble: makes the binary of the analysis' vector instructions from their text. A test fails where the two differ.
const folder = join(root, 'lib', 'analysis', 'reference', 'block');
const { parseWat } = await wabt();
const module = parseWat('block.wat', readFileSync(join(folder, 'block.wat'), 'utf8'), { simd: true });
module.validate();
const binary = Buffer.from(module.toBinary({}).buffer).toString('base64');
writeFileSync(
  join(folder, 'binary.ts'),
  `/** block.wat, as \`npm run assemble\` makes it: base64. */\nexport const BLOCK_BINARY =\n  '${binary}';\n`,
);
