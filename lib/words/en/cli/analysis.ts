import type { DeviationsAnswer, EpisodeAnswer } from '../../../api/deviations';
import { referenceOf } from '../../../domain/reference';
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
    `${answer.asset}, ${answer.from} to ${answer.to}, in ${answer.currency}, compared with ${referenceCaption(referenceOf(answer.reference))}; episodes begin at ${formatLevel(answer.enter)}`,
    ...answer.notes,
    'Markets:',
    ...answer.markets.map((market) => `  ${marketLine(market)}`),
    answer.episodes.length === 0 ? 'No episodes.' : 'Episodes, deepest first:',
    ...answer.episodes.map((episode) => `  ${episodeLine(episode, answer.currency)}`),
    answer.digest,
  ]);

const marketLine = (market: DeviationsAnswer['markets'][number]): string =>
  `${marketAndSource(market)}: ${count(market.traded)} min with trades, ${count(market.noTrade)} without, ${count(market.notFetched)} not fetched; rate: ${ruleWords(market.rate.rule)}`;

const episodeLine = (episode: EpisodeAnswer, currency: string): string =>
  `${marketLabel(episode)}, ${sideWords(episode.side)}, from ${episode.start} for ${count(episode.spanMinutes)} min: ${formatRatio(episode.peak)} at ${episode.peakMinute} (${formatPrice(episode.peakPrice)} ${currency}, reference ${formatPrice(episode.peakReference)} ${currency}, ${plural(episode.peersAtPeak, 'peer')})`;

/** Beside a counter of percent, while it is computed. */
export const analysing = (asset: string): string => `analyzing ${asset}`;
