import { buildApp } from './build.mjs';
import { launch } from './prepare.mjs';

await launch(buildApp);
