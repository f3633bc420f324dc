import { buildApp } from './build.mjs';
import { browser, close, dead, format, integration, layers, refuseArguments, types, unit } from './checks.mjs';
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

/** Parts one after another. Two such rows side by side keep two cores busy with checks that use one. */
async function inTurn(parts) {
  const results = [];
  for (const part of parts) results.push(await attempt(part));
  return results;
}

// npm test: everything, from types to the browser, on databases of its own that are gone afterwards. Two cores are kept busy: unit tests
// use both, and begin where the first row of checks ends; integration tests wait for databases and processes, browser tests for pages, and
// each uses what the other leaves.
await launch(async () => {
  refuseArguments('test');
  await prepare();
  const results = (await Promise.all([inTurn([types, format, unit]), inTurn([layers, dead])])).flat();
  const built = attempt(async () => {
    const chromium = await findChromium();
    await buildApp();
    return browser(chromium);
  });
  close([...results, ...(await Promise.all([attempt(integration), built]))]);
});
