import { clock, dayPart, formatLevel, signedPercent } from './numbers';
import { venueName } from './venues';

/** The grid of assets and venues on the front page. */
export const heatmap = {
  title: 'Which asset, on which venue',
  lead: 'The deepest episode of each asset on each venue, in percent from its own reference; the deepest first. A cell opens its minute.',
  label: 'Deepest deviation of each asset on each venue',
  asset: 'Asset',
  key: 'From',
  level: (level: number): string => (level === 0 ? formatLevel(0.01) : formatLevel(level)),
  held: 'no episode',
  none: 'no data',
  /** The cell itself, whose head and row say the rest. */
  cell: (peak: number): string => signedPercent(peak).replace(' %', ''),
  open: ({
    name,
    venue,
    peak,
    peakMinute,
  }: {
    readonly name: string;
    readonly venue: string;
    readonly peak: number;
    readonly peakMinute: string;
  }): string =>
    `${name} on ${venueName(venue)}: ${signedPercent(peak)}, ${dayPart(peakMinute)} ${clock(peakMinute)} UTC`,
  more: 'Episodes of every asset',
} as const;

/** The list of the deepest: what is chosen of it. */
export const deepestList = {
  filter: 'Asset or venue',
  sort: 'Order',
  by: { depth: 'Deepest first', duration: 'Longest first', time: 'Earliest first' },
  found: (shown: number, of: number): string =>
    shown === of ? `${String(of)} episodes` : `${String(shown)} of ${String(of)} episodes`,
  spark: 'Deviation in its window',
} as const;
