import { parseArgs } from 'node:util';
import { simulatorWords } from '../words/en/simulator';
import { crashScenario } from './crash/scenario';
import type { Scenario } from './scenario';
import { startSimulator } from './server';
import { yearScenario } from './year/scenario';

/** What can be served: the rehearsal of the event, or a year of noise on venues whose interface reaches that far back. */
const SCENARIOS = new Map<string, () => Scenario>([
  ['crash', () => crashScenario()],
  [
    'year',
    () => yearScenario({ venues: ['binance', 'okx', 'bybit', 'kucoin', 'coinbase'], assets: ['BTC', 'ETH', 'SOL'] }),
  ],
]);

/** Runs the simulator as a process: prints its origin on standard output, requests on standard error with `--verbose`. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      scenario: { type: 'string', default: 'crash' },
      verbose: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    process.stderr.write(`${simulatorWords.badPort(values.port)}\n`);
    process.exitCode = 2;
    return;
  }
  const scenario = SCENARIOS.get(values.scenario)?.();
  if (scenario === undefined) {
    process.stderr.write(`${simulatorWords.badScenario(values.scenario, [...SCENARIOS.keys()])}\n`);
    process.exitCode = 2;
    return;
  }
  const log = values.verbose
    ? (line: string): void => {
        process.stderr.write(`${line}\n`);
      }
    : undefined;
  const simulator = await startSimulator({ scenario, port, ...(log === undefined ? {} : { log }) });
  process.stdout.write(`${simulator.origin}\n`);
  const stop = (): void => {
    void simulator.close();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

await main();
