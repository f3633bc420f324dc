import { formatMinute, type Minute } from '../minute';
import { parseAsset, type Asset } from '../market';
import type { AssetTableRefusal, TickerClaim } from '../refusal';
import { parsed, refused, type Parsed } from '../unit';
import { registryOf, type AssetRegistry } from './registry';
import { overlapOf, rowsOfAdditions, rowsOfTable, type Row } from './rows';
import { SEED } from './seed';
import type { AssetAddition, AssetEntry, AssetTable, Validity } from './types';

type Flaw = AssetTableRefusal | undefined;

function flawOfEntry({ asset }: Pick<AssetEntry, 'asset'>): Flaw {
  const read = parseAsset(asset);
  return read.ok && read.value === asset ? undefined : { kind: 'asset-code', asset };
}

/** The chain of underlyings from an asset must end at one that wraps nothing. */
function flawOfWraps(entry: AssetEntry, entries: ReadonlyMap<Asset, AssetEntry>): Flaw {
  const passed = [entry.asset];
  for (
    let at: AssetEntry | undefined = entry;
    at?.nature.kind === 'wrapped';
    at = entries.get(passed.at(-1) ?? entry.asset)
  ) {
    const { underlying }: { readonly underlying: Asset } = at.nature;
    if (!entries.has(underlying)) return { kind: 'underlying-without-entry', asset: at.asset, underlying };
    passed.push(underlying);
    if (passed.indexOf(underlying) < passed.length - 1)
      return { kind: 'wraps-itself', asset: entry.asset, chain: passed };
  }
  return undefined;
}

function flawOfTime(asset: Asset, ticker: string, { from, to }: Validity): Flaw {
  if (from === undefined || to === undefined || from < to) return undefined;
  return { kind: 'alias-reversed', asset, ticker, to: formatMinute(to) };
}

const claimOf = ({ assets, from, to }: Row): TickerClaim => {
  const text = (at: number): string | undefined => (Number.isFinite(at) ? formatMinute(at as Minute) : undefined);
  return { assets, from: text(from), to: text(to) };
};

function flawOfRows(rows: readonly Row[]): Flaw {
  const pair = overlapOf(rows);
  if (pair === undefined) return undefined;
  const [a, b] = pair;
  return { kind: 'ticker-ambiguous', ticker: a.ticker, venue: a.venue, claims: [claimOf(a), claimOf(b)] };
}

const firstOf = (flaws: Iterable<Flaw>): Flaw => {
  for (const flaw of flaws) if (flaw !== undefined) return flaw;
  return undefined;
};

const repeated = (entries: readonly Pick<AssetEntry, 'asset'>[]): Pick<AssetEntry, 'asset'> | undefined =>
  entries.find(({ asset }, i) => entries.findIndex((other) => other.asset === asset) < i);

/** What is wrong with a table alone; undefined where nothing is. */
export function flawOfTable(table: AssetTable): Flaw {
  const twice = repeated(table.entries);
  if (twice !== undefined) return { kind: 'asset-twice', asset: twice.asset };
  const entries = new Map(table.entries.map((entry) => [entry.asset, entry]));
  const stranger = [
    ...table.aliases.map(({ asset }) => asset),
    ...table.collisions.flatMap(({ candidates }) => candidates),
  ].find((asset) => !entries.has(asset));
  if (stranger !== undefined) return { kind: 'asset-without-entry', asset: stranger };
  return firstOf([
    ...table.entries.map(flawOfEntry),
    ...table.entries.map((entry) => flawOfWraps(entry, entries)),
    ...table.aliases.map((alias) => flawOfTime(alias.asset, alias.ticker, alias)),
    ...table.collisions.map((collision) => flawOfTime(collision.candidates[0], collision.ticker, collision)),
    flawOfRows(rowsOfTable(table)),
  ]);
}

/** What is wrong with a user's additions to a sound table; undefined where nothing is. */
export function flawOfAdditions(table: AssetTable, additions: readonly AssetAddition[]): Flaw {
  const twice = repeated(additions);
  if (twice !== undefined) return { kind: 'asset-twice', asset: twice.asset };
  const { known } = registryOf(table, additions);
  const entries = new Map(known.map((entry) => [entry.asset, entry]));
  const shipped = new Set(table.entries.map(({ asset }) => asset));
  return firstOf([
    ...additions.map(flawOfEntry),
    ...known.map((entry) => flawOfWraps(entry, entries)),
    ...additions.flatMap(({ asset, aliases }) => aliases.map((alias) => flawOfTime(asset, alias.ticker, alias))),
    flawOfRows(rowsOfAdditions(additions, shipped)),
  ]);
}

/** The shipped registry with a user's additions, or what is wrong with them. */
export function withAssets(additions: readonly AssetAddition[], table: AssetTable = SEED): Parsed<AssetRegistry> {
  const flaw = flawOfAdditions(table, additions);
  return flaw === undefined ? parsed(registryOf(table, additions)) : refused(flaw);
}
