import { epochMs, minute, minuteAt, minuteRange, type MinuteRange } from '../domain/minute';
import type { Answer } from '../domain/observation';
import { crashScenario } from '../simulator/crash/scenario';
import { candleAt, type Scenario, type SimulatedMarket } from '../simulator/scenario';
import type { Database } from '../store/connection/database';
import { ledgerOf } from '../store/ledger/ledger';

/** Everything the scenario knows up to its clock: a minute that still runs is no candle yet. */
const closedRange = (scenario: Scenario): MinuteRange =>
  minuteRange(scenario.range.from, minute(Math.min(scenario.range.to, minuteAt(scenario.nowMs))));

function answerOf(scenario: Scenario, listed: SimulatedMarket): Answer {
  const columns = scenario.candles(listed);
  const asked = closedRange(scenario);
  const candles = Array.from({ length: asked.to - asked.from }, (_, slot) => candleAt(columns, slot)).filter(
    (candle) => candle !== undefined,
  );
  const { venue, base, quote, kind } = listed;
  return {
    market: { venue, base, quote, kind },
    source: 'simulated',
    asked,
    candles,
    quarantined: [],
    askedAtMs: epochMs(asked.to),
    provenance: [],
  };
}

/**
 * Fills a rehearsal database with all eight days of the scenario, as an ingest from the simulator leaves it, without the way
 * through HTTP. `but`: assets that are left out. Comes to the number of candles.
 */
export async function fillRehearsal(
  database: Database,
  but: readonly string[] = [],
): Promise<{ readonly markets: number; readonly candles: number }> {
  const scenario = crashScenario();
  const ledger = ledgerOf(database);
  let candles = 0;
  const markets = scenario.markets.filter(({ base }) => !but.includes(base));
  for (const market of markets) candles += (await ledger.record([answerOf(scenario, market)])).added;
  return { markets: markets.length, candles };
}
