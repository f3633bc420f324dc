import { buildApp } from './build.mjs';
import { browser, close, dead, integration, layers, lint, refuseArguments, types, unit } from './checks.mjs';
import { findChromium } from './chromium.mjs';
import { launch, prepare } from './prepare.mjs';

/** A part of the run that could not be set up counts as one failure, named; the other parts still run. */
async function attempt(part) {
  try {
    return await part();
  } catch (failure) {
    process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
    if (failure?.output !== undefined) process.stderr.write(`${failure.output}\n`);
    return { passed: 0, failed: 1 };
  }
}

// npm test: everything, from types to the browser, on a database of its own that is gone afterwards.
await launch(async () => {
  refuseArguments('test');
  await prepare();
  const results = [];
  for (const part of [types, lint, layers, dead, unit, integration]) results.push(await attempt(part));
  results.push(
    await attempt(async () => {
      const chromium = await findChromium();
      await buildApp();
      return browser(chromium);
    }),
  );
  close(results);
});
