import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch, prepare } from './prepare.mjs';
import { root } from './steps.mjs';

// node lib/launch/run.mjs FILE.ts ARG…: prepares the checkout, then runs a TypeScript file in this process.
const [file = '', ...args] = process.argv.slice(2);
await launch(async () => {
  await prepare();
  await import('./typescript.mjs');
  process.argv = [process.argv[0], resolve(root, file), ...args];
  await import(pathToFileURL(resolve(root, file)).href);
});
