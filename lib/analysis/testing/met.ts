import type { AnalysisInput } from '../types';
import type { BruteAnalysis, BruteEpisode, BruteMinute, BruteSeries } from './bruteForce';

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
}

/** Everything worth telling of one case. */
export function situationsIn({ question, markets }: AnalysisInput, said: BruteAnalysis): ReadonlySet<string> {
  const met = new Set<string>([`least ${String(question.minPeers)}`, `asked in ${question.rate}`]);
  if (question.venues !== undefined) met.add('venues named');
  if (said.series.length === 0) met.add('nothing shown');
  for (const one of said.series) ofSeries(one, said.series, met);
  for (const one of said.series)
    if (
      question.markets.some(
        ({ venue, quote, kind }) =>
          venue === one.market.venue && quote === one.market.quote && kind === one.market.kind,
      )
    )
      met.add(`chosen ${one.market.kind}`);
  for (const episode of said.episodes) ofEpisode(episode, question.enter, said.series, met);
  for (const { ratio, minutes } of said.ratios)
    met
      .add(ratio === undefined ? 'no ratio' : 'a ratio')
      .add(minutes === 60 ? 'just enough minutes' : minutes === 59 ? 'a minute too few' : 'minutes');
  if (said.ratios.length > 0) met.add('ratios');
  met.add(said.marketFall === undefined ? 'no fall' : 'a fall');
  const venues = new Set(said.series.map(({ market }) => market.venue));
  if (venues.size < said.series.length) met.add('two series of a venue');
  if (venues.size < 4) met.add('few venues');
  const { reference } = question;
  if (
    reference.kind === 'venue' &&
    !said.series.some(({ market }) => market.venue === reference.venue && market.kind === 'spot')
  )
    met.add('a yardstick that is not there');
  const books = new Set(markets.map(({ market }) => JSON.stringify(market)));
  if (books.size < markets.length) met.add('several sources of a market');
  if (books.size > new Set(markets.map(({ market }) => market.venue)).size) met.add('several markets of a venue');
  return met;
}

function ofSeries({ market, otherSources, minutes }: BruteSeries, all: readonly BruteSeries[], met: Set<string>): void {
  if (otherSources.length > 0) met.add('another source left out');
  if (otherSources.includes('ui') || otherSources.includes('simulated-ui')) met.add('a display left out');
  for (const [at, minute] of minutes) {
    met.add(minute.missing).add(`rate ${minute.usd.rule}`);
    if (minute.bar !== undefined && minute.bar.baseVolume === undefined) met.add('a volume unknown');
    if (minute.bar?.baseVolume === 0) met.add('a volume of 0');
    if (minute.missing !== 'measured') continue;
    met.add(`measured ${market.kind}`).add(`peers ${String(Math.min(minute.peers, 5))}`);
    if (minute.strayed?.outside === undefined) met.add('nobody to be outside of');
    else
      met.add(minute.strayed.outside < 0 ? 'outside below' : minute.strayed.outside > 0 ? 'outside above' : 'inside');
    if (minute.strayed !== undefined && minute.strayed.under < 0 && minute.strayed.over > 0)
      met.add('outside on both sides');
    if (isTied(market.venue, minute, all, at)) met.add('a tie at the median');
  }
}

/** Whether two other venues, or the venue and another, have the very price the reference says. */
function isTied(venue: string, { price, reference }: BruteMinute, all: readonly BruteSeries[], at: number): boolean {
  if (reference === undefined) return false;
  const equal = all.filter(
    ({ market, minutes }) =>
      market.kind === 'spot' && market.venue !== venue && minutes.get(at)?.price?.low === reference.low,
  ).length;
  return equal >= 2 || (equal === 1 && price?.low === reference.low);
}

function ofEpisode(episode: BruteEpisode, enter: number, all: readonly BruteSeries[], met: Set<string>): void {
  met.add(episode.side).add(`censored ${episode.censored}`).add(`episode ${episode.kind}`);
  met
    .add(episode.unknownMinutes > 0 ? 'unknown minutes' : 'all known')
    .add(episode.recoveryMinutes === undefined ? 'not recovered' : 'recovered');
  met
    .add(episode.peakOutside === 0 ? 'never outside' : 'peak outside')
    .add(Number.isNaN(episode.baseVolume) ? 'unknown volume' : 'known volume');
  const own = all.find(({ market }) => market === episode.market);
  const depth = (at: number): number | undefined => {
    const strayed = own?.minutes.get(at)?.strayed;
    return strayed === undefined ? undefined : episode.side === 'below' ? -strayed.dLow : strayed.dHigh;
  };
  if (depth(episode.start) === enter) met.add('entered exactly at the level');
  for (let at: number = episode.start; at < episode.end; at += 1)
    if (depth(at) === enter / 2) met.add('held exactly at half the level');
}
