import { close, dead, layers, lint, types, unit } from './checks.mjs';
import { launch, prepare } from './prepare.mjs';

// npm run verify: everything that needs no database and no browser.
await launch(async () => {
  await prepare();
  close(await Promise.all([types(), lint(), layers(), dead(), unit()]));
});
