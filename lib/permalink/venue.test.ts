import { describe, expect, it } from 'vitest';
import type { Venue } from '../domain/market';
import { promised } from '../domain/unit';
import { refusalWords } from '../words/refusals';
import {
  isMalformedVenueWindow,
  readVenueWindow,
  sharedVenuePath,
  sharedVenuesPath,
  typedWindow,
  venueParameters,
  venuePath,
  venueScan,
} from './venue';

const WINDOW = { from: '2025-10-10T20:00Z', to: '2025-10-11T00:00Z' };
const WRITTEN = 'from=2025-10-10T20:00Z&to=2025-10-11T00:00Z';
const BINANCE = 'binance' as Venue;
const search = (query: string): URLSearchParams => new URLSearchParams(query);

describe('the page of a venue', () => {
  it('writes its window as it reads it', () => {
    const range = promised(readVenueWindow(WINDOW));
    expect(range).toEqual({ from: Date.UTC(2025, 9, 10, 20) / 60_000, to: Date.UTC(2025, 9, 11) / 60_000 });
    expect(venueParameters(range)).toBe(WRITTEN);
    const path = venuePath(BINANCE, range);
    expect(path).toBe(`/venues/binance?${WRITTEN}`);
    expect(readVenueWindow(Object.fromEntries(search(path.split('?')[1] ?? '')))).toEqual({ ok: true, value: range });
  });

  it('leaves a window that nobody chose out of its address', () => {
    expect(venuePath(BINANCE)).toBe('/venues/binance');
  });

  it.each([
    [{ from: WINDOW.from }, '"to" is missing'],
    [{ ...WINDOW, to: WINDOW.from }, 'empty or reversed'],
    [{ ...WINDOW, asset: 'ATOM' }, '"asset" is not a parameter here; the parameters are from, to'],
  ])('refuses with the mend: %j', (fields, said) => {
    const read = readVenueWindow(fields);
    expect(read.ok ? 'read' : refusalWords(read.error)).toContain(said);
  });

  it('has an address to share, without what a form left empty and in small letters', () => {
    const typed = search('from=2025-10-10+20:00&to=2025-10-11T00:00Z');
    expect(sharedVenuePath({ venue: BINANCE, written: 'binance' }, typed)).toBe(`/venues/binance?${WRITTEN}`);
    expect(sharedVenuePath({ venue: BINANCE, written: 'Binance' }, search(''))).toBe('/venues/binance');
    expect(sharedVenuePath({ venue: BINANCE, written: 'binance' }, search(WRITTEN))).toBeUndefined();
  });

  it('has one beside it for all venues, which keeps the language that was chosen', () => {
    expect(sharedVenuesPath(search('from=2025-10-10+20:00&to=2025-10-11T00:00Z'))).toBe(`/venues?${WRITTEN}`);
    expect(sharedVenuesPath(search(`lang=ko&from=&to=`))).toBe('/venues?lang=ko');
    expect(sharedVenuesPath(search(WRITTEN))).toBeUndefined();
    expect(sharedVenuesPath(search(''))).toBeUndefined();
  });

  it('takes an end that is left out from the usual window', () => {
    expect(typedWindow({ from: '2025-10-10 21:00' }, WINDOW)).toEqual({ ...WINDOW, from: '2025-10-10T21:00Z' });
  });

  it.each([
    ['', false],
    [WRITTEN, false],
    ['from=&to=', false],
    ['from=2025-10-10+20:00', false],
    ['utm_source=x', false],
    ['from=yesterday', true],
    ['from=2025-10-10T20:00Z&to=2025-10-10T19:00Z', true],
    ['to=2025-13-10T20:00Z', true],
  ])('%s names no window: %s', (query, expected) => {
    expect(isMalformedVenueWindow(query)).toBe(expected);
  });

  it('lists the venue’s episodes as a scan of it does', () => {
    expect(venueScan(BINANCE, promised(readVenueWindow(WINDOW)), 20)).toMatchObject({
      venues: ['binance'],
      reference: 'own',
      rank: 'depth',
      limit: 20,
    });
  });
});
