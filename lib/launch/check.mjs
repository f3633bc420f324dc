import { close, dead, format, layers, refuseArguments, types, unit } from './checks.mjs';
import { launch, prepare } from './prepare.mjs';

// npm run check: everything that needs no database and no browser.
await launch(async () => {
  refuseArguments('run check');
  await prepare();
  close(await Promise.all([types(), format(), layers(), dead(), unit()]));
});
