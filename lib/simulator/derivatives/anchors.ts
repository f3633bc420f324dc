import type { ContractMarket } from '../scenario';

/** A published figure of a contract, as the spot anchors of the crash: fields not given are not published. */
export interface ContractAnchor {
  readonly venue: string;
  readonly kind: ContractMarket['kind'];
  readonly base: string;
  readonly at: string;
  readonly open?: number;
  readonly high?: number;
  readonly low: number;
  readonly close?: number;
  /** The publisher gives the day alone; the minute is this scenario's choice. */
  readonly chosen?: 'minute';
  readonly publisher: string;
}

const ATOM_RESEARCH = 'yanagihalab/atom-flash-crash-research';
const EXHIBIT = 'aaronwu2017/TheGlory, exhibit C-7';

export const CONTRACT_ANCHORS: readonly ContractAnchor[] = [
  {
    venue: 'binanceusdm',
    kind: 'perp',
    base: 'ATOM',
    at: '2025-10-10T21:20Z',
    open: 1.777,
    high: 1.827,
    low: 1.46,
    close: 1.642,
    publisher: ATOM_RESEARCH,
  },
  { venue: 'binanceusdm', kind: 'mark', base: 'ATOM', at: '2025-10-10T21:20Z', low: 1.50447, publisher: ATOM_RESEARCH },
  // 21:21: computed from real trades of that day, −70.37 % against Coinbase.
  { venue: 'binancecoinm', kind: 'perp', base: 'ATOM', at: '2025-10-10T21:21Z', low: 1.055, publisher: EXHIBIT },
  {
    venue: 'binancecoinm',
    kind: 'perp',
    base: 'DOGE',
    at: '2025-10-10T21:20Z',
    low: 0.0841,
    chosen: 'minute',
    publisher: EXHIBIT,
  },
  {
    venue: 'binancecoinm',
    kind: 'perp',
    base: 'FIL',
    at: '2025-10-10T21:20Z',
    low: 0.32,
    chosen: 'minute',
    publisher: EXHIBIT,
  },
];
