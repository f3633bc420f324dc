import type { MissingReason } from '../../api/hole';
import { code, text, type RichText } from '../richText';
import { utc } from './numbers';
import { venueName } from './venues';

/** How a reader asks the exchange for the same candle. */
export const askExchange = {
  title: 'Ask the exchange yourself',
  lead: 'Anybody may ask an exchange’s public API for this candle. Here is what to ask, and the row to expect: the stored candle in the exchange’s own order. An … is a value that is not stored. The exchange may write more zeros.',
  simulated: 'SIMULATED: these candles are a rehearsal. The exchange itself will answer something else.',
  unknown: 'no public candle API is known of',
  address: 'Address',
  command: 'Command',
  copyCommand: (market: string): string => `Copy the command for ${market}`,
  copied: 'Copied',
  refused: 'This browser does not allow copying. Select the text instead.',
  row: 'Row expected',
  archive: 'In its archive',
} as const;

/** A shell command that prints what stands at an address. */
export const curlOf = (address: string): string => `curl '${address}'`;

/** Where in the reply the row is. `*` in `under`: a key that only the exchange knows. */
export const placeInReply = (under: string | undefined, isOneOfMany: boolean): RichText => {
  const where =
    under === undefined
      ? 'in the list replied'
      : under.endsWith('*')
        ? text`in the list below ${code(under.replace('.*', ''))}`
        : text`in ${code(under)}`;
  return isOneOfMany ? text`${where}, among the rows of other minutes` : where;
};

/** What to expect of a minute without a stored candle. */
export function rowWithoutCandle(missing: MissingReason | null): string {
  switch (missing) {
    case 'no-trade':
      return 'no row, or a flat one of volume 0: nothing was traded in this minute';
    case 'set-aside':
      return 'a row that could not be read as a candle and was set aside';
    case 'not-fetched':
      return 'unknown: it was not asked from here';
    default:
      return 'unknown: no candle is stored';
  }
}

/** `until`: `2025-10-11T09:20Z`. */
export const servedWords = (venue: string, until: string, isDocumented: boolean): string =>
  isDocumented
    ? `${venueName(venue)} serves this minute until ${utc(until)} UTC. What is older comes from its trades or its archive, or not at all.`
    : `${venueName(venue)} does not document how long it serves a minute. Expect no answer after ${utc(until)} UTC.`;

export const fileHolds = (holds: 'candles' | 'trades', entry: string | undefined): string =>
  entry === undefined ? holds : `${holds}, in ${entry}`;

/** A candle that came by another road than the API may differ from what the API answers. */
export const otherRoad = (road: string): string => `The stored candle came from another source: ${road}.`;
