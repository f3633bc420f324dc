import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asset, Venue } from '../../domain/market';
import { minuteAt, minuteRange } from '../../domain/minute';
import { crash as crashScenario } from '../../simulator/testing/crash';
import type { FaultPlan } from '../../simulator/faults';
import { mixedFaults } from '../../simulator/testing/mixedFaults';
import { startSimulator, type Simulator } from '../../simulator/server';
import { connect } from '../venue/connect';
import { ingest, type IngestReport } from './ingest';
import { SPOT_VENUES } from './presets';
import { memoryLedger, type MemoryLedger } from '../testing/memoryLedger';

/** Chosen once: the test below names the faults that struck, so that a plan which strikes nothing fails. */
const SEED = 20_251_010;
/** A fault that never answers costs the whole time limit. Beside other work an honest reply may take as long: it is asked for again. */
const TIMEOUT_MS = 1_000;
/** Where every reply comes, however busy the machine is. */
const CALM_TIMEOUT_MS = 30_000;

let simulator: Simulator;
/** The run in which nothing goes wrong. */
let calm: Awaited<ReturnType<typeof run>>;
beforeAll(async () => {
  simulator = await startSimulator({ scenario: crashScenario() });
  // The venues' classes are loaded here: loading sixteen at once would count against the time limit of the first requests.
  const { origin } = simulator;
  for (const venue of SPOT_VENUES) await connect(venue, { now: Date.now, origin });
  calm = await run([]);
});
afterAll(() => simulator.close());

async function run(
  faults: FaultPlan,
): Promise<{ readonly ledger: MemoryLedger; readonly report: IngestReport; readonly struck: ReadonlySet<string> }> {
  simulator.setFaults(faults);
  const before = simulator.requests.length;
  const ledger = memoryLedger();
  const report = await ingest(
    {
      assets: ['ATOM' as Asset],
      venues: SPOT_VENUES,
      source: 'simulated',
      windows: [
        minuteRange(minuteAt(Date.UTC(2025, 9, 10, 20)), minuteAt(Date.UTC(2025, 9, 11))),
        minuteRange(minuteAt(Date.UTC(2025, 9, 10, 14)), minuteAt(Date.UTC(2025, 9, 10, 20))),
      ],
    },
    {
      ledger,
      now: Date.now,
      origin: simulator.origin,
      timeoutMs: faults.length === 0 ? CALM_TIMEOUT_MS : TIMEOUT_MS,
      patience: { random: () => 0.5, sleep: () => Promise.resolve() },
    },
  );
  return { ledger, report, struck: new Set(simulator.requests.slice(before).flatMap(({ fault }) => fault ?? [])) };
}

describe('a run in which everything goes wrong at once', () => {
  it('ends with the rows of a run in which nothing does', async () => {
    const stormy = await run(mixedFaults(SEED));
    expect(calm.report.missing).toEqual([]);
    expect([...stormy.struck].sort()).toEqual(
      expect.arrayContaining([
        'broken-row',
        'cut-json',
        'duplicated',
        'empty',
        'html',
        'no-volume',
        'reset',
        'shuffled',
        'too-many-requests',
        'unavailable',
        'unclosed-last',
        'wrong-range',
      ]),
    );
    expect(stormy.report.missing).toEqual([]);
    expect(stormy.ledger.contents()).toBe(calm.ledger.contents());
    // What broke the invariant stays in sight.
    expect(stormy.ledger.quarantined().length).toBeGreaterThan(0);
  });

  it('names what it could not get, and has all the rest', async () => {
    const blocked = 'kucoin' as Venue;
    const stormy = await run(mixedFaults(SEED, { geoBlocked: [blocked] }));
    expect(stormy.report.missing).toHaveLength(1);
    expect(stormy.report.missing[0]).toMatch(/^KuCoin.*451/);
    const without = (contents: string): unknown[] =>
      (JSON.parse(contents) as [string, ...unknown[]][]).filter(([key]) => !key.startsWith(blocked));
    expect(without(stormy.ledger.contents())).toEqual(without(calm.ledger.contents()));
  });
});
