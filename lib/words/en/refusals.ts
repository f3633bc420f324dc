import type {
  AddressRefusal,
  AssetTableRefusal,
  FieldRefusal,
  NameRefusal,
  Refusal,
  TickerClaim,
  TimePrecision,
  TimeRefusal,
} from '../../domain/refusal';
import { anyOf } from './spelled';
import { venueName } from './venues';
import { sayRefusal } from '../refusalSayings';

const MOST_SHOWN = 40;

/** What somebody wrote, in quotation marks: on one line, and short enough to be shown back. */
export function quoted(text: string): string {
  const line = text.slice(0, MOST_SHOWN).replace(/\p{Cc}+/gu, ' ');
  return text.length > MOST_SHOWN ? `"${line}…"` : `"${line}"`;
}

const HOW_TO_WRITE: Readonly<Record<TimePrecision, string>> = {
  day: 'write a UTC day, like 2025-10-10',
  minute: 'write UTC to the minute, like 2025-10-10T21:20Z',
  moment: 'write UTC like 2026-01-31T08:15Z or 2026-01-31T08:15:30.250Z',
};
const LIKE: Readonly<Record<TimePrecision, string>> = {
  day: '2025-10-10',
  minute: '2025-10-10T21:20Z',
  moment: '2026-01-31T08:15Z',
};

function ofTime(refusal: TimeRefusal): string {
  switch (refusal.kind) {
    case 'not-a-time':
      return `${quoted(refusal.text)} is not a time; ${HOW_TO_WRITE[refusal.precision]}`;
    case 'impossible-time':
      return `${quoted(refusal.text)} is not a valid UTC time; write one like ${LIKE[refusal.precision]}`;
    case 'time-out-of-range':
      return `${quoted(refusal.text)} is out of range; write a year from ${String(refusal.firstYear)} to ${String(refusal.lastYear)}`;
    case 'still-to-come':
      return `${quoted(refusal.text)} is in the future; choose a moment that has passed, or leave it out to see what there is now`;
    case 'range-end-missing':
      return `"${refusal.name}" is missing; give both ends as UTC minutes like 2025-10-10T20:00Z`;
    case 'range-reversed':
      return `the range ${refusal.from} to ${refusal.to} is empty or reversed; "from" comes before "to"`;
    case 'minute-outside-window':
      return `the minute ${refusal.minute} is not in the range ${refusal.from} to ${refusal.to}; choose a range that contains it, or leave both ends out`;
    case 'range-too-long':
      return `the range ${refusal.from} to ${refusal.to} is longer than ${String(refusal.mostDays)} days; choose a shorter one`;
  }
}

function ofName(refusal: NameRefusal): string {
  switch (refusal.kind) {
    case 'not-a-venue':
      return `${quoted(refusal.text)} is not a venue; write an exchange's id like binance`;
    case 'not-an-asset':
      return `${quoted(refusal.text)} is not an asset; write its ticker like ATOM`;
    case 'not-as-stored':
      return `${quoted(refusal.text)} is not an asset's code; write ${refusal.code}`;
    case 'not-a-pair':
      return `${quoted(refusal.text)} is not a market; write BASE/QUOTE like ATOM/USDT`;
    case 'not-a-market-choice':
      return `${quoted(refusal.text)} is not a choice of market; write VENUE:QUOTE or VENUE:QUOTE:KIND, like binance:USDC or bybit:USDT:perp`;
    case 'not-a-compared-market':
      return `${quoted(refusal.text)} is not a market to compare; write VENUE:BASE/QUOTE, and :perp, :mark, :index or :ui after it, like binance:ATOM/USDT or okx:ATOM/USDT:perp`;
    case 'compared-count':
      return `${String(refusal.count)} ${refusal.count === 1 ? 'market is' : 'markets are'} named; name ${String(refusal.least)} to ${String(refusal.most)} different ones in "markets", with commas between`;
    case 'market-chosen-twice':
      return `${venueName(refusal.venue)} is named twice in "markets"; name one ${refusal.marketKind} market per venue`;
  }
}

function ofField(refusal: FieldRefusal): string {
  switch (refusal.kind) {
    case 'not-one-of':
      return `${refusal.name} is ${quoted(refusal.text)}; it takes ${anyOf(refusal.known)}`;
    case 'not-a-reference':
      return `${quoted(refusal.text)} is not a reference; it is one of ${refusal.known.join(', ')} and venue:V, like venue:coinbase`;
    case 'not-a-resolution':
      return `${quoted(refusal.text)} is not a resolution; it is auto or one of ${refusal.sizes.join(', ')} (minutes)`;
    case 'not-a-whole-number':
      return `${refusal.name} is ${quoted(refusal.text)}; it takes a whole number from ${String(refusal.least)} to ${String(refusal.most)}`;
    case 'not-a-peer-count':
      return `minPeers is ${quoted(refusal.text)}; it takes a whole number from ${String(refusal.least)} to ${String(refusal.most)} (with fewer peers, one bad price makes the others look wrong)`;
    case 'not-a-ratio':
      return `${refusal.name} is ${quoted(refusal.text)}; it takes a ratio from ${String(refusal.least)} to ${String(refusal.most)}, like ${String(refusal.example)} for ${String(refusal.example * 100)} %`;
    case 'not-a-digest':
      return `digest is ${quoted(refusal.text)}; it takes sha256: and 64 of the signs 0 to 9 and a to f`;
    case 'too-many':
      return tooMany(refusal.name, refusal.most);
    case 'no-underlying':
      return `${refusal.asset} is not registered as a wrapped asset, so it has no underlying to compare with; choose the reference others or venue:V`;
    case 'no-peg':
      return `${refusal.asset} is not registered as pegged to 1 USD, so the reference peg does not apply; choose others or venue:V`;
    case 'not-a-bloc':
      return `bloc is ${quoted(refusal.text)}; it takes all or a quote like USD or USDT`;
    case 'no-blocs':
      return `bloc applies to the references ${refusal.known.join(', ')}, not to ${refusal.reference}; leave it out or choose one of them`;
  }
}

function tooMany(name: 'venues' | 'markets' | 'assets' | 'lines', most: number): string {
  const all = name === 'markets' || name === 'lines' ? '' : `, or leave "${name}" out for all of them`;
  return `more than ${String(most)} ${name} are named; name fewer${all}`;
}

function parametersOf(known: readonly string[]): string {
  if (known.length === 0) return 'this address takes none';
  return `${known.length === 1 ? 'the only one is' : 'the parameters are'} ${known.join(', ')}`;
}

function ofAddress(refusal: AddressRefusal): string {
  switch (refusal.kind) {
    case 'unknown-name':
      return `${quoted(refusal.name)} is not a parameter here; ${parametersOf(refusal.known)}`;
    case 'given-twice':
      return `${quoted(refusal.name)} is given twice; give it once`;
    case 'missing-asset':
      return '"asset" is missing; name one like ATOM';
    case 'query-too-long':
      return `the query is ${String(refusal.length)} characters long; at most ${String(refusal.most)} are read`;
    case 'in-the-path':
      return `"${refusal.name}" is part of the path here; leave it out of the query`;
    case 'not-a-form':
      return `a view is at /ASSET.FORM and /ASSET/MINUTE.FORM; the forms are ${refusal.forms.join(', ')}`;
    case 'not-a-sha256':
      return 'a SHA-256 has 64 hexadecimal digits';
  }
}

const during = ({ assets, from, to }: TickerClaim): string =>
  `${assets.join(' or ')} (${from ?? 'always'} to ${to ?? 'now'})`;

function ofAssetTable(refusal: AssetTableRefusal): string {
  switch (refusal.kind) {
    case 'asset-code':
      return `asset ${quoted(refusal.asset)} is not a code; write capitals and digits like WBETH`;
    case 'asset-twice':
      return `asset ${refusal.asset} is given twice; merge the two entries`;
    case 'asset-without-entry':
      return `asset ${refusal.asset} has a ticker but no entry; add one`;
    case 'underlying-without-entry':
      return `asset ${refusal.asset} wraps ${refusal.underlying}, which is not in the registry; add an entry for ${refusal.underlying}`;
    case 'wraps-itself':
      return `asset ${refusal.asset} wraps itself (${refusal.chain.join(' over ')}); name the asset it is a claim on`;
    case 'alias-reversed':
      return `asset ${refusal.asset}: the alias ${refusal.ticker} ends at ${refusal.to}, not after it begins; "from" comes before "to"`;
    case 'ticker-ambiguous': {
      const where = refusal.venue === undefined ? 'every venue' : venueName(refusal.venue);
      return `the ticker ${refusal.ticker} on ${where} means ${refusal.claims.map(during).join(' and ')} at once; give "venue", "from" and "to" so that they do not overlap`;
    }
  }
}

/** What is wrong with what somebody wrote, and the mend: one line, without a full stop. */
export function refusalWords(refusal: Refusal): string {
  return sayRefusal(refusal, { ofTime, ofName, ofField, ofAddress, ofAssetTable });
}
