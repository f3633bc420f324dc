import { Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Asset, Venue } from '../../domain/market';
import type { VenueProgress } from '../../ingest/run/progress';
import { jsonDisplay, textDisplay } from './ingestDisplay';

const progress = (change: Partial<VenueProgress>): VenueProgress => ({
  venue: 'okx' as Venue,
  state: 'working',
  doneMinutes: 0,
  totalMinutes: 100,
  candles: 0,
  note: '',
  ...change,
});

/** Begins what moves the cursor. */
const ESCAPE = String.fromCharCode(27);

/** Ten minutes a second, reported every two seconds. */
const steps = Array.from({ length: 4 }, (_, i) => ({
  nowMs: 2_000 * i,
  now: progress({ doneMinutes: 20 * i, candles: 18 * i }),
}));

describe('an ingest for machines', () => {
  it('is one JSON object a line: a venue at most twice a second, its changes of state at once, all together, and the end', () => {
    let nowMs = 0;
    const lines: unknown[] = [];
    const display = jsonDisplay(
      (line) => lines.push(JSON.parse(line)),
      () => nowMs,
    );
    for (const step of steps) {
      nowMs = step.nowMs;
      display.show(step.now);
    }
    nowMs = 6_100;
    display.show(progress({ doneMinutes: 61, candles: 54 }));
    display.show(progress({ state: 'waiting', doneMinutes: 61, candles: 54, note: 'HTTP 429; next request in 3 s' }));
    const market = { venue: 'okx' as Venue, base: 'ATOM' as Asset, quote: 'USDT', kind: 'perp' } as const;
    display.end({
      venues: [],
      summary: 'all',
      missing: ['okx: x'],
      gaps: [],
      notes: [],
      rechecked: [{ market, source: 'rest', same: 98, differ: 1, fresh: 1 }],
    });
    const unknown = { perSecond: null, etaSeconds: null };
    const venue = { type: 'progress', venue: 'okx', state: 'working', totalMinutes: 100, note: '' };
    const total = { type: 'total', totalMinutes: 100 };
    expect(lines).toEqual([
      { ...venue, doneMinutes: 0, candles: 0, ...unknown },
      { ...total, doneMinutes: 0, candles: 0, ...unknown },
      { ...venue, doneMinutes: 20, candles: 18, ...unknown },
      { ...total, doneMinutes: 20, candles: 18, ...unknown },
      { ...venue, doneMinutes: 40, candles: 36, ...unknown },
      { ...total, doneMinutes: 40, candles: 36, ...unknown },
      { ...venue, doneMinutes: 60, candles: 54, perSecond: 9, etaSeconds: 4 },
      { ...total, doneMinutes: 60, candles: 54, perSecond: 9, etaSeconds: 4 },
      {
        ...venue,
        state: 'waiting',
        note: 'HTTP 429; next request in 3 s',
        doneMinutes: 61,
        candles: 54,
        perSecond: 54 / 6.1,
        etaSeconds: (39 * 6.1) / 61,
      },
      { ...total, doneMinutes: 61, candles: 54, perSecond: 54 / 6.1, etaSeconds: (39 * 6.1) / 61 },
      {
        type: 'done',
        summary: 'all',
        missing: ['okx: x'],
        notes: [],
        revised: [{ market: 'okx ATOM/USDT perp', source: 'rest', same: 98, differ: 1, new: 1 }],
      },
    ]);
  });
});

describe('an ingest for people', () => {
  function stream(isTTY: boolean): { readonly written: () => string; readonly stream: NodeJS.WriteStream } {
    let all = '';
    const to = new Writable({
      write: (chunk, _, done) => {
        all += String(chunk);
        done();
      },
    });
    return {
      written: () => all,
      stream: Object.assign(to, {
        isTTY,
        columns: 200,
        cursorTo: () => true,
        clearLine: () => true,
        moveCursor: () => true,
      }) as unknown as NodeJS.WriteStream,
    };
  }

  it('on a terminal is a bar of each venue with its rate and the time left, under one of all', () => {
    let nowMs = 0;
    const { stream: terminal, written } = stream(true);
    const display = textDisplay(terminal, () => nowMs);
    for (const step of steps) {
      nowMs = step.nowMs;
      display.show(step.now);
    }
    display.close();
    const shown = stripVTControlCharacters(written().replaceAll(ESCAPE, `\n${ESCAPE}`))
      .split('\n')
      .filter((line) => /60%/.test(line));
    expect(shown.map((line) => line.replace(/[█░]+/, '#').replace(/\s+/g, ' ').trim())).toEqual([
      'all venues # 60% · 54 candles · 9 candles/s, about 4 s left',
      'OKX # 60% · 54 candles · fetching, 9 candles/s, about 4 s left',
    ]);
  });

  it('elsewhere is a line for each change, and one of all venues every half minute', () => {
    let nowMs = 0;
    const { stream: file, written } = stream(false);
    const display = textDisplay(file, () => nowMs);
    for (let second = 0; second <= 60; second += 1) {
      nowMs = 1_000 * second;
      display.show(
        progress({
          doneMinutes: second,
          candles: 20 * second,
          ...(second === 45 ? { state: 'waiting', note: 'HTTP 429' } : {}),
        }),
      );
    }
    display.close();
    expect(written().trimEnd().split('\n')).toEqual([
      'OKX: fetching, 0 candles',
      'all venues: 30 %, 600 candles, 20 candles/s, about 70 s left',
      'OKX: waiting to retry, 900 candles (HTTP 429)',
      'OKX: fetching, 920 candles',
      'all venues: 60 %, 1,200 candles, 20 candles/s, about 40 s left',
    ]);
  });
});
