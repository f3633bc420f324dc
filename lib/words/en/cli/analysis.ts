import { isWithin } from '../../../domain/episode';
import type { AnalysedMarket, DeviationsAnswer, EpisodeAnswer } from '../../../api/deviations';
import { takingPart } from '../../../api/takingPart';
import type { LeftOutMarket } from '../../../api/leftOut';
import { referenceOf } from '../../../domain/reference';
import { certaintyWords, uncertaintyClause } from '../certainty';
import { leftOutWords, onDays } from '../leftOut';
import { marketLabel } from '../market';
import { count, formatLevel, formatPrice, formatRatio } from '../numbers';
import { rateWords, ruleWords } from '../rates';
import { referenceCaption } from '../reference';
import { sideWords } from '../sides';
import { answerText, plural } from './lines';
import { marketAndSource, minutesWith } from './marketLine';

/** What `analyze` prints for people. */
export const analysisText = (answer: DeviationsAnswer): string =>
  answerText(answer.simulated, [
    `${answer.asset}, ${answer.from} to ${answer.to}, in ${answer.currency}, compared with ${referenceCaption(referenceOf(answer.reference), answer.bloc)}; episodes begin at ${formatLevel(answer.enter)}`,
    ...answer.notes,
    'Markets:',
    ...takingPart(answer.markets).map((market) => `  ${marketLine(market)}`),
    ...under('Left out:', answer.leftOut.map(leftOutLine)),
    ...episodeLines(answer),
    answer.digest,
  ]);

/** A heading and its lines; nothing where there is none. */
const under = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [heading, ...lines.map((line) => `  ${line}`)];

function episodeLines({ episodes, currency }: DeviationsAnswer): readonly string[] {
  const line = (episode: EpisodeAnswer): string => episodeLine(episode, currency);
  const beyond = episodes.filter((episode) => !isWithin(episode));
  return [
    ...(beyond.length === 0 ? ['No episodes.'] : under('Episodes, deepest first:', beyond.map(line))),
    ...under('Within the rate’s uncertainty:', episodes.filter(isWithin).map(line)),
  ];
}

function leftOutLine(one: LeftOutMarket): string {
  const [first, last] = [one.days[0], one.days.at(-1)];
  const when = first === undefined || last === undefined ? '' : `, ${onDays(one.days.length, first, last)}`;
  return `${marketAndSource(one)}: ${leftOutWords(one)}${when}`;
}

function rateText({ rate }: AnalysedMarket): string {
  const isExact = rate.rule === 'usd' || rate.rule === 'none';
  const words = isExact ? undefined : rateWords({ rule: rate.rule, value: rate.median, uncertainty: rate.uncertainty });
  return words === undefined ? `rate: ${ruleWords(rate.rule)}` : `median rate: ${words}, ${ruleWords(rate.rule)}`;
}

const marketLine = (market: AnalysedMarket): string =>
  `${marketAndSource(market)}: ${count(market.traded)} ${minutesWith(market.kind)}, ${count(market.noTrade)} without, ${count(market.notFetched)} not fetched${market.moved > 0 ? `, ${count(market.moved)} at volume 0 with moved prices` : ''}${market.setAside > 0 ? `, ${count(market.setAside)} set aside` : ''}; ${rateText(market)}`;

const episodeLine = (episode: EpisodeAnswer, currency: string): string =>
  `${marketLabel(episode)}, ${sideWords(episode.side)}, from ${episode.start} for ${count(episode.spanMinutes)} min: ${formatRatio(episode.peak)}${uncertaintyClause(episode.uncertaintyAtPeak)} at ${episode.peakMinute}, ${certaintyWords(episode.certainty)} (${formatPrice(episode.peakPrice)} ${currency}, reference ${formatPrice(episode.peakReference)} ${currency}, ${plural(episode.peersAtPeak, 'peer')})`;

/** Beside a counter of percent, while it is computed. */
export const analysing = (asset: string): string => `analyzing ${asset}`;
