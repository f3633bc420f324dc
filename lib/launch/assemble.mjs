import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import wabt from 'wabt';
import { root } from './steps.mjs';

// npm run assemble: makes the binaries of the analysis' vector instructions from their text. A test fails where the two differ.
const TEXTS = [
  { folder: join(root, 'lib', 'analysis', 'reference', 'block'), text: 'block.wat', name: 'BLOCK_BINARY' },
  { folder: join(root, 'lib', 'analysis', 'rates', 'block'), text: 'legs.wat', name: 'LEGS_BINARY' },
];
const { parseWat } = await wabt();
for (const { folder, text, name } of TEXTS) {
  const module = parseWat(text, readFileSync(join(folder, text), 'utf8'), { simd: true });
  module.validate();
  const binary = Buffer.from(module.toBinary({}).buffer).toString('base64');
  writeFileSync(
    join(folder, 'binary.ts'),
    `/** ${text}, as \`npm run assemble\` makes it: base64. */\nexport const ${name} =\n  '${binary}';\n`,
  );
}
