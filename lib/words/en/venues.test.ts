import { describe, expect, it } from 'vitest';
import { VENUES } from '../../ingest/venues/table';
import { venueList, venueName } from './venues';

describe('a venue’s name', () => {
  it.each([
    ['okx', 'OKX'],
    ['cryptocom', 'Crypto.com'],
    ['htx', 'HTX'],
    ['binancecoinm', 'Binance COIN-M'],
    ['elsewhere', 'elsewhere'],
  ])('of %s is %s', (venue, name) => {
    expect(venueName(venue)).toBe(name);
  });

  it('is known for every venue that is asked', () => {
    expect([...VENUES.keys()].filter((venue) => venueName(venue) === venue)).toEqual([]);
  });

  it.each([
    [[], ''],
    [['okx'], 'OKX'],
    [['okx', 'htx'], 'OKX and HTX'],
    [['okx', 'htx', 'kraken'], 'OKX, HTX and Kraken'],
  ])('in a list of %j reads %j', (venues, text) => {
    expect(venueList(venues)).toBe(text);
  });
});
