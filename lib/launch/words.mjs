// What the launcher says before the packages that run TypeScript are known to be installed; everything else is in lib/words.

export const STEPS = {
  install: 'Installing packages',
  client: 'Writing the database client',
  build: 'Building the web app',
  chromium: 'Installing Chromium',
  types: 'Types and lint',
  format: 'Format',
  layers: 'Layers',
  dead: 'Dead code',
  unit: 'Unit tests',
  integration: 'Integration tests',
  browser: 'Browser tests',
};

export const stepRunning = (name, seconds) => (seconds === undefined ? `${name} …` : `${name} … ${seconds}`);
export const stepEnded = (name, outcome, seconds) => `${name}: ${outcome} (${seconds})`;
/** `name`: the step, which another process of the checkout is at. */
export const stepWaiting = (name) => `Waiting for another command (${name})`;
export const STEP_DONE = 'done';
export const STEP_FAILED = 'failed';
export const STEP_GIVEN_UP = 'given up';

export const commandFailed = (command, ending) => `"${command}" ended with ${ending}`;

export const nodeTooOld = (least, found) =>
  `Plumbline needs Node ${least} or newer; this is ${found}. Install a newer Node and run the command again.`;

export const clientNotGenerated = (output) =>
  `the database client could not be generated from prisma/schema.prisma:\n${output}`;

export const checksEnded = (passed, failed) => `${passed} passed, ${failed} failed`;
export const argumentsRefused = (command, given) =>
  `npm ${command} takes no arguments, but was given "${given}"; for a single test file run \`npx vitest run --project 'unit*' FILE\``;

export const chromiumNotFound = (path) =>
  `PLUMBLINE_CHROMIUM names ${path}, which does not exist; set it to the path of a Chromium, or unset it`;
export const CHROMIUM_MISSING =
  'the browser tests need Chromium: install it (on Debian `apt-get install chromium`, elsewhere `npx playwright install chromium`), or set PLUMBLINE_CHROMIUM to its path';

export const FUZZ_OPTIONS =
  'npm run fuzz takes --cases and --seed, whole numbers: npm run fuzz -- --cases 100000 --seed 1';

export const goldenAccepted = (file) => `${file}: accepted; read its diff before you commit it`;
export const NO_DRAWINGS =
  'no drawing differs from its golden; run the tests first (`npx vitest run --project unit lib/charts lib/evidence`)';

export const appNotRunning = (address) =>
  `nothing answers at ${address}; start the app in another terminal (\`npm start -- --rehearsal\`), or set PLUMBLINE_ADDRESS`;
export const screenshotTaken = (file, path) => `screenshots/${file}: ${path}`;
export const pageNotAnswered = (path, status) => `${path} answered ${status ?? 'nothing'}: no picture of it.`;
export const pageNotAtRest = (path, seconds) => `${path} was still loading after ${seconds} s: taken as it is.`;
