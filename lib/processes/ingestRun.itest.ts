import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Asset, Venue } from '../domain/market';
import { parseRange, type MinuteRange } from '../domain/minute';
import type { IngestRequest } from '../ingest/run/ingest';
import { openDatabase, type DatabaseOptions } from '../store/connection/database';
import { DatabaseFailure } from '../store/connection/failures';
import { coverageOf } from '../store/coverage/storedCoverage';
import { faultyServer, type FaultyServer } from '../store/testing/faultyServer';
import { freshDatabase, type FreshDatabase } from '../store/testing/testDatabase';
import { ingestInto } from './ingestRun';
import type { SimulatorChild } from './simulatorChild';

const started: { readonly origin: string }[] = [];
vi.mock(import('./simulatorChild'), async (original) => {
  const real = await original();
  return {
    ...real,
    startSimulatorChild: async (): Promise<SimulatorChild> => {
      const simulator = await real.startSimulatorChild();
      started.push(simulator);
      return simulator;
    },
  };
});

function window(): MinuteRange {
  const read = parseRange('2025-10-10T20:00Z', '2025-10-11T00:00Z');
  if (!read.ok) throw new Error('the window is not a range');
  return read.value;
}
const REQUEST: Omit<IngestRequest, 'source'> = {
  assets: ['ATOM' as Asset],
  venues: ['binance' as Venue, 'okx' as Venue],
  windows: [window()],
};

let db: FreshDatabase;
let wire: FaultyServer;
beforeAll(async () => {
  db = await freshDatabase('rehearsal');
  wire = await faultyServer(db.url);
});
afterAll(async () => {
  await wire.close();
  await db.drop();
});

/** Ingests over the wire, which is cut as soon as the first candles are on their way. */
async function ingestOverCutWire(options: DatabaseOptions): Promise<{ readonly missing: readonly string[] }> {
  const database = openDatabase(wire.url, options);
  let wasCut = false;
  try {
    return await ingestInto(
      { name: 'rehearsal', context: { database, simulated: true }, url: wire.url, close: () => database.close() },
      REQUEST,
      {
        signal: new AbortController().signal,
        onProgress: ({ doneMinutes }) => {
          if (wasCut || doneMinutes === 0) return;
          wasCut = true;
          wire.cut();
        },
      },
    );
  } finally {
    await database.close();
  }
}

describe('an ingest whose database stops', () => {
  it('ends with one line, its simulator closed, when the database stays away', async () => {
    const ended = ingestOverCutWire({ outageMs: 0 });
    await expect(ended).rejects.toThrow(DatabaseFailure);
    await expect(ended).rejects.toThrow(/^[^\n]+$/);
    await expect(fetch(started.at(-1)?.origin ?? '')).rejects.toThrow('fetch failed');
    wire.mend();
  });

  it('goes on and misses nothing when the database is back in time, and says once that it waits', async () => {
    const lines: string[] = [];
    const { missing } = await ingestOverCutWire({
      onOutage: (line) => {
        lines.push(line);
        wire.mend();
      },
    });
    expect(missing).toEqual([]);
    expect(lines).toHaveLength(1);
    const coverage = await coverageOf(db, { asset: 'ATOM' as Asset });
    expect(coverage.length).toBeGreaterThan(1);
    for (const { answeredMinutes } of coverage) expect(answeredMinutes).toBe(240);
  });
});
