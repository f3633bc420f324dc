import { buildApp } from './build.mjs';
import { started } from './compiled.mjs';
import { launch, prepare } from './prepare.mjs';
import { root, step } from './steps.mjs';

// npm start: install, generate, build; then the database, the candles and the app (start.ts).
await launch(async () => {
  await prepare({ tests: false });
  const { start } = await started('start');
  await start({ args: process.argv.slice(2), root, build: buildApp, step });
});
