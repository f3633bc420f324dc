import { readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './steps.mjs';
import { goldenAccepted, NO_DRAWINGS } from './words.mjs';

// npm run golden: takes the drawings that tests left beside their goldens, because they differ, in the goldens' place.
const DRAWN = /(^|[\\/])golden[\\/][^\\/]+\.drawn\.svg$/;
const drawn = readdirSync(join(root, 'lib'), { recursive: true })
  .filter((file) => DRAWN.test(file))
  .map((file) => join('lib', file))
  .sort();
for (const file of drawn) {
  const golden = file.replace(/\.drawn\.svg$/, '.svg');
  renameSync(join(root, file), join(root, golden));
  process.stdout.write(`${goldenAccepted(golden)}\n`);
}
if (drawn.length === 0) process.stdout.write(`${NO_DRAWINGS}\n`);
