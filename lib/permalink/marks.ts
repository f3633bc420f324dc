import { MOST_MARKED_DAYS } from '../api/limits';
import { assetEntry, peggedAssets, wrappedAssets } from '../domain/asset';
import { formatInstant } from '../domain/instant';
import { parseAsset, parseVenue } from '../domain/market';
import { type AskedRatio, type MarksAsked, USUAL_RATIO_MINUTES, usualRatioBefore } from '../domain/marks/asked';
import { DEFAULT_MIN_PEERS, LEAST_RATIO_MINUTES } from '../domain/method';
import { formatMinute, minutesIn, MINUTES_PER_DAY, parseMinute, type Minute, type MinuteRange } from '../domain/minute';
import { parsed, refused, type Parsed } from '../domain/unit';
import { readAsOf, readMinPeers, readRange } from './fields';
import { writePath, writeQuery, type Fields, type Search } from './query';
import { chosenIn } from './scan';

export const MARKS_NAMES = [
  'asset',
  'venue',
  'from',
  'to',
  'minPeers',
  'ratio',
  'ratioMinutes',
  'ratioBefore',
  'asOf',
] as const;
export const MARKS_PATH = '/collateral';

/** A ratio is a price of one thing in another: beyond these it is a slip of the keys. */
const [LEAST_RATIO, MOST_RATIO] = [0.000001, 1_000_000] as const;
/** Two days: what is read before the window stays as long as the longest window itself. */
export const MOST_RATIO_MINUTES = 2_880;
/** A ratio from further back than a week says little of a window: redemption ratios grow by the day. */
const MOST_DAYS_BEFORE = 7;

type Given = Readonly<Record<string, string | undefined>>;

/** Reads what is asked strictly: unknown names and malformed values are refused with one line that names the mend. Asset, venue, `from` and `to` have no default. */
export function readMarks(fields: Given): Parsed<MarksAsked> {
  const unknown = Object.keys(fields).find((name) => !MARKS_NAMES.some((known) => known === name));
  if (unknown !== undefined) return refused({ kind: 'unknown-name', name: unknown, known: MARKS_NAMES });
  const asset = readCollateral(fields['asset']);
  if (!asset.ok) return asset;
  const venue = parseVenue(fields['venue']?.trim() ?? '');
  if (!venue.ok) return venue;
  const range = readMarkedRange(fields['from'], fields['to']);
  if (!range.ok) return range;
  const minPeers = readMinPeers(fields['minPeers']);
  if (!minPeers.ok) return minPeers;
  const ratio = readRatio(fields['ratio']);
  if (!ratio.ok) return ratio;
  const ratioMinutes = readRatioMinutes(fields['ratioMinutes']);
  if (!ratioMinutes.ok) return ratioMinutes;
  const ratioBefore = readRatioBefore(fields['ratioBefore'], range.value);
  if (!ratioBefore.ok) return ratioBefore;
  const asOf = readAsOf(fields['asOf']);
  return asOf.ok
    ? parsed({
        asset: asset.value,
        venue: venue.value,
        range: range.value,
        minPeers: minPeers.value,
        ratio: ratio.value,
        ratioMinutes: ratioMinutes.value,
        ratioBefore: ratioBefore.value,
        asOf: asOf.value,
      })
    : asOf;
}

/** Something that stands for something else: wrapped or pegged. */
function readCollateral(text: string | undefined): Parsed<MarksAsked['asset']> {
  if (text === undefined) return refused({ kind: 'missing-asset' });
  const asset = parseAsset(text.trim());
  if (!asset.ok) return asset;
  const { kind } = assetEntry(asset.value).nature;
  return kind === 'wrapped' || kind === 'pegged'
    ? asset
    : refused({
        kind: 'not-one-of',
        name: 'asset',
        text,
        known: [...wrappedAssets(), ...peggedAssets()].map((entry) => entry.asset).sort(),
      });
}

function readMarkedRange(from: string | undefined, to: string | undefined): Parsed<MinuteRange> {
  const range = readRange(from, to);
  return range.ok && minutesIn(range.value) > MOST_MARKED_DAYS * MINUTES_PER_DAY
    ? refused({ kind: 'range-too-long', from: from ?? '', to: to ?? '', mostDays: MOST_MARKED_DAYS })
    : range;
}

/** `own`, `others`, or a number; nothing written asks for `own`. */
export function readRatio(text: string | undefined): Parsed<AskedRatio> {
  if (text === undefined || text === 'own') return parsed('own');
  if (text === 'others') return parsed('others');
  const ratio = /^\d{1,7}(\.\d{1,18})?$/.test(text) ? Number(text) : NaN;
  return ratio >= LEAST_RATIO && ratio <= MOST_RATIO
    ? parsed(ratio)
    : refused({ kind: 'not-a-ratio', name: 'ratio', text, least: LEAST_RATIO, most: MOST_RATIO, example: 1.08 });
}

function readRatioMinutes(text: string | undefined): Parsed<number> {
  if (text === undefined) return parsed(USUAL_RATIO_MINUTES);
  const minutes = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  const [least, most] = [LEAST_RATIO_MINUTES, MOST_RATIO_MINUTES];
  return minutes >= least && minutes <= most
    ? parsed(minutes)
    : refused({ kind: 'not-a-whole-number', name: 'ratioMinutes', text, least, most });
}

/** Not after the window begins: a mark may not rest on what came later. */
function readRatioBefore(text: string | undefined, range: MinuteRange): Parsed<Minute> {
  if (text === undefined) return parsed(usualRatioBefore(range));
  const before = parseMinute(text);
  if (!before.ok) return before;
  const first = range.from - MOST_DAYS_BEFORE * MINUTES_PER_DAY;
  return before.value <= range.from && before.value >= first
    ? before
    : refused({
        kind: 'minute-outside-window',
        minute: formatMinute(before.value),
        from: formatMinute(first as Minute),
        to: formatMinute(range.from),
      });
}

/** The fields of what is asked, each in its one spelling; what is usual is left out. */
export const marksFields = ({
  asset,
  venue,
  range,
  minPeers,
  ratio,
  ratioMinutes,
  ratioBefore,
  asOf,
}: MarksAsked): Fields => [
  ['asset', asset],
  ['venue', venue],
  ['from', formatMinute(range.from)],
  ['to', formatMinute(range.to)],
  ...(minPeers === DEFAULT_MIN_PEERS ? [] : [['minPeers', String(minPeers)] as const]),
  ...(ratio === 'own' ? [] : [['ratio', String(ratio)] as const]),
  ...(ratioMinutes === USUAL_RATIO_MINUTES ? [] : [['ratioMinutes', String(ratioMinutes)] as const]),
  ...(ratioBefore === usualRatioBefore(range) ? [] : [['ratioBefore', formatMinute(ratioBefore)] as const]),
  ...(asOf === undefined ? [] : [['asOf', formatInstant(asOf)] as const]),
];

/** The query string of GET /api/v1/marks. */
export const marksParameters = (asked: MarksAsked): string => writeQuery(marksFields(asked));

/** The page. */
export const marksPath = (fields: Fields): string => writePath(MARKS_PATH, fields);

/** The address to share, where a form wrote another one. */
export function sharedMarksPath(search: Search): string | undefined {
  const path = marksPath(chosenIn(search));
  return path === marksPath([...search]) ? undefined : path;
}
