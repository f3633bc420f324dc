import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildApp } from './build.mjs';
import { launch, prepare } from './prepare.mjs';
import { root, step } from './steps.mjs';

// npm start: install, generate, build; then the database, the candles and the app (start.ts).
await launch(async () => {
  await prepare();
  await import('./typescript.mjs');
  const { start } = await import(pathToFileURL(join(root, 'lib', 'launch', 'start.ts')).href);
  await start({ args: process.argv.slice(2), root, build: buildApp, step });
});
