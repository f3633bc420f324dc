import { expect, it } from 'vitest';
import type { Asset, Market, Venue } from '../../domain/market';
import { parseRange, type MinuteRange } from '../../domain/minute';
import { promised } from '../../domain/unit';
import type { Note } from '../../domain/note';
import { noteText } from './notes';

const [ATOM, WBETH, ETH] = ['ATOM', 'WBETH', 'ETH'] as Asset[] as [Asset, Asset, Asset];
const [OKX, GATE] = ['okx', 'gate'] as Venue[] as [Venue, Venue];
const market = (venue: string, base: string, quote: string): Market => ({ venue, base, quote, kind: 'spot' }) as Market;
const range = (from: string, to: string): MinuteRange => promised(parseRange(`${from}T00:00Z`, `${to}T00:00Z`));
const leftOut = {
  kind: 'left-out',
  of: undefined,
  factor: undefined,
  days: 1,
  range: range('2025-10-10', '2025-10-11'),
} as const;
const underlying = { kind: 'against-underlying', asset: WBETH, underlying: ETH } as const;

it.each<[Note, string]>([
  [
    { kind: 'few-venues', asset: ATOM, venues: 1 },
    'Only 1 venue takes part for ATOM: there is no other to compare it with.',
  ],
  [
    { kind: 'few-venues', asset: ATOM, venues: 3 },
    'Only 3 venues take part for ATOM: leaving each out of its own reference leaves too few others for a median. Compare pairwise instead: choose one venue as the reference.',
  ],
  [
    { kind: 'few-others', asset: WBETH, others: 0, minPeers: 3 },
    'No other venue has a spot market for WBETH here, so the others’ median is empty.',
  ],
  [
    { kind: 'few-others', asset: WBETH, others: 1, minPeers: 2 },
    'Only one other venue has a spot market for WBETH here, and one venue makes no median: the others’ median is empty.',
  ],
  [
    { kind: 'few-others', asset: WBETH, others: 2, minPeers: 3 },
    'Only two other venues have a spot market for WBETH here. The others’ median is empty, because it asks for at least three. Ask for fewer other venues to see it; it is then weak.',
  ],
  [
    { kind: 'few-others', asset: WBETH, others: 4, minPeers: 5 },
    'Only four other venues have a spot market for WBETH here. The others’ median is empty, because it asks for at least five. Ask for fewer other venues to see it.',
  ],
  [
    { kind: 'few-peers', minPeers: 2 },
    'Weak: the reference may rest on only 2 other venues. With so few, one bad price makes the others look wrong.',
  ],
  [
    { kind: 'measured-among-peers' },
    'The reference is the median of all venues, the one measured included: with few venues, a bad price pulls the median toward itself and looks smaller than it is.',
  ],
  [
    { kind: 'weighted-by-volume' },
    'The reference is the median of the other venues, weighted by their volume in the same minute: the largest book counts most. A venue whose volume is unknown does not count.',
  ],
  [
    { kind: 'against-peg' },
    'Compared with 1 USD, not with other venues: a deviation that all venues share is the asset’s own.',
  ],
  [
    { kind: 'pairwise', venue: OKX },
    'Pairwise: every venue is compared with OKX alone, so a deviation may be OKX’s own.',
  ],
  [
    { kind: 'no-reference-venue', venue: GATE, asset: ATOM },
    'Gate, the reference, has no spot market for ATOM here, so nothing is measured. Choose another venue as the reference.',
  ],
  [
    { ...underlying, markets: 2, withoutRatio: 0 },
    'Compared with ETH times the median ratio of the UTC day before each minute’s own, not with WBETH on other venues.',
  ],
  [
    { ...underlying, underlying: undefined, markets: 2, withoutRatio: 0 },
    'Compared with its underlying times the median ratio of the UTC day before each minute’s own, not with WBETH on other venues.',
  ],
  [
    { ...underlying, markets: 2, withoutRatio: 1 },
    'Compared with ETH times the median ratio of the UTC day before each minute’s own, not with WBETH on other venues. 1 of 2 markets have fewer than 60 minutes in common with it on some day: no ratio, so nothing is measured on the day after.',
  ],
  [
    { kind: 'assumed-parity', quotes: ['USDT'], venues: [GATE, OKX] },
    'Assumed parity: no leg measured USDT in some or all minutes, so 1 USDT counts as 1 USD there, give or take 13 % (Gate and OKX).',
  ],
  [
    { kind: 'assumed-parity', quotes: ['USDC', 'USDT'], venues: [OKX] },
    'Assumed parity: no leg measured USDC, USDT in some or all minutes, so 1 of each counts as 1 USD there, give or take 13 % (OKX).',
  ],
  [
    { kind: 'thin-rates', quotes: ['EUR', 'FDUSD'], venues: [GATE, OKX] },
    'Weak rates: those of EUR and FDUSD rest on fewer than three legs, or on fewer than two venues, in most minutes (Gate and OKX).',
  ],
  [
    { kind: 'one-bloc', quote: 'USD', venues: [GATE, OKX], minPeers: 1 },
    'Medians are taken among books quoted in USD alone; the venue measured keeps its own book. 2 venues have such a book.',
  ],
  [
    { kind: 'one-bloc', quote: 'EUR', venues: [GATE, OKX], minPeers: 3 },
    'Medians are taken among books quoted in EUR alone; the venue measured keeps its own book. Only two venues have such a book (Gate and OKX), and a median asks for at least three.',
  ],
  [
    { kind: 'one-bloc', quote: 'EUR', venues: [OKX], minPeers: 3 },
    'Medians are taken among books quoted in EUR alone; the venue measured keeps its own book. Only one venue has such a book (OKX), and a median asks for at least three.',
  ],
  [
    { kind: 'one-bloc', quote: 'EUR', venues: [], minPeers: 3 },
    'Medians are taken among books quoted in EUR alone; the venue measured keeps its own book. No venue has such a book here.',
  ],
  [{ kind: 'not-over' }, 'Some of these minutes are still to come: they count as not fetched.'],
  [
    { kind: 'spot-alone', venues: [GATE, OKX] },
    'Further markets of Gate and OKX are stored, too (perpetual contracts, mark or index prices), but take no part unless you choose them as a venue’s market.',
  ],
  [
    { ...leftOut, why: 'alias', market: market('coinbase', 'BTC', 'USDC'), of: market('coinbase', 'BTC', 'USD') },
    'Coinbase BTC/USDC is a second name of BTC/USD, one and the same order book: on UTC days with both stored it takes no part, and with it or without it every number is the same.',
  ],
  [
    {
      ...leftOut,
      why: 'suspected-alias',
      market: market('gate', 'NEIRO', 'USDC'),
      of: market('gate', 'NEIRO', 'USDT'),
    },
    'Suspected second name: Gate NEIRO/USDC equals NEIRO/USDT in nearly every traded minute on 2025-10-10. It takes no part there, or one order book would count twice.',
  ],
  [
    {
      ...leftOut,
      why: 'suspected-namesake',
      market: market('gate', 'LEO', 'USDT'),
      factor: 0.0341,
      days: 2,
      range: range('2025-10-10', '2025-10-13'),
    },
    'Suspected namesake: Gate LEO/USDT is 0.0341 times the other venues’ median nearly all the time on two UTC days, 2025-10-10 to 2025-10-12, so it may be another coin or another unit. It takes no part there. Mend: name the coin in assets.json, as an alias of an asset with venue "gate".',
  ],
  [
    { ...leftOut, why: 'suspected-namesake', market: market('okx', '1000SATS', 'USDT') },
    'Suspected namesake: OKX 1000SATS/USDT is more than a factor 3 from the other venues’ median nearly all the time on 2025-10-10, so it may be another coin or another unit. It takes no part there. Mend: name the coin in assets.json, as an alias of an asset with venue "okx".',
  ],
  [
    {
      kind: 'read-as',
      market: market('coinbase', 'ATOM', 'USDC'),
      quote: 'USD',
      days: 1,
      range: range('2025-10-10', '2025-10-11'),
    },
    'Coinbase ATOM/USDC is a second name of ATOM/USD, which is not stored on 2025-10-10: it is read as quoted in USD there.',
  ],
  [
    {
      kind: 'read-as',
      market: market('coinbase', 'ATOM', 'USDC'),
      quote: 'USD',
      days: 2,
      range: range('2025-10-10', '2025-10-13'),
    },
    'Coinbase ATOM/USDC is a second name of ATOM/USD, which is not stored on two UTC days, 2025-10-10 to 2025-10-12: it is read as quoted in USD there.',
  ],
  [
    {
      kind: 'book-changes',
      venue: OKX,
      books: [
        { market: market('okx', 'ATOM', 'USDT'), range: range('2025-10-10', '2025-10-11') },
        { market: market('okx', 'ATOM', 'USDC'), range: range('2025-10-11', '2025-10-12') },
      ],
    },
    'OKX is shown by the book of largest volume of each UTC day, which changes in this window: ATOM/USDT from 2025-10-10, then ATOM/USDC from 2025-10-11.',
  ],
  [
    {
      kind: 'book-changes',
      venue: OKX,
      books: [1, 2, 3, 4, 5, 6].map((day) => ({
        market: market('okx', 'ATOM', day % 2 === 0 ? 'USDC' : 'USDT'),
        range: range(`2025-10-0${String(day)}`, `2025-10-0${String(day + 1)}`),
      })),
    },
    'OKX is shown by the book of largest volume of each UTC day, which changes in this window: ATOM/USDT from 2025-10-01, then ATOM/USDC from 2025-10-02, then ATOM/USDT from 2025-10-03, then ATOM/USDC from 2025-10-04, and 2 changes more.',
  ],
  [
    { kind: 'raw-quotes', currency: 'USDT' },
    'Prices are in USDT, not converted. Venues that do not quote in USDT take no part.',
  ],
  [
    { kind: 'perpetuals', venues: [OKX] },
    'Perpetual contracts (OKX) are compared with the spot reference and are never part of it.',
  ],
  [
    { kind: 'computed-prices', venues: [OKX] },
    'Mark and index prices (OKX) are computed by the venue; nobody traded at them. They are compared with the spot reference and are never part of it.',
  ],
  [
    { kind: 'thin-fall', venues: 1 },
    'In its lowest minute the market’s own fall rests on one venue: read it as that venue’s fall, not the market’s.',
  ],
  [
    { kind: 'thin-fall', venues: 2 },
    'In its lowest minute the market’s own fall rests on 2 venues: read it as their fall, not the market’s.',
  ],
])('%j', (note, text) => {
  expect(noteText(note)).toBe(text);
});
