import { started } from './compiled.mjs';
import { launch, prepare } from './prepare.mjs';
import { root, step } from './steps.mjs';

// npm run dev: all that npm start brings up, with the app served from its sources, each change at once.
await launch(async () => {
  await prepare();
  const { start } = await started('start');
  await start({ args: process.argv.slice(2), root, step });
});
