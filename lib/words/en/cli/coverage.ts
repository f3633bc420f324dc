import type { CoverageAnswer, MarketCoverage } from '../../../api/coverage';
import { formatMinute, type MinuteRange } from '../../../domain/minute';
import { codeOf } from '../../typed';
import { outcomeWords } from '../coverage';
import { count, formatLevel } from '../numbers';
import { answerText, plural } from './lines';
import { marketAndSource, minutesWith } from './marketLine';

/** What `coverage` prints for people; `neverAsked` finds the ranges of a market that nobody asked for. */
export const coverageText = (
  { simulated, assets }: CoverageAnswer,
  neverAsked: (market: MarketCoverage) => readonly MinuteRange[],
): string =>
  answerText(
    simulated,
    assets.length === 0
      ? [`No data yet. ${codeOf('ingest')}${simulated ? '' : ` or ${codeOf('import')}`} adds candles.`]
      : assets.flatMap(({ asset, markets }) => [
          asset,
          ...markets.flatMap((market) => [
            `  ${countsLine(market)}`,
            ...rangeLines(market, neverAsked(market)).map((line) => `    ${line}`),
          ]),
        ]),
  );

/** Rounded down: 99.99 % of a day is not all of it. */
const percent = (part: number, whole: number): string =>
  whole === 0 ? formatLevel(0) : formatLevel(Math.floor((part / whole) * 10_000) / 10_000);

const countsLine = (market: MarketCoverage): string =>
  `${marketAndSource(market)}: ${[
    `${count(market.traded)} ${minutesWith(market.kind)} (${percent(market.traded, market.answeredMinutes)})`,
    `${count(market.noTrade)} without`,
    ...(market.moved > 0 ? [`${count(market.moved)} at volume 0 with moved prices`] : []),
    ...(market.setAside > 0 ? [`${count(market.setAside)} set aside`] : []),
    ...(market.quarantined > 0 ? [`${plural(market.quarantined, 'row')} in quarantine`] : []),
    ...(market.revised > 0 ? [`${count(market.revised)} min revised`] : []),
  ].join(', ')}`;

function rangeLines(
  { ranges, answeredMinutes, kept }: MarketCoverage,
  neverAsked: readonly MinuteRange[],
): readonly string[] {
  if (kept === undefined) return [];
  const share =
    kept.span === null || kept.answeredShare === null
      ? 'no answers'
      : `answered: ${percent(kept.answeredShare, 1)} of ${kept.span.from} to ${kept.span.to} (${count(answeredMinutes)} min)`;
  return [
    `${share}${askedWhen(kept)}`,
    ...(ranges.length > 1 ? ranges.map(({ from, to }) => `answered: ${from} to ${to}`) : []),
    ...kept.inVain.map(
      ({ outcome, from, to, lastAsked, cause }) =>
        `${outcomeWords(outcome)}: ${from} to ${to}, last requested ${lastAsked}: ${cause}`,
    ),
    ...neverAsked.map(({ from, to }) => `never requested: ${formatMinute(from)} to ${formatMinute(to)}`),
  ];
}

function askedWhen({ firstAsked, lastAsked }: NonNullable<MarketCoverage['kept']>): string {
  if (firstAsked === null || lastAsked === null) return '';
  return firstAsked === lastAsked ? `, requested ${firstAsked}` : `, requested ${firstAsked} to ${lastAsked}`;
}
