import type { EpisodeAnswer } from '../../api/deviations';
import type { MinuteAnswer, MinuteVenue } from '../../api/minute';
import { isWithin } from '../../domain/episode';
import { formatInstant } from '../../domain/instant';
import type { Zone } from '../../domain/zone';
import type { ExhibitFact, ExhibitSheet, ExhibitTable } from '../../evidence/pdf/packPdf';
import { sha256 } from '../../evidence/sha256';
import { cells } from '../../words/cells';
import { certaintyWords } from '../../words/certainty';
import { episodeHeads, episodesTable } from '../../words/episodesTable';
import { marketLabel } from '../../words/market';
import { minuteDeviations } from '../../words/minutePage';
import { missingWords } from '../../words/missing';
import { formatDuration, formatPrice, plusMinus, pricesAlike, signedPercent, unbroken, utc } from '../../words/numbers';
import { exhibitBasis, exhibitCheck, exhibitPictureAlt, exhibitTables, exhibitTerms } from '../../words/pack';
import { PACK_COMMANDS } from '../../words/packCommands';
import { pictureSimulated, pictureTerms, pictureTranslation, pictureAsOf } from '../../words/picture';
import { speech } from '../../words/spoken';
import { asClock, toZone, zoneOver } from '../../words/toZone';
import { zonedHead } from '../../words/zones';
import type { BundledBy, BundleFiles } from '../bundle/bundle';
import { pictureContent } from '../pictures/picture';
import { findingIn } from './finding';
import type { ViewAnswers } from '../views/answers';

/** How an exhibit is made, and the clock its times are also shown on. */
export interface ExhibitOptions extends BundledBy {
  readonly zone: Zone;
}

/** An exhibit: what its two pages and the index say of it. */
export interface Exhibit extends Omit<ExhibitSheet, 'png'> {
  readonly folder: string;
  readonly asset: string;
  readonly venues: readonly string[];
  /** ISO, UTC; half-open. */
  readonly from: string;
  readonly to: string;
  readonly minute: string | undefined;
  readonly address: string;
  /** Of the minute, where one is marked; else of the window. */
  readonly digest: string;
}

/** All of them are in the bundle. */
const MOST_ROWS = 20;

/** `exhibit-01` */
export const folderOf = (number: number): string => `exhibit-${String(number).padStart(2, '0')}`;

/** What the documents of a pack say of one bundle. Deviations, prices and sentences are those of its picture and its files. */
export function exhibitOf(
  number: number,
  { answers, files }: BundleFiles,
  { origin, signer, zone }: ExhibitOptions,
): Exhibit {
  const { window, minute } = answers;
  const { facts } = window;
  const { footer, legend, metadata } = pictureContent(answers, origin, { signer });
  const { title, when, finding } = findingIn(answers);
  const sentence = unbroken(finding);
  const folder = folderOf(number);
  const digest = minute?.digest ?? facts.digest;
  const at = minute === undefined ? undefined : `${utc(minute.minute)} UTC`;
  return {
    number,
    folder,
    title,
    when: whenOf(when, zone),
    finding,
    alt: exhibitPictureAlt(finding, metadata.venues),
    facts: [
      ...(facts.simulated ? [fact(pictureTerms.simulated, pictureSimulated.footer)] : []),
      fact(exhibitTerms.finding, sentence),
      fact(exhibitTerms.asset, facts.name),
      ...(at === undefined ? [] : [fact(exhibitTerms.minute, at), ...inZone(at, zone)]),
      fact(exhibitTerms.window, footer.window),
      ...(at === undefined ? inZone(footer.window, zone) : []),
      fact(exhibitTerms.books, footer.venuesLine),
      fact(exhibitTerms.basis, exhibitBasis(facts.currency)),
      fact(pictureTerms.reference, footer.reference),
      fact(pictureTerms.peers, footer.peers),
      fact(pictureTerms.rates, footer.rates),
      fact(pictureTerms.threshold, footer.threshold),
      ...(footer.rateNotes.length === 0 ? [] : [fact(pictureTerms.notes, footer.rateNotes.join('\n'))]),
      ...(footer.asOf === undefined ? [] : [fact(pictureTerms.asOf, footer.asOf)]),
      ...(answers.lastModified === undefined
        ? []
        : [fact(pictureTerms.lastModified, pictureAsOf(formatInstant(answers.lastModified)))]),
      fact(pictureTerms.method, footer.method),
      hash(exhibitTerms.address, footer.permalink, origin === undefined ? undefined : footer.permalink),
      hash(pictureTerms.digest, facts.digest),
      ...(minute === undefined ? [] : [hash(exhibitTerms.digestOfMinute, minute.digest)]),
      hash(exhibitTerms.picture, sha256(fileOf(files, 'picture.png'))),
      hash(exhibitTerms.manifest, sha256(fileOf(files, 'manifest-sha256.txt'))),
      footer.key === undefined ? fact(exhibitTerms.key, exhibitTerms.unsigned) : hash(exhibitTerms.key, footer.key),
      fact(exhibitTerms.check, plain(exhibitCheck(folder, PACK_COMMANDS.sums, PACK_COMMANDS.script))),
      ...(speech().language === 'en' ? [] : [fact(pictureTranslation.term, pictureTranslation.note)]),
    ],
    table: minute === undefined ? episodesOf(answers, folder, zone) : venuesOf(minute, folder),
    asset: facts.asset,
    venues: legend.map(({ label }) => label),
    from: facts.from,
    to: facts.to,
    minute: minute?.minute,
    address: footer.permalink,
    digest,
  };
}

/** A file that every bundle has. */
export function fileOf(files: BundleFiles['files'], name: string): Buffer {
  const content = files.get(name);
  if (content === undefined) throw new Error(`a bundle without ${name}`);
  return content;
}

const fact = (term: string, text: string): ExhibitFact => ({
  term,
  text: unbroken(text),
  face: 'sans',
});
const hash = (term: string, text: string, href?: string): ExhibitFact => ({ term, text, face: 'mono', href });

/** Commands are set apart by backticks in words; a page has no use for them. */
export const plain = (text: string): string => text.replaceAll('`', '');

const inZone = (text: string, zone: Zone): readonly ExhibitFact[] =>
  zone === 'utc' ? [] : [fact(exhibitTerms.inZone(zoneOver(zone, isoIn(text))), toZone(text, zone))];

/** "2025-10-10 21:20 UTC", and the same on the zone's clock behind it. */
const whenOf = (text: string, zone: Zone): string => (zone === 'utc' ? text : `${text} (${toZone(text, zone)})`);

const isoIn = (text: string): readonly string[] =>
  [...text.matchAll(/(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})/g)].map(([, day = '', clock = '']) => `${day}T${clock}Z`);

const none = (value: number | null, write: (value: number) => string): string =>
  value === null ? cells.none : write(value);

const uncertainty = (value: number | null): string => (value === null ? cells.unknown : plusMinus(value));

function venuesOf({ currency, venues, reference: measuredFrom }: MinuteAnswer, folder: string): ExhibitTable {
  const price = pricesAlike(
    venues.flatMap(({ converted, reference }) => [converted.low, reference.low, converted.high, reference.high]),
  );
  const { low, high } = minuteDeviations.prices;
  const rows = venues.map((one): readonly string[] => [
    marketLabel(one),
    none(one.converted.low, price),
    none(one.reference.low, price),
    one.dLow === null ? reasonOf(one, measuredFrom) : signedPercent(one.dLow),
    none(one.converted.high, price),
    none(one.reference.high, price),
    one.dHigh === null ? '' : signedPercent(one.dHigh),
    one.dLow === null ? '' : uncertainty(one.uncertainty),
  ]);
  return cut(
    `${exhibitTables.minute}, ${currency}`,
    [minuteDeviations.venue, ...low, ...high, minuteDeviations.uncertainty],
    rows,
    folder,
  );
}

/** Why a venue's minute has no deviation. */
const reasonOf = (one: MinuteVenue, measuredFrom: string): string =>
  one.missing === 'too-few-peers' && measuredFrom === `venue:${one.venue}`
    ? minuteDeviations.isReference
    : missingWords(one.missing ?? 'too-few-peers');

function episodesOf({ window: { facts } }: ViewAnswers, folder: string, zone: Zone): ExhibitTable {
  const { currency, enter } = facts;
  // What lies within its rate's uncertainty is no finding.
  const episodes = facts.episodes.filter((one) => !isWithin(one));
  const isZoned = zone !== 'utc';
  const isWeakSomewhere = episodes.some(({ certainty }) => certainty === 'weak');
  const head = [
    episodeHeads.market,
    episodeHeads.peak,
    episodeHeads.uncertainty,
    ...(isWeakSomewhere ? [episodeHeads.certainty] : []),
    episodeHeads.at,
    ...(isZoned ? [zonedHead(episodeHeads.at, zone)] : []),
    episodeHeads.price(currency),
    episodeHeads.reference(currency),
    episodeHeads.duration,
  ];
  const rowOf = (one: EpisodeAnswer): readonly string[] => [
    marketLabel(one),
    signedPercent(one.peak),
    uncertainty(one.uncertaintyAtPeak),
    ...(isWeakSomewhere ? [certaintyWords(one.certainty)] : []),
    utc(one.peakMinute),
    ...(isZoned ? [utc(asClock(one.peakMinute, zone))] : []),
    formatPrice(one.peakPrice),
    formatPrice(one.peakReference),
    formatDuration(one.spanMinutes),
  ];
  const title = episodes.length === 0 ? episodesTable.noneBeyond : exhibitTables.window;
  return cut(
    `${title} (${episodesTable.title(enter)})`,
    episodes.length === 0 ? [] : head,
    episodes.map(rowOf),
    folder,
  );
}

const cut = (
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  folder: string,
): ExhibitTable => ({
  title,
  head,
  rows: rows.slice(0, MOST_ROWS),
  more: rows.length <= MOST_ROWS ? undefined : exhibitTables.more(rows.length - MOST_ROWS, `${folder}/answer.json`),
});
