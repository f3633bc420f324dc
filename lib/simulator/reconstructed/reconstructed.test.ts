import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseMinute } from '../../domain/minute';
import { promised } from '../../domain/unit';
import { crash } from '../testing/crash';
import { CLAIMED_ACCOUNT as PUBLISHED } from '../../domain/events/claimedAccount';
import { RECONSTRUCTED as MARK } from '../../domain/events/reconstructed';
import { POSITIONS } from './account';
import { exampleFills, fillsText } from './fills';
import { orderLogText } from './orderLog';

const PUBLIC = path.join(import.meta.dirname, '..', '..', '..', 'public');
const log = orderLogText()
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Record<string, unknown>);
const at = (entry: Record<string, unknown>): number => Date.parse(String(entry['time']));

describe('the reconstructed account', () => {
  it('loses what was published, to the digit: 443,835 USDT on DOGE and 148,000 on XRP', () => {
    for (const [symbol, loss] of [
      ['DOGEUSDT', 443_835],
      ['XRPUSDT', 148_000],
    ] as const) {
      const fills = exampleFills().filter((fill) => fill.symbol === symbol);
      expect(fills.reduce((sum, fill) => sum + fill.loss, 0)).toBe(loss);
      const entry = POSITIONS.find((one) => one.symbol === symbol)?.entry ?? '';
      // The same of prices and quantities, in exact steps of 0.000001.
      const exact = fills.map(
        ({ price, quantity }) => Math.round((Number(entry) - Number(price)) * 1e5) * Math.round(Number(quantity) * 10),
      );
      expect(exact.reduce((a, b) => a + b)).toBe(loss * 1e6);
    }
  });

  it('sells at prices within the simulated candles of its minutes', () => {
    const event = crash();
    for (const { symbol, time, price } of exampleFills()) {
      const market = event.derivatives?.find(
        ({ venue, base, kind }) => venue === 'binanceusdm' && kind === 'perp' && `${base}USDT` === symbol,
      );
      if (market === undefined) throw new Error(`${symbol} is not simulated`);
      const candles = event.candles(market);
      const slot = promised(parseMinute(`${time.slice(0, 16).replace(' ', 'T')}Z`)) - candles.range.from;
      expect(Number(price)).toBeGreaterThanOrEqual(candles.low[slot] ?? NaN);
      expect(Number(price)).toBeLessThanOrEqual(candles.high[slot] ?? NaN);
    }
  });

  it('is refused from 21:12 to 23:02 UTC, in the codes and the order of the account', () => {
    const first = (isMeant: (entry: Record<string, unknown>) => boolean): string =>
      new Date(at(log.find(isMeant) ?? {})).toISOString().slice(11, 16);
    expect(log[0]?.['code']).toBe(-2010);
    expect(first(({ code }) => code === -2010)).toBe('21:12');
    expect(first(({ code }) => code === -2022 || code === -4118)).toBe('21:14');
    expect(first(({ code, httpStatus }) => code === -1008 || httpStatus === 503)).toBe('21:15');
    for (const entry of log) {
      expect(at(entry)).toBeGreaterThanOrEqual(Date.parse(PUBLISHED.from));
      expect(at(entry)).toBeLessThan(Date.parse(PUBLISHED.to));
    }
    expect(String(log[0]?.['time'])).toMatch(/^2025-10-11T05:12:.*\+08:00$/);
    expect(String(log.at(-1)?.['time'])).toMatch(/^2025-10-11T07:01:.*\+08:00$/);
    const attempts = log.filter(
      (entry) => entry['reduceOnly'] === true && at(entry) >= Date.parse(PUBLISHED.reduceOnlyFrom),
    );
    expect(attempts.length).toBeGreaterThan(PUBLISHED.moreAttemptsThan);
    expect(attempts.filter(({ status }) => status === 'FILLED')).toHaveLength(exampleFills().length);
  });

  it('says in every line of its files that it is reconstructed', () => {
    const [first, published, head, ...rows] = fillsText().trim().split('\n');
    expect(first?.startsWith(MARK)).toBe(true);
    expect(published).toContain('Published by claimants');
    expect(head).toMatch(/,Reconstructed$/);
    for (const row of rows) expect(row).toContain(MARK);
    for (const { note } of log) expect(note).toBe(MARK);
  });

  it('stands in the files that the app serves: `npx vitest run -u` writes them', async () => {
    await expect(fillsText()).toMatchFileSnapshot(path.join(PUBLIC, 'reconstructed-example-fills.csv'));
    await expect(orderLogText()).toMatchFileSnapshot(path.join(PUBLIC, 'reconstructed-example-orders.jsonl'));
  });
});
