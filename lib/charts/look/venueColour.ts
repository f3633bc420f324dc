import { isComputed, type Kind } from '../../domain/market';
import { mixColours } from './mixColours';
import { inkOf, type Theme } from './theme';

export type Dash = 'solid' | 'dashed' | 'dotted' | 'dash-dot' | 'dash-dot-dot';

interface Look {
  readonly light: string;
  readonly dark: string;
  readonly dash: Dash;
}

const look = (light: string, dark: string, dash: Dash): Look => ({ light, dark, dash });

/**
 * One look a venue, the same on every chart. The first eight hues follow Okabe and Ito's palette for the colour-blind,
 * darkened on white and lightened on black until they bear a thin line; from the ninth on a dash carries the difference
 * too. A venue keeps its place for good: add at the end.
 */
const LOOKS: Readonly<Record<string, Look>> = {
  binance: look('#cc4100', '#ff7a2e', 'solid'),
  coinbase: look('#0060b0', '#3f8ff0', 'solid'),
  okx: look('#009268', '#24b894', 'solid'),
  kraken: look('#4b2d9f', '#b7a2ff', 'solid'),
  bybit: look('#c79400', '#f7cf3c', 'solid'),
  kucoin: look('#37a3dc', '#9be0ff', 'solid'),
  gate: look('#c75f9d', '#e77fb8', 'solid'),
  bitget: look('#6b3c1b', '#b07a4e', 'solid'),
  htx: look('#8f1236', '#ff7a96', 'dashed'),
  mexc: look('#00409a', '#7c9cff', 'dashed'),
  bitfinex: look('#5c7a00', '#b5d94a', 'dashed'),
  bitstamp: look('#00777f', '#4fd3dc', 'dashed'),
  upbit: look('#8a5fe0', '#cdb6ff', 'dashed'),
  cryptocom: look('#45525c', '#b4c0c8', 'dashed'),
  gemini: look('#d6337f', '#ff9fcb', 'dashed'),
  bithumb: look('#a35f3c', '#e8b48f', 'dashed'),
  binancecoinm: look('#a33a00', '#ffb27a', 'dotted'),
  binanceusdm: look('#e58a4e', '#ffd0a8', 'dotted'),
};
const PALETTE = Object.values(LOOKS);

/** FNV-1a, 32 bit: small, and the same everywhere. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}

function lookOf(venue: string): Look {
  if (Object.hasOwn(LOOKS, venue)) return LOOKS[venue] as Look;
  const borrowed = PALETTE[hashOf(venue) % PALETTE.length] as Look;
  return { ...borrowed, dash: 'dotted' };
}

/** The colour of a venue, the same on every chart; a venue the table does not know borrows one by the hash of its id. */
export const venueColour = (venue: string, theme: Theme): string => lookOf(venue)[theme];

/** What a venue's other kinds of price are drawn with beside its spot book: its colour, and a dash that no spot line has. */
const KIND_DASHES: Readonly<Record<Exclude<Kind, 'spot'>, Dash>> = {
  perp: 'dotted',
  mark: 'dash-dot',
  index: 'dash-dot-dot',
};

/** Prices nobody traded at step back by this share towards the paper. */
const COMPUTED_PALER = 0.3;

/**
 * How a series is drawn: the venue's colour, and a line that is solid for the first eight venues, dashed for the next, and dotted for venues of
 * contracts and those not in the table. A contract, mark or index has a line that tells it from the venue's spot book.
 */
export function seriesLook(
  { venue, kind }: { readonly venue: string; readonly kind: Kind },
  theme: Theme,
): { readonly colour: string; readonly dash: Dash } {
  const { [theme]: colour, dash } = lookOf(venue);
  if (kind === 'spot') return { colour, dash };
  // A venue that borrows its look is dotted already.
  const own = kind === 'perp' && !Object.hasOwn(LOOKS, venue) ? 'dashed' : KIND_DASHES[kind];
  return { colour: isComputed(kind) ? mixColours(colour, inkOf(theme).paper, COMPUTED_PALER) : colour, dash: own };
}

/** The venues with a look of their own. */
export const VENUES_WITH_LOOKS: readonly string[] = Object.keys(LOOKS);
