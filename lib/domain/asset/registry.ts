import { parseAsset, type Asset, type Venue } from '../market';
import { clampedMinute, type Minute, type MinuteRange } from '../minute';
import { entriesOf, type AssetEntries } from './entries';
import { houseOf, ticker as inCcxt } from './reading';
import { rowsOfAdditions, rowsOfTable, type Row } from './rows';
import type { AssetAddition, AssetEntry, AssetTable, TickerMeaning } from './types';

/** What a ticker means in one part of a range. */
export interface MeaningPart {
  readonly range: MinuteRange;
  readonly meaning: TickerMeaning;
}

/** A ticker to ask a venue for, and when. */
export interface TickerPart {
  readonly range: MinuteRange;
  readonly ticker: string;
}

/** The assets and what venues call them, as values: the same registry gives the same answers for ever. */
export interface AssetRegistry extends AssetEntries {
  readonly assetAt: (venue: Venue, ticker: string, at: Minute) => TickerMeaning;
  /** What the ticker means through a range, part by part, in order: they cover it, and neighbours differ. */
  readonly meaningsIn: (venue: Venue, ticker: string, range: MinuteRange) => readonly MeaningPart[];
  /** What to ask the venue for to get this asset, by time. A ticker whose meaning is not certain there and then is not among them. */
  readonly tickersOf: (venue: Venue, asset: Asset, range: MinuteRange) => readonly TickerPart[];
  /** What a user added, as it was given. */
  readonly additions: readonly AssetAddition[];
}

const byTicker = (rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> => {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(row.ticker, [...(found.get(row.ticker) ?? []), row]);
  return found;
};

/** The rows for a venue: its own where it has any, else its house's. */
function rowsHere(venue: Venue, rows: readonly Row[]): readonly Row[] {
  const own = rows.filter((row) => row.venue === venue);
  return own.length > 0 ? own : rows.filter((row) => row.venue === houseOf(venue));
}

/**
 * The rows that may speak for a ticker on a venue, the first to hold at a minute winning: the user's for this venue; then
 * ours for this venue, which alone speak where there are any; else the user's for every venue, then ours.
 */
function speakers(
  venue: Venue,
  ticker: string,
  users: ReadonlyMap<string, readonly Row[]>,
  ours: ReadonlyMap<string, readonly Row[]>,
): readonly Row[] {
  const split = (rows: readonly Row[] = []) =>
    [rowsHere(venue, rows), rows.filter((row) => row.venue === undefined)] as const;
  const [userHere, userEverywhere] = split(users.get(ticker));
  const [oursHere, oursEverywhere] = split(ours.get(ticker));
  return oursHere.length > 0 ? [...userHere, ...oursHere] : [...userHere, ...userEverywhere, ...oursEverywhere];
}

const holdsAt = (row: Row, at: number): boolean => row.from <= at && at < row.to;

/** Two meanings say the same. */
function sameMeaning(a: TickerMeaning, b: TickerMeaning): boolean {
  if (a.kind === 'known' || a.kind === 'plain') return a.kind === b.kind && a.asset === b.asset;
  if (a.kind === 'collision' && b.kind === 'collision')
    return a.candidates.every((entry, i) => entry.asset === b.candidates[i]?.asset);
  return a.kind === b.kind;
}

/** Where meanings may change inside a range: its start, and every start and end of a row strictly inside. */
function stepsIn(rows: readonly Row[], range: MinuteRange): readonly Minute[] {
  const inside = rows.flatMap((row) => [row.from, row.to]).filter((at) => at > range.from && at < range.to);
  return [range.from, ...new Set(inside)].sort((a, b) => a - b).map(clampedMinute);
}

/** The registry of a table and a user's additions. Takes them as they are: `flawOf` says what is wrong with them. */
export function registryOf(table: AssetTable, additions: readonly AssetAddition[] = []): AssetRegistry {
  const entries = entriesOf(table.entries, additions);
  const { entryOf } = entries;
  const users = byTicker(rowsOfAdditions(additions, new Set(table.entries.map((entry) => entry.asset))));
  const ours = byTicker(rowsOfTable(table));
  const tickers = new Map<Asset, Set<string>>();
  for (const row of [...ours.values(), ...users.values()].flat()) {
    for (const asset of row.assets) tickers.set(asset, (tickers.get(asset) ?? new Set<string>()).add(row.ticker));
  }

  /** The assets the registry anywhere connects with a ticker that no row explains here and now; none: it never heard of it. */
  function elsewhere(ticker: string): readonly AssetEntry[] {
    const rows = [...(users.get(ticker) ?? []), ...(ours.get(ticker) ?? [])];
    return [...new Set(rows.flatMap((row) => row.assets))].map(entryOf);
  }

  function meaningOf(rows: readonly Row[], ticker: string, at: Minute): TickerMeaning {
    const [first, second] = rows.find((row) => holdsAt(row, at))?.assets ?? [];
    if (first !== undefined && second !== undefined)
      return { kind: 'collision', candidates: [entryOf(first), entryOf(second)] };
    if (first !== undefined) return { kind: 'known', asset: first };
    const of = elsewhere(ticker);
    const code = parseAsset(ticker);
    // A text that is no code, or becomes that of an asset we know only by raising its letters, names nothing by itself.
    const taken =
      code.ok &&
      (entries.has(code.value) || (code.value !== ticker && (ours.has(code.value) || users.has(code.value))));
    return of.length > 0 || !code.ok || taken ? { kind: 'unknown', of } : { kind: 'plain', asset: code.value };
  }

  function assetAt(venue: Venue, written: string, at: Minute): TickerMeaning {
    const ticker = inCcxt(venue, written);
    return meaningOf(speakers(venue, ticker, users, ours), ticker, at);
  }

  function meaningsIn(venue: Venue, written: string, range: MinuteRange): readonly MeaningPart[] {
    const ticker = inCcxt(venue, written);
    const rows = speakers(venue, ticker, users, ours);
    const parts: MeaningPart[] = [];
    const steps = stepsIn(rows, range);
    for (const [i, from] of steps.entries()) {
      const meaning = meaningOf(rows, ticker, from);
      const before = parts.at(-1);
      const to = steps[i + 1] ?? range.to;
      if (before !== undefined && sameMeaning(before.meaning, meaning))
        parts[parts.length - 1] = { range: { from: before.range.from, to }, meaning };
      else parts.push({ range: { from, to }, meaning });
    }
    return parts;
  }

  function tickersOf(venue: Venue, asset: Asset, range: MinuteRange): readonly TickerPart[] {
    // An asset's own code comes first where two tickers are alive at once.
    const candidates = [...new Set<string>([asset, ...(tickers.get(asset) ?? [])])].filter(
      (ticker) => inCcxt(venue, ticker) === ticker,
    );
    const parts = candidates.flatMap((ticker) =>
      meaningsIn(venue, ticker, range).flatMap(({ range: part, meaning }) =>
        (meaning.kind === 'known' || meaning.kind === 'plain') && meaning.asset === asset
          ? [{ ticker, range: part }]
          : [],
      ),
    );
    return parts.sort((a, b) => a.range.from - b.range.from);
  }

  return { ...entries, assetAt, meaningsIn, tickersOf, additions };
}
