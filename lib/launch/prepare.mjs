import { alone } from './alone.mjs';
import { installPackages } from './install.mjs';
import { requireNode } from './node.mjs';
import { StepFailed } from './steps.mjs';
import { STEPS } from './words.mjs';

/** Everything a TypeScript entry point needs: Node's version, packages, those for tests unless it does without, the generated database client. */
export async function prepare({ tests = true } = {}) {
  requireNode();
  await installPackages({ tests });
  const { generateClient, isClientGenerated } = await import('./generate.mjs');
  await alone(STEPS.client, { isDone: isClientGenerated, work: generateClient });
}

/** Runs `main`; a failure is one line, after the end of what a failed step printed, and exit code 1. */
export async function launch(main) {
  // A reader that has gone (`| head`) or a full disk must not end this process with a stack.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  try {
    await main();
  } catch (failure) {
    if (failure instanceof StepFailed)
      process.stderr.write(`${failure.output.trimEnd().split('\n').slice(-25).join('\n')}\n`);
    process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
    process.exitCode = 1;
  }
}
