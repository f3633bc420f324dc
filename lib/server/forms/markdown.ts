import { isWithin } from '../../domain/episode';
import type { EpisodeAnswer } from '../../api/deviations';
import type { MinuteAnswer } from '../../api/minute';
import { formatInstant } from '../../domain/instant';
import type { PinnedAnswer } from '../../api/pinned';
import { cells } from '../../words/cells';
import { certaintyWords } from '../../words/certainty';
import { episodeHeads, episodesTable } from '../../words/episodesTable';
import { marketLabel, venueAndKind } from '../../words/market';
import { minuteDeviations } from '../../words/minutePage';
import { missingWords } from '../../words/missing';
import { formatDuration, formatPrice, plusMinus, pricesAlike, signedPercent, utc } from '../../words/numbers';
import { pictureAsOf, pictureSimulated, pictureTerms, pictureTranslation } from '../../words/picture';
import { pinnedText } from '../../words/pinnedText';
import { speech } from '../../words/spoken';
import { pictureContent } from '../pictures/picture';
import type { ViewAnswers } from '../views/answers';
import { erratumBlock } from './erratumBlock';
import { markdownTable } from './markdownTable';

/** Enough to show what happened; all of them are in the other forms. */
const MOST_EPISODES = 20;

/**
 * A view as Markdown, to be quoted or archived as text: what its picture says, with the minute's venues or the window's episodes as a table.
 * `origin` stands before its address; undefined: the path alone. `pin`: what became of the figures whose digest the address names.
 */
export function markdownOf(answers: ViewAnswers, origin: string | undefined, pin?: PinnedAnswer): string {
  const { title, subtitle, sentence, footer } = pictureContent(answers, origin);
  const { lastModified } = answers;
  const { simulated } = answers.window.facts;
  const terms = [
    ...(simulated ? [[pictureTerms.simulated, pictureSimulated.footer]] : []),
    [pictureTerms.venues, footer.venuesLine],
    [pictureTerms.window, footer.window],
    [pictureTerms.reference, footer.reference],
    [pictureTerms.peers, footer.peers],
    [pictureTerms.threshold, footer.threshold],
    [pictureTerms.rates, footer.rates],
    ...footer.rateNotes.map((note) => [pictureTerms.notes, note]),
    ...(footer.asOf === undefined ? [] : [[pictureTerms.asOf, footer.asOf]]),
    ...(lastModified === undefined ? [] : [[pictureTerms.lastModified, pictureAsOf(formatInstant(lastModified))]]),
    [pictureTerms.method, footer.method],
    // What a minute says rests on its own day, not on the window it was looked at in.
    [pictureTerms.digest, answers.minute?.digest ?? footer.digest],
    ...(speech().language === 'en' ? [] : [[pictureTranslation.term, pictureTranslation.note]]),
  ];
  return [
    `# ${simulated ? `${pictureSimulated.stamp} · ` : ''}${title}`,
    subtitle,
    ...(simulated ? [`**${pictureSimulated.band}**`] : []),
    ...answers.errata.map(erratumBlock),
    ...(pin === undefined ? [] : [`> ${pinnedText(pin)}`]),
    sentence ?? '',
    answers.minute === undefined ? episodesOf(answers) : venuesOf(answers.minute),
    terms.map(([term = '', said = '']) => `- ${term}: ${said}`).join('\n'),
    `<${footer.permalink}>`,
  ]
    .filter((block) => block !== '')
    .join('\n\n')
    .concat('\n');
}

function venuesOf({ currency, venues, reference: measuredFrom }: MinuteAnswer): string {
  const written = pricesAlike(
    venues.flatMap(({ converted, reference }) => [converted.low, reference.low, converted.high, reference.high]),
  );
  const price = (value: number | null): string => (value === null ? cells.none : written(value));
  const ratio = (value: number | null, why: string): string => (value === null ? why : signedPercent(value));
  const { low, high } = minuteDeviations.prices;
  return markdownTable(
    [
      minuteDeviations.venue,
      ...[low, high].flatMap(([price, reference, deviation]) => [`${price}, ${currency}`, reference, deviation]),
      minuteDeviations.uncertainty,
      minuteDeviations.peers,
    ],
    venues.map((one) => {
      const isReference = one.missing === 'too-few-peers' && measuredFrom === `venue:${one.venue}`;
      const why = isReference ? minuteDeviations.isReference : missingWords(one.missing ?? 'too-few-peers');
      return [
        venueAndKind(one),
        price(one.converted.low),
        price(one.reference.low),
        ratio(one.dLow, why),
        price(one.converted.high),
        price(one.reference.high),
        ratio(one.dHigh, ''),
        one.dLow === null ? '' : uncertaintyOf(one.uncertainty),
        String(one.peers),
      ];
    }),
  );
}

function episodesOf({ window: { facts } }: ViewAnswers): string {
  const { currency, enter } = facts;
  // What lies within its rate's uncertainty is no finding.
  const episodes = facts.episodes.filter((one) => !isWithin(one)).slice(0, MOST_EPISODES);
  if (episodes.length === 0) return '';
  const head = [
    episodeHeads.market,
    episodeHeads.peak,
    episodeHeads.uncertainty,
    episodeHeads.certainty,
    episodeHeads.at,
    episodeHeads.price(currency),
    episodeHeads.reference(currency),
    episodeHeads.duration,
  ];
  const row = (one: EpisodeAnswer): readonly string[] => [
    marketLabel(one),
    signedPercent(one.peak),
    uncertaintyOf(one.uncertaintyAtPeak),
    certaintyWords(one.certainty),
    utc(one.peakMinute),
    formatPrice(one.peakPrice),
    formatPrice(one.peakReference),
    formatDuration(one.spanMinutes),
  ];
  return `## ${episodesTable.title(enter)}\n\n${markdownTable(head, episodes.map(row))}`;
}

const uncertaintyOf = (value: number | null): string => (value === null ? cells.unknown : plusMinus(value));
