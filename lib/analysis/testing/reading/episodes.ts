import type { Censoring, Side } from '../../../domain/episode';
import type { Market } from '../../../domain/market';
import { total } from './arithmetic';
import type { Blocs } from './blocs';
import type { Row } from './choice';
import type { Strayed } from './deviations';
import { minutesOf, type Asked } from './question';
import type { Rule } from './rates';
import type { ReadMinute, ReadSeries } from './series';
import { far, recovered, stretches } from './stretches';

export type Certainty = 'certain' | 'weak' | 'within';

/** Section 5. Minutes since 1970, `end` exclusive; undefined: not measurable, or nothing to say. */
export interface ReadEpisode {
  readonly row: Row;
  /** The book at the peak. */
  readonly market: Market;
  readonly side: Side;
  readonly start: number;
  readonly end: number;
  readonly censored: Censoring;
  readonly spanMinutes: number;
  readonly minutesBeyond: number;
  readonly minutesClosedBeyond: number;
  readonly unknownMinutes: number;
  readonly peak: number;
  readonly peakMinute: number;
  readonly peakPrice: number;
  readonly peakReference: number;
  readonly peakClose: number;
  readonly peakOutside: number;
  readonly areaPctMinutes: number;
  readonly recoveryMinutes: number | undefined;
  readonly baseVolume: number | undefined;
  readonly usdVolume: number | undefined;
  readonly volumeShare: number | undefined;
  readonly peersAtPeak: number;
  readonly minPeers: number;
  readonly certainty: Certainty;
  readonly uncertaintyAtPeak: number | undefined;
  readonly rateRuleAtPeak: Rule;
  readonly blocs: Blocs | undefined;
}

/** What the blocs say of a minute and a side. */
export type BlocsAt = (side: Side, at: number) => Blocs | undefined;

/** A measured minute of an episode. */
interface Measured {
  readonly minute: number;
  readonly of: ReadMinute;
  readonly d: Strayed;
}

/** "Certain where at its peak |d| − uncertainty ≥ T and it rests on no weak rate." */
function certaintyOf({ of: { uncertainty, weak }, d }: Measured, side: Side, level: number): Certainty {
  if (uncertainty === undefined || far(side, d) - uncertainty < level) return 'within';
  return weak ? 'weak' : 'certain';
}

/** The sum of what was traded; undefined of nothing, and where one of the amounts is not known. */
const wholeSum = (amounts: readonly (number | undefined)[]): number | undefined =>
  amounts.includes(undefined) ? undefined : total(amounts);

const priceOn = (side: Side, of: { readonly low: number; readonly high: number } | undefined): number =>
  (side === 'below' ? of?.low : of?.high) ?? NaN;

export function episodesOf(
  question: Asked,
  own: ReadSeries,
  side: Side,
  all: readonly ReadSeries[],
  blocs: BlocsAt,
): readonly ReadEpisode[] {
  const minutes = minutesOf(question);
  const at = (minute: number): Strayed | undefined => own.minutes.get(minute)?.strayed;
  const level = question.enter;
  const sign = side === 'below' ? -1 : 1;
  return stretches(minutes, side, level, at).map(({ start, end, censored }) => {
    const inside = minutes.filter((minute) => minute >= start && minute < end);
    const measured = inside.flatMap((minute): readonly Measured[] => {
      const of = own.minutes.get(minute);
      return of?.strayed === undefined ? [] : [{ minute, of, d: of.strayed }];
    });
    const peak = measured.reduce((deepest, one) => (far(side, one.d) > far(side, deepest.d) ? one : deepest));
    const in_ = (one: ReadSeries): readonly ReadMinute[] => inside.flatMap((minute) => one.minutes.get(minute) ?? []);
    const usdIn = (one: ReadSeries): readonly ReadMinute[] => in_(one).filter(({ price }) => price !== undefined);
    const usdVolume = wholeSum(usdIn(own).map((minute) => minute.usdVolume));
    const everyone = wholeSum(
      all
        .filter((one) => one === own || one.row.kind === 'spot')
        .flatMap(usdIn)
        .map((minute) => minute.usdVolume),
    );
    const { book } = peak.of;
    if (book === undefined) throw new Error('a measured minute without a book');
    return {
      row: own.row,
      market: book.market,
      side,
      start,
      end,
      censored,
      spanMinutes: end - start,
      minutesBeyond: measured.filter(({ d }) => far(side, d) >= level).length,
      minutesClosedBeyond: measured.filter(({ d }) => sign * d.dClose >= level).length,
      unknownMinutes: inside.length - measured.length,
      peak: sign * far(side, peak.d),
      peakMinute: peak.minute,
      peakPrice: priceOn(side, peak.of.price),
      peakReference: priceOn(side, peak.of.reference),
      peakClose: sign * Math.max(...measured.map(({ d }) => sign * d.dClose)) + 0,
      peakOutside:
        (side === 'below'
          ? Math.min(0, ...measured.map(({ d }) => d.under))
          : Math.max(0, ...measured.map(({ d }) => d.over))) + 0,
      areaPctMinutes: 100 * measured.reduce((sum, { d }) => sum + Math.max(0, sign * d.dClose), 0),
      recoveryMinutes: recovered(minutes, peak.minute, level, at),
      baseVolume: wholeSum(in_(own).flatMap(({ bar }) => (bar === undefined ? [] : [bar.baseVolume]))),
      usdVolume,
      volumeShare: usdVolume === undefined || everyone === undefined ? undefined : usdVolume / everyone,
      peersAtPeak: peak.of.peers,
      minPeers: Math.min(...measured.map(({ of }) => of.peers)),
      certainty: certaintyOf(peak, side, level),
      uncertaintyAtPeak: peak.of.uncertainty,
      rateRuleAtPeak: peak.of.usd.rule,
      blocs: blocs(side, peak.minute),
    };
  });
}
