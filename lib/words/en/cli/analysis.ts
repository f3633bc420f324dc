import { takingPart, type AnalysedMarket, type DeviationsAnswer, type EpisodeAnswer } from '../../../api/deviations';
import type { LeftOutMarket } from '../../../api/leftOut';
import { referenceOf } from '../../../domain/reference';
import { certaintyClause, uncertaintyClause } from '../certainty';
import { leftOutWords, onDays } from '../leftOut';
import { marketLabel } from '../market';
import { count, formatLevel, formatPrice, formatRatio } from '../numbers';
import { ruleWords } from '../rates';
import { referenceCaption } from '../reference';
import { sideWords } from '../sides';
import { answerText, plural } from './lines';
import { marketAndSource } from './marketLine';

/** What `analyze` prints for people. */
export const analysisText = (answer: DeviationsAnswer): string =>
  answerText(answer.simulated, [
    `${answer.asset}, ${answer.from} to ${answer.to}, in ${answer.currency}, compared with ${referenceCaption(referenceOf(answer.reference))}${answer.bloc === 'all' ? '' : `, among books in ${answer.bloc}`}; episodes begin at ${formatLevel(answer.enter)}`,
    ...answer.notes,
    'Markets:',
    ...takingPart(answer.markets).map((market) => `  ${marketLine(market)}`),
    ...answer.leftOut.map((market) => `  ${leftOutLine(market)}`),
    answer.episodes.length === 0 ? 'No episodes.' : 'Episodes, deepest first:',
    ...answer.episodes.map((episode) => `  ${episodeLine(episode, answer.currency)}`),
    answer.digest,
  ]);

const marketLine = (market: AnalysedMarket): string =>
  `${marketAndSource(market)}: ${count(market.traded)} min with trades, ${count(market.noTrade)} without, ${count(market.notFetched)} not fetched; rate: ${ruleWords(market.rate.rule)}`;

const leftOutLine = (market: LeftOutMarket): string =>
  `${marketAndSource(market)}: takes no part ${daysWords(market.days)}, ${leftOutWords(market)}`;

const daysWords = (days: readonly string[]): string => onDays(days.length, days[0] ?? '', days.at(-1) ?? '');

const episodeLine = (episode: EpisodeAnswer, currency: string): string =>
  `${marketLabel(episode)}, ${sideWords(episode.side)}, from ${episode.start} for ${count(episode.spanMinutes)} min: ${formatRatio(episode.peak)}${uncertaintyClause(episode.uncertaintyAtPeak)} at ${episode.peakMinute}${certaintyClause(episode.certainty)} (${formatPrice(episode.peakPrice)} ${currency}, reference ${formatPrice(episode.peakReference)} ${currency}, ${plural(episode.peersAtPeak, 'peer')})`;

/** Beside a counter of percent, while it is computed. */
export const analysing = (asset: string): string => `analyzing ${asset}`;
