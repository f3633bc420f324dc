import { codeOf } from '../typed';
import type { Erratum } from '../../api/errata';
import type { ErratumKind, ErratumScope } from '../../domain/erratum';
import { erratumHeadIn, erratumLineIn, type ErratumWords } from '../erratumLine';
import { count, utc } from './numbers';
import { joins } from './spelled';
import { venueName } from './venues';

/** Beside a statement: what was said of it later. Reasons and answers are shown as they were given. */
export const errataNotice = {
  label: 'Erratum',
  erratum: 'Erratum',
  /** `venue`: its name. */
  answer: (venue: string): string => `Answer of ${venue}`,
  recorded: (iso: string): string => `${utc(iso)} UTC`,
  publisher: 'the publisher of this instance',
  withdrawn: (iso: string): string => `Withdrawn on ${utc(iso)} UTC:`,
  link: 'Further details',
  digest: 'Figures',
} as const;

/** In the notes of a picture: that one stands at the address, and of which day. `venue`: whose answer it is. */
export function erratumNote(kind: ErratumKind, iso: string, venue: string | null): string {
  const date = iso.slice(0, 10);
  return kind === 'erratum' || venue === null
    ? `There is an erratum of ${date} at this address.`
    : `There is an answer of ${venueName(venue)} of ${date} at this address.`;
}

/** Behind a citation. `dates`: ISO days, the newest first. */
export const citedErrata = (days: readonly string[]): string => {
  const dates = days.join(', ');
  return `Erratum of ${dates}: see this address.`;
};

/** What an entry concerns, where it is listed apart from the statement. */
export function erratumScope({ asset, from, to, venue }: ErratumScope): string {
  return [asset ?? 'every asset', venue === null ? 'every venue' : venueName(venue), minutesOf(from, to)].join(', ');
}

function minutesOf(isoFrom: string | null, isoTo: string | null): string {
  const [from, to] = [isoFrom, isoTo].map((iso) => (iso === null ? '' : utc(iso)));
  if (isoFrom === null) return isoTo === null ? 'all minutes' : `until ${to ?? ''} UTC`;
  return isoTo === null ? `from ${from ?? ''} UTC on` : `${from ?? ''} to ${to ?? ''} UTC`;
}

const words = (): ErratumWords => ({
  ...errataNotice,
  venueName,
  quoted: (statement) => `“${statement}”`,
  comma: ', ',
  colon: joins.colon,
  sentences: joins.sentences,
});

/** What an entry is: an erratum, or whose answer. */
export const erratumHead = (one: Pick<Erratum, 'kind' | 'venue'>): string => erratumHeadIn(words(), one);

/** An entry in one line, as it was given. */
export const erratumText = (one: Erratum): string => erratumLineIn(words(), one);

/** Where they are listed apart from the statements, with what changed many addresses at once. Days are ISO. */
export const corrections = {
  title: 'Corrections',
  lead: 'Errata and venues’ answers, the newest first. Nothing published is edited; each also appears on the pages that it concerns.',
  get none(): string {
    return `No errata. ${codeOf('errata')} enters one; it is listed here and on every page that it concerns.`;
  },
  moves: 'Changes that affect many addresses',
  movesLead:
    'What changed for many addresses at once. The page of an address with a digest says which minutes changed; an address without one shows what is stored now.',
  when: 'When, UTC',
  what: 'What changed',
  which: 'Which addresses',
  venueCame: (venue: string): string => `First data from ${venue}`,
  revised: (venue: string, asset: string, minutes: number): string =>
    `Candles revised, ${venue} ${asset}: ${count(minutes)}`,
  ofVenue: (assets: number): string => `Assets: ${count(assets)}; addresses and lists that name no venues`,
  ofRevisions: (asset: string, from: string, to: string): string =>
    `${asset}, days from ${from} to ${to}; all assets whose rates use them`,
  noMoves: 'No change has affected many addresses.',
} as const;
