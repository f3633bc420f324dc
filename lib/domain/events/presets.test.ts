import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PRESETS } from '../../ingest/run/presets';
import { PAGES } from '../../../components/frame/pages';
import { knownAssets } from '../asset';
import { formatMinute, overlap } from '../minute';
import { isComputed } from '../market';
import { EVENT_IDS, isEventId } from './event';
import { assetsOf, eventOf, EVENTS } from './presets';

describe('the events', () => {
  it('are one a date, oldest first, and each date is the window’s first day', () => {
    expect(EVENTS.map(({ id }) => id)).toEqual([...EVENT_IDS]);
    expect([...EVENT_IDS].sort()).toEqual([...EVENT_IDS]);
    for (const { id, window } of EVENTS) expect(formatMinute(window.from).slice(0, 10)).toBe(id);
  });

  it('have declared hours inside their window: 21:36 to 22:16 on 10 October 2025, none elsewhere', () => {
    const declared = EVENTS.flatMap(({ id, window, declared: one }) =>
      one === undefined
        ? []
        : [[id, formatMinute(one.range.from), formatMinute(one.range.to), overlap(window, one.range)]],
    );
    const { range } = eventOf('2025-10-10').declared ?? {};
    expect(declared).toEqual([['2025-10-10', '2025-10-10T21:36Z', '2025-10-10T22:16Z', range]]);
  });

  it('hold every figure against a market and minutes of their own days', () => {
    for (const { window, figures } of EVENTS)
      for (const { check } of figures) {
        const day = 'range' in check ? check.range.from : check.at;
        expect(formatMinute(day).slice(0, 10)).toBe(formatMinute(window.from).slice(0, 10));
        if (isComputed(check.market.kind)) expect(check.kind).toBe('candle');
      }
  });

  it('count every asset of 10 October 2025, and of the others their own alone', () => {
    expect(assetsOf(eventOf('2025-10-10'))).toBeUndefined();
    expect(assetsOf(eventOf('2023-03-11'))).toEqual(['USDC', 'USDT', 'BTC']);
  });

  it('come in by a preset of the ingest that covers their window and assets', () => {
    const { window, assets, roads } = eventOf('2025-10-10');
    const [road] = roads;
    const preset = road?.kind === 'preset' ? PRESETS.get(road.preset) : undefined;
    expect(preset?.windows[0]).toEqual(window);
    expect(preset?.assets).toEqual(assets);
  });

  it('are known by their date alone', () => {
    expect(['2025-10-10', '2025-10-11', 'crash', ''].map(isEventId)).toEqual([true, false, false, false]);
  });
});

describe('the pages beside those of assets', () => {
  it('take no name that, in capitals, is an asset’s', () => {
    const known = new Set<string>(knownAssets().map(({ asset }) => asset));
    const pages = readdirSync('app', { withFileTypes: true })
      .filter((one) => one.isDirectory() && /^[a-z]+$/.test(one.name))
      .map(({ name }) => name);
    expect(pages).toEqual(expect.arrayContaining([...PAGES]));
    expect(pages.filter((page) => known.has(page.toUpperCase()))).toEqual([]);
  });
});
