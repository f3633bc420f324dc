import type { ReactNode } from 'react';
import type { BlocMedians } from '@/lib/api/certainty';
import type { WrittenCertainty } from '@/lib/domain/episode';
import type { MissingReason } from '@/lib/api/hole';
import { isSimulated, roadOf, type Kind, type Source } from '@/lib/domain/market';
import { blocsWords, certaintyWords } from '@/lib/words/certainty';
import { plusMinus, signedPercent } from '@/lib/words/numbers';
import { missingWords } from '@/lib/words/missing';
import { cells, recoveryWords } from '@/lib/words/cells';
import { SIMULATED } from '@/lib/words/names';
import { kindWords } from '@/lib/words/kinds';
import { pairWords } from '@/lib/words/market';
import { roadWords, sourceWords } from '@/lib/words/sources';
import { venueName } from '@/lib/words/venues';

/** A hole in a table: words, never 0 and never blank. */
export const Hole = ({ children }: { readonly children: ReactNode }) => <span className="hole">{children}</span>;

/** A hole whose row has said already why there is nothing: quiet to the eye, read out in full. */
export const HoleAgain = ({ children }: { readonly children: ReactNode }) => (
  <Hole>
    <span aria-hidden>–</span>
    <span className="sr-only">{children}</span>
  </Hole>
);

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
  /** Default: to the hundredth of a percent. */
  readonly format?: (ratio: number) => string;
}

export function Deviation({ ratio, missing, level, strong = false, format = signedPercent }: DeviationProps) {
  if (ratio === null) return <Hole>{missing}</Hole>;
  const loud = level === undefined || Math.abs(ratio) >= level;
  const side = !loud || !/[1-9]/.test(signedPercent(ratio)) ? 'text-ink-2' : ratio < 0 ? 'text-below' : 'text-above';
  return <span className={`${side} ${strong && loud ? 'font-semibold' : ''}`}>{format(ratio)}</span>;
}

/** What the rates leave unknown of a figure, relative. */
export const Uncertainty = ({ value }: { readonly value: number | null }) => (
  <Figure value={value} format={plusMinus} missing={cells.unknown} />
);

interface CertaintyProps {
  readonly certainty: WrittenCertainty;
  readonly blocs: BlocMedians | null;
}

/** Whether a peak lies beyond what its rates leave unknown; and where the USD books and the USDT books stood, if they parted. */
export const Certainty = ({ certainty, blocs }: CertaintyProps) => (
  <>
    <span className={certainty === 'certain' ? '' : 'font-semibold text-caution'}>{certaintyWords(certainty)}</span>
    {blocs !== null && <span className="block text-balance text-ink-2">{blocsWords(blocs)}</span>}
  </>
);

export const reasonOr = (why: MissingReason | null, otherwise: string): string =>
  why === null ? otherwise : missingWords(why);

/** How long after the peak a venue closed near the reference again. 0: it closed near it in the very minute of the peak. */
export const Recovery = ({ minutes }: { readonly minutes: number | null }) =>
  minutes === null ? <Hole>{recoveryWords(minutes)}</Hole> : <>{recoveryWords(minutes)}</>;

/** Where a candle came from; what the simulator made is stamped, by whatever road it came. */
export function SourceName({ source }: { readonly source: Source }) {
  const road = roadWords(roadOf(source));
  if (!isSimulated(source)) return <>{road}</>;
  return (
    <>
      <strong className="tracking-wider">{SIMULATED}</strong> {road}
    </>
  );
}

interface MarketProps {
  readonly venue: string;
  readonly market: string;
  readonly kind: Kind;
}

/** A venue and its market, which is named by its kind, too, where it is not spot. */
export const VenueMarket = ({ venue, market, kind }: MarketProps) => (
  <>
    {venueName(venue)} <span className="font-normal text-ink-3">{pairWords({ market, kind })}</span>
  </>
);

/** A venue, with the kind of its market where it is not spot. */
export const VenueKind = ({ venue, kind }: Omit<MarketProps, 'market'>) => (
  <>
    {venueName(venue)}
    {kind !== 'spot' && <span className="text-ink-3"> {kindWords(kind)}</span>}
  </>
);

/** A market beside its venue, and the source of its candles. */
export const MarketSource = ({ market, kind, source }: Omit<MarketProps, 'venue'> & { readonly source: Source }) => (
  <>
    {pairWords({ market, kind })} <span className="text-ink-3">{sourceWords(source)}</span>
  </>
);
