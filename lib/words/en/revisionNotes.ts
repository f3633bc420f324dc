import type { RevisionsAnswer } from '../../api/revisions';
import type { Asset } from '../../domain/market';
import { formatMinute, type MinuteRange } from '../../domain/minute';
import { count, utc } from './numbers';

/** Of ISO minutes, as sentences of a page write them. */
const span = (from: string, to: string): string => `${utc(from)} to ${utc(to)} UTC`;

export interface Compared {
  readonly compared: RevisionsAnswer['compared'];
  /** undefined: all of time. */
  readonly range: MinuteRange | undefined;
  /** undefined: every asset. */
  readonly asset: Asset | undefined;
}

/** What was looked at, and over which minutes. */
export function comparedNotes({ compared, range, asset }: Compared): readonly string[] {
  const several = compared.filter(({ markets }) => markets > 0);
  const when = range === undefined ? 'all time' : span(formatMinute(range.from), formatMinute(range.to));
  const [first] = several;
  if (first === undefined)
    return [
      `Revisions and quarantined rows cover ${when}. No market${asset === undefined ? '' : ` of ${asset}`} has data from more than one source in ${range === undefined ? 'the default window' : 'these minutes'}, so there are no sources to compare.`,
    ];
  const alike = several.every(({ from, to }) => from === first.from && to === first.to);
  const over = alike ? `from ${span(first.from, first.to)}` : 'over the default window of each asset, shown beside it';
  return [`Revisions and quarantined rows cover ${when}. Sources are compared ${over}.`];
}

/** With which minutes longer candles are compared; nothing where none are stored. */
export const timeframesNote = (checks: number, range: MinuteRange | undefined): readonly string[] =>
  checks === 0
    ? []
    : [
        `Longer candles are compared with their minutes ${
          range === undefined
            ? 'over the default window of each asset'
            : `from ${span(formatMinute(range.from), formatMinute(range.to))}`
        }.`,
      ];

const LISTED = { revisions: 'revisions', quarantined: 'quarantined rows' } as const;

/** Where more rows are stored than were read. `read`: how many came, of one more than the most. */
export const cutNote = (what: keyof typeof LISTED, read: number, most: number): readonly string[] =>
  read <= most
    ? []
    : [`There are more ${LISTED[what]} than the newest ${count(most)} listed here. Choose a range to see others.`];
