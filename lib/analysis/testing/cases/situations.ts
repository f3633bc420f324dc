import type { Reading } from '../reading/reading';
import type { ReadMinute } from '../reading/series';

/** How many cases each situation occurred in: a property over cases that never come proves nothing. */
export class Met {
  readonly #cases = new Map<string, number>();

  add(situations: ReadonlySet<string>): void {
    for (const situation of situations) this.#cases.set(situation, this.cases(situation) + 1);
  }

  /** Never met is met in no case. */
  cases(situation: string): number {
    const cases = this.#cases.get(situation);
    return cases === undefined ? 0 : cases;
  }

  /** Those of `wanted` met in fewer cases than asked, and in how many: none, where the proof is worth its name. */
  rare(wanted: readonly string[], least: number): readonly string[] {
    return wanted
      .filter((situation) => this.cases(situation) < least)
      .map((situation) => `${situation}: ${String(this.cases(situation))}`);
  }

  all(): readonly string[] {
    return [...this.#cases].map(([situation, cases]) => `${situation}: ${String(cases)}`).sort();
  }
}

/** Everything worth telling of one case. */
export function situationsIn({
  question,
  series,
  episodes,
  ratios,
  leftOut,
  marketFall,
}: Reading): ReadonlySet<string> {
  const met = new Set<string>([
    `least ${String(question.minPeers)}`,
    `asked in ${question.rate}`,
    `bloc ${question.bloc}`,
    `asset ${question.asset}`,
    marketFall === undefined ? 'no fall' : 'a fall',
  ]);
  if (question.venues !== undefined) met.add('venues named');
  if (series.length === 0) met.add('nothing shown');
  for (const { row, books, minutes } of series) {
    met.add(`row ${row.kind}`);
    if (books.some((book, i) => i > 0 && book.market.quote !== books[i - 1]?.market.quote)) met.add('a book changes');
    if (books.some((book, i) => i > 0 && book.source !== books[i - 1]?.source)) met.add('a source changes');
    if (books.some(({ otherSources }) => otherSources.length > 0)) met.add('another source left out');
    if (books.some((book) => book.market.venue === 'coinbase' && book.market.quote === 'USDC'))
      met.add('a second name shown');
    if (
      question.markets.some(({ quote, venue }) =>
        books.some(({ market }) => market.venue === venue && market.quote === quote),
      )
    )
      met.add('a book chosen');
    for (const minute of minutes.values()) ofMinute(minute, met);
  }
  for (const {
    censored,
    side,
    certainty,
    blocs,
    recoveryMinutes,
    uncertaintyAtPeak,
    usdVolume,
    start,
    end,
    row,
  } of episodes) {
    met.add(side).add(`censored ${censored}`).add(certainty).add(`episode ${row.kind}`);
    met.add(recoveryMinutes === undefined ? 'not recovered' : 'recovered');
    if (blocs !== undefined) met.add('blocs apart');
    if (usdVolume === undefined) met.add('an episode of unknown volume');
    if (uncertaintyAtPeak === undefined) met.add('a peak of unknown uncertainty');
    if (Math.floor(start / 1_440) !== Math.floor((end - 1) / 1_440)) met.add('an episode over midnight');
  }
  for (const { ratio, minutes } of ratios)
    met
      .add(ratio === undefined ? 'no ratio' : 'a ratio')
      .add(minutes === 60 ? 'just enough minutes' : minutes === 59 ? 'a minute too few' : 'minutes');
  for (const { why } of leftOut) met.add(`left out: ${why}`);
  return met;
}

function ofMinute(
  { missing, usd, uncertainty, weak, strayed, peers, bar, usdVolume }: ReadMinute,
  met: Set<string>,
): void {
  met.add(missing).add(`rate ${usd.rule}`);
  if (usd.rule === 'legs') met.add(usd.legs < 5 ? 'few legs' : 'many legs');
  if (usd.median !== undefined && usd.median !== usd.value) met.add('a rate smoothed');
  if (usd.value !== undefined && usd.uncertainty === undefined) met.add('a rate of unknown uncertainty');
  if (bar !== undefined && bar.baseVolume === undefined) met.add('a volume unknown');
  if (missing === 'measured' && usdVolume === undefined) met.add('measured, of no known volume');
  if (missing !== 'measured') return;
  met.add(`peers ${String(Math.min(peers, 5))}`).add(weak ? 'on a weak rate' : 'on measured rates');
  met.add(
    uncertainty === undefined ? 'uncertainty unknown' : uncertainty === 0 ? 'uncertainty none' : 'uncertainty some',
  );
  if (strayed?.outside === undefined) met.add('nobody to be outside of');
  else met.add(strayed.outside < 0 ? 'outside below' : strayed.outside > 0 ? 'outside above' : 'inside');
}
