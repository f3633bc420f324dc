import { expect, it } from 'vitest';
import type { Asset, Venue } from '../../domain/market';
import type { Note } from '../../domain/note';
import { noteText } from './notes';

const [ATOM, WBETH, ETH] = ['ATOM', 'WBETH', 'ETH'] as Asset[] as [Asset, Asset, Asset];
const [OKX, GATE] = ['okx', 'gate'] as Venue[] as [Venue, Venue];
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
    { kind: 'no-yardstick', venue: GATE, asset: ATOM },
    'Gate, the reference, has no spot market for ATOM here, so nothing is measured. Choose another venue as the reference.',
  ],
  [
    { ...underlying, markets: 2, withoutRatio: 0 },
    'Compared with ETH times the median ratio of the day before the window, not with WBETH on other venues.',
  ],
  [
    { ...underlying, underlying: undefined, markets: 2, withoutRatio: 0 },
    'Compared with its underlying times the median ratio of the day before the window, not with WBETH on other venues.',
  ],
  [
    { ...underlying, markets: 2, withoutRatio: 1 },
    'Compared with ETH times the median ratio of the day before the window, not with WBETH on other venues. 1 of 2 markets have fewer than 60 minutes in common with it on that day: no ratio, so nothing is measured there.',
  ],
  [
    { kind: 'assumed-parity', quotes: ['USDT'], venues: [GATE, OKX] },
    'Assumed parity: no rate could be measured for USDT in some or all minutes, so 1 USDT counts as 1 USD there (Gate and OKX).',
  ],
  [
    { kind: 'assumed-parity', quotes: ['USDC', 'USDT'], venues: [OKX] },
    'Assumed parity: no rate could be measured for USDC, USDT in some or all minutes, so 1 of each counts as 1 USD there (OKX).',
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
