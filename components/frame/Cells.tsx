import type { ReactNode } from 'react';
import type { MissingReason } from '@/lib/api/hole';
import { isSimulated, roadOf, type Kind, type Source } from '@/lib/domain/market';
import { formatDuration, signedPercent } from '@/lib/words/en/numbers';
import { missingWords } from '@/lib/words/en/missing';

/** A hole in a table: words, never 0 and never blank. */
export const Hole = ({ children }: { readonly children: ReactNode }) => <span className="hole">{children}</span>;

interface FigureProps {
  readonly value: number | null;
  readonly format: (value: number) => string;
  /** Why there is no number. */
  readonly missing: string;
}

/** A measured number, or in words why there is none. */
export const Figure = ({ value, format, missing }: FigureProps) =>
  value === null ? <Hole>{missing}</Hole> : <>{format(value)}</>;

interface DeviationProps {
  readonly ratio: number | null;
  readonly missing: string;
  /** From this level on it is coloured by its side; nearer, it stays quiet. The sign says the side without colour. */
  readonly level?: number;
  readonly strong?: boolean;
}

export function Deviation({ ratio, missing, level, strong = false }: DeviationProps) {
  if (ratio === null) return <Hole>{missing}</Hole>;
  const loud = level === undefined || Math.abs(ratio) >= level;
  const side = !loud || !/[1-9]/.test(signedPercent(ratio)) ? 'text-ink-2' : ratio < 0 ? 'text-below' : 'text-above';
  return <span className={`${side} ${strong && loud ? 'font-semibold' : ''}`}>{signedPercent(ratio)}</span>;
}

export const reasonOr = (why: MissingReason | null, otherwise: string): string =>
  why === null ? otherwise : missingWords(why);

/** How long after the peak a venue closed near the reference again. 0: it closed near it in the very minute of the peak. */
export function Recovery({ minutes }: { readonly minutes: number | null }) {
  if (minutes === null) return <Hole>not in the window</Hole>;
  return <>{minutes === 0 ? 'by that minute’s close' : `after ${formatDuration(minutes)}`}</>;
}

/** Where a candle came from; what the simulator made is stamped, by whatever road it came. */
export function SourceName({ source }: { readonly source: Source }) {
  if (!isSimulated(source)) return <>{source}</>;
  return (
    <>
      <strong className="tracking-wider">SIMULATED</strong> {roadOf(source)}
    </>
  );
}

/** A market with its kind, where it is no spot book. */
export const MarketName = ({ market, kind }: { readonly market: string; readonly kind: Kind }) => (
  <>
    {market}
    {kind !== 'spot' && ` ${kind}`}
  </>
);
