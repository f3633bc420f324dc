import { parseArgs } from 'node:util';
import { crashScenario } from './crash/scenario';
import { startSimulator } from './server';

/** Runs the simulator as a process: prints its origin on standard output, requests on standard error with `--verbose`. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '0' }, verbose: { type: 'boolean', default: false } } });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    process.stderr.write(`"${values.port}" is not a port; write a number from 0 (any free one) to 65535\n`);
    process.exitCode = 2;
    return;
  }
  const log = values.verbose ? (line: string): void => { process.stderr.write(`${line}\n`); } : undefined;
  const simulator = await startSimulator({ scenario: crashScenario(), port, ...(log === undefined ? {} : { log }) });
  process.stdout.write(`${simulator.origin}\n`);
  const stop = (): void => { void simulator.close(); };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

await main();
