import type { MinuteVenue } from '../../api/minute';
import { isSimulated, roadOf } from '../../domain/market';
import { formatMinute } from '../../domain/minute';
import { plainText } from '../richText';
import {
  askExchange,
  curlOf,
  fileHolds,
  otherRoad,
  placeInReply,
  rowWithoutCandle,
  servedWords,
} from './exchangeQuestion';
import { utc } from './numbers';
import { roadWords } from './sources';
import { venueName } from './venues';

/** A market of a minute, and how its venue is asked; undefined: no public interface is known. */
export interface AskedThem {
  readonly venue: MinuteVenue;
  readonly question:
    | {
        readonly address: string;
        readonly under: string | undefined;
        readonly isOneOfMany: boolean;
        readonly form: 'list' | 'object';
        readonly names: readonly string[];
        /** As it stands in the reply. */
        readonly row: string;
        readonly servedUntil:
          | { readonly minute: Parameters<typeof formatMinute>[0]; readonly isDocumented: boolean }
          | undefined;
        readonly archives: readonly {
          readonly holds: 'candles' | 'trades';
          readonly address: string;
          readonly name: string;
          readonly entry?: string;
        }[];
      }
    | undefined;
}

const CHECKSUMS =
  'Where an exchange publishes a checksum, it stands beside its archive file, at the same address with .CHECKSUM behind it (Binance): compare it with `sha256sum FILE`.';

/** How to ask every exchange of a minute for the same candle, as a file for whoever has a terminal. */
export function askThem(name: string, minute: string, simulated: boolean, venues: readonly AskedThem[]): string {
  return [
    `${askExchange.title.toUpperCase()}: ${name}, ${utc(minute)} UTC`,
    ...(simulated ? [askExchange.simulated] : []),
    askExchange.lead,
    CHECKSUMS,
    ...venues.map(blockOf),
  ]
    .join('\n\n')
    .concat('\n');
}

function blockOf({ venue, question }: AskedThem): string {
  const title = `${venueName(venue.venue)} ${venue.market}${venue.kind === 'spot' ? '' : ` ${venue.kind}`}`;
  if (question === undefined) return `${title}\n  ${askExchange.unknown}`;
  const { address, under, isOneOfMany, form, names, row, servedUntil, archives } = question;
  const road = roadOf(venue.source);
  const lines = [
    `${askExchange.address}: ${address}`,
    `${askExchange.command}: ${curlOf(address)}`,
    `${askExchange.row}: ${venue.raw.close === null ? rowWithoutCandle(venue.missing) : row}`,
    `  ${plainText(placeInReply(under, isOneOfMany))}${form === 'list' ? `: ${names.join(', ')}` : ''}`,
    ...(road !== 'rest' && !isSimulated(venue.source) ? [otherRoad(roadWords(road))] : []),
    ...(servedUntil === undefined
      ? []
      : [servedWords(venue.venue, formatMinute(servedUntil.minute), servedUntil.isDocumented)]),
    ...archives.map(
      ({ name: file, holds, entry, address: at }) =>
        `${askExchange.archive}: ${at} (${file}; ${fileHolds(holds, entry)})`,
    ),
  ];
  return [title, ...lines.map((line) => `  ${line}`)].join('\n');
}
