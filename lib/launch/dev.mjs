import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch, prepare } from './prepare.mjs';
import { root, step } from './steps.mjs';

// npm run dev: all that npm start brings up, with the app served from its sources, each change at once.
await launch(async () => {
  await prepare();
  await import('./typescript.mjs');
  const { start } = await import(pathToFileURL(join(root, 'lib', 'launch', 'start.ts')).href);
  await start({ args: process.argv.slice(2), root, step });
});
