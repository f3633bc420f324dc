import type { Side } from '../../domain/episode';
import type { Rank, ScanReference } from '../../domain/scan';
import { count } from './numbers';

/** The form that says which episodes are looked for. */
export const scanForm = {
  rank: 'Rank by',
  reference: 'Compare with',
  asset: 'Asset',
  venue: 'Venue',
  kind: 'Market kind',
  side: 'Side',
  certainty: 'Certainty',
  depth: 'Minimum depth',
  peers: 'Other venues at the peak',
} as const;

/** What a list of the form says where nothing is chosen. */
export const anyOf = {
  asset: 'all assets',
  venue: 'all venues',
  kind: 'all kinds',
  side: 'below and above',
  certainty: 'any',
  depth: 'entry level',
  peers: 'any number',
} as const;

const RANKS: Readonly<Record<Rank, string>> = {
  depth: 'depth',
  duration: 'duration',
  area: 'area',
  volume: 'volume in USD',
};
export const rankWords = (rank: Rank): string => RANKS[rank];

const REFERENCES: Readonly<Record<ScanReference, string>> = {
  own: 'each asset’s own reference',
  others: 'the other venues',
  wrapped: 'the underlying (wrapped assets)',
  peg: 'the peg (pegged assets)',
};
export const scanReferenceWords = (reference: ScanReference): string => REFERENCES[reference];

const ONLY: Readonly<Record<Side, string>> = { below: 'below only', above: 'above only' };
export const onlySide = (side: Side): string => ONLY[side];

export const orMore = (peers: number): string => `${String(peers)} or more`;

const REFERENCE_HEADS: Readonly<Record<ScanReference, string>> = {
  own: 'Reference,\nUSD',
  others: 'Others’ median,\nUSD',
  wrapped: 'From underlying,\nUSD',
  peg: 'Peg,\nUSD',
};

/** Heads of the list of episodes of many assets; a new line where a head has two. */
export const rankedHeads = {
  asset: 'Asset',
  venue: 'Venue',
  peak: 'Peak',
  bar: 'Depth as a bar',
  worstMinute: 'Peak minute, UTC',
  price: 'Price,\nUSD',
  reference: (reference: ScanReference): string => REFERENCE_HEADS[reference],
  duration: 'Duration',
  recovery: 'Recovered\nafter',
  area: 'Area, %·min',
  volume: 'Volume, USD',
  unknown: 'Unknown, min',
  certainty: 'Certainty',
  peers: 'Other venues',
} as const;

/** The top of the page. */
export const scanHead = {
  title: 'Every asset, deepest first',
  lead: 'Every episode of every asset with data: a period in which a venue’s price deviated from its reference. The figures say how far and for how long, not why.',
  table: 'Episodes of every asset',
} as const;

interface Found {
  readonly found: number;
  /** Those looked through: with data in the window. */
  readonly assets: number;
  readonly shown: number;
}

/** "1,234 episodes among the 9 assets with data. The first 200 are shown; the JSON answer takes a higher limit." The number apart, to be set in bold. */
export const scanFound = ({ found, assets, shown }: Found): { readonly found: string; readonly rest: string } => ({
  found: count(found),
  rest: `${found === 1 ? 'episode' : 'episodes'} ${assets === 1 ? 'in the one asset' : `among the ${count(assets)} assets`} with data.${
    found > shown ? ` The first ${count(shown)} are shown; the JSON answer takes a higher limit.` : ''
  }`,
});

/** Below the list: episodes that the rates do not bear out. */
export const scanWithin = {
  title: 'Within the rate’s uncertainty',
  lead: (found: number): string =>
    `${count(found)} ${found === 1 ? 'episode deviates' : 'episodes deviate'} so far by the rates measured, but no further than those rates may be off. They say nothing about the venue, and are ranked nowhere.`,
} as const;
