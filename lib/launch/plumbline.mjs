#!/usr/bin/env node
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch, prepare } from './prepare.mjs';
import { root } from './steps.mjs';

await launch(async () => {
  await prepare();
  await import('./typescript.mjs');
  const { main } = await import(pathToFileURL(join(root, 'lib', 'cli', 'main.ts')).href);
  process.exitCode = await main(process.argv.slice(2));
});
