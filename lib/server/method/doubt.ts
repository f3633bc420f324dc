import { depthOn } from '../../analysis/episodes/depth';
import { isWeakRule } from '../../analysis/rates/rate';
import { RATE_RULES, type Analysis, type VenueSeries } from '../../analysis/types';
import { writeCertainty } from '../../domain/episode';
import type { DoubtExample, MethodExample } from '../../api/method';
import { ascending } from '../../domain/ascending';
import type { Certainty } from '../../domain/episode';
import { pairOf } from '../../domain/market';
import type { Minute } from '../../domain/minute';
import { orNull } from '../deviations/rows';

/**
 * What the rates leave unknown of the focused market's deviation in one minute, taken apart peer by peer (method, section 5). The analysis
 * compares with the others. undefined: nothing was measured.
 */
export function doubtOf(
  { question, series }: Pick<Analysis, 'question' | 'series'>,
  at: Minute,
  focus: MethodExample['focus'],
): DoubtExample | undefined {
  const slot = at - question.range.from;
  const own = series.find(({ venue, kind }) => venue === focus?.venue && kind === focus.kind);
  if (own === undefined || focus === null || own.missing[slot] !== 0) return undefined;
  const peers = series
    .filter((one) => one.kind === 'spot' && one.venue !== own.venue && !Number.isNaN(one.low[slot]))
    .map((peer) => peerOf(own, peer, at, slot));
  const isWeak = own.weak[slot] === 1;
  const deviation = (focus.side === 'below' ? own.dLow : own.dHigh)[slot] as number;
  const uncertainty = own.uncertainty[slot] as number;
  const certainty = certaintyOf(depthOn(focus.side, deviation), uncertainty, isWeak, question.enter);
  return {
    quote: quoteAt(own, at),
    rule: ruleOf(own, slot),
    rate: orNull(own.rate[slot]),
    ownUncertainty: orNull(own.rateUncertainty[slot]),
    peers: [...peers].sort(
      (a, b) => ascending(a.counts ?? Infinity, b.counts ?? Infinity) || ascending(a.venue, b.venue),
    ),
    uncertainty: orNull(uncertainty),
    weakPeers: peers.filter(({ isSameQuote, rule }) => !isSameQuote && isWeakRule(RATE_RULES.indexOf(rule))).length,
    isWeak,
    deviation,
    certainty: certainty === undefined ? null : writeCertainty(certainty),
  };
}

/** As an episode is called by its peak; undefined: the deviation does not reach the entry level. */
function certaintyOf(depth: number, uncertainty: number, isWeak: boolean, enter: number): Certainty | undefined {
  if (depth < enter) return undefined;
  if (!(depth - uncertainty >= enter)) return 'within';
  return isWeak ? 'weak' : 'certain';
}

function peerOf(own: VenueSeries, peer: VenueSeries, at: Minute, slot: number): DoubtExample['peers'][number] {
  const quote = quoteAt(peer, at);
  const isSameQuote = quote === quoteAt(own, at);
  const [rate, uncertainty] = [peer.rate[slot] as number, peer.rateUncertainty[slot] as number];
  return {
    venue: peer.venue,
    market: pairOf(bookAt(peer, at).market),
    quote,
    rule: ruleOf(peer, slot),
    rate: orNull(rate),
    uncertainty: orNull(uncertainty),
    isSameQuote,
    counts: orNull(
      isSameQuote
        ? Math.abs((own.rate[slot] as number) / rate - 1)
        : (own.rateUncertainty[slot] as number) + uncertainty,
    ),
  };
}

const bookAt = (series: VenueSeries, at: Minute): VenueSeries['books'][number] => {
  const book = series.books.find(({ range }) => range.from <= at && at < range.to);
  if (book === undefined) throw new RangeError(`${series.venue} has no book in that minute`);
  return book;
};

/** The quote it was read in: an alias whose first name is not stored is read in that one's. */
const quoteAt = (series: VenueSeries, at: Minute): string => bookAt(series, at).quote;

const ruleOf = ({ rateRule }: VenueSeries, slot: number): DoubtExample['rule'] =>
  RATE_RULES[rateRule[slot] ?? -1] ?? 'none';
