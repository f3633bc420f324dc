#!/usr/bin/env node
import { started } from './compiled.mjs';
import { launch, prepare } from './prepare.mjs';

await launch(async () => {
  await prepare({ tests: false });
  const { main } = await started('main');
  process.exitCode = await main(process.argv.slice(2));
});
