import { formatMinute, type Minute } from '../minute';
import { parseAsset, type Asset } from '../market';
import { parsed, refused, type Parsed } from '../unit';
import { registryOf, type AssetRegistry } from './registry';
import { overlapOf, rowsOfAdditions, rowsOfTable, type Row } from './rows';
import { SEED } from './seed';
import type { AssetAddition, AssetEntry, AssetTable, Validity } from './types';

function flawOfEntry({ asset }: Pick<AssetEntry, 'asset'>): string | undefined {
  const read = parseAsset(asset);
  return read.ok && read.value === asset
    ? undefined
    : `asset "${asset}" is no code; write capitals and digits like WBETH`;
}

/** The chain of underlyings from an asset must end at one that wraps nothing. */
function flawOfWraps(entry: AssetEntry, entries: ReadonlyMap<Asset, AssetEntry>): string | undefined {
  const passed = [entry.asset];
  for (
    let at: AssetEntry | undefined = entry;
    at?.nature.kind === 'wrapped';
    at = entries.get(passed.at(-1) ?? entry.asset)
  ) {
    const { underlying }: { readonly underlying: Asset } = at.nature;
    if (!entries.has(underlying))
      return `asset ${at.asset} wraps ${underlying}, which is not in the registry; add an entry for ${underlying}`;
    passed.push(underlying);
    if (passed.indexOf(underlying) < passed.length - 1)
      return `asset ${entry.asset} wraps itself (${passed.join(' over ')}); name the asset it is a claim on`;
  }
  return undefined;
}

function flawOfTime(asset: Asset, ticker: string, { from, to }: Validity): string | undefined {
  if (from === undefined || to === undefined || from < to) return undefined;
  return `asset ${asset}: the alias ${ticker} ends at ${formatMinute(to)}, not after it begins; "from" comes before "to"`;
}

const timeOf = (row: Row): string => {
  const text = (at: number, open: string): string => (Number.isFinite(at) ? formatMinute(at as Minute) : open);
  return `${text(row.from, 'ever')} to ${text(row.to, 'now')}`;
};

function flawOfRows(rows: readonly Row[]): string | undefined {
  const pair = overlapOf(rows);
  if (pair === undefined) return undefined;
  const [a, b] = pair;
  return `the ticker ${a.ticker} on ${a.venue ?? 'every venue'} means ${a.assets.join(' or ')} (${timeOf(a)}) and ${b.assets.join(' or ')} (${timeOf(b)}) at once; give "venue", "from" and "to" so that they do not overlap`;
}

const firstOf = (flaws: Iterable<string | undefined>): string | undefined => {
  for (const flaw of flaws) if (flaw !== undefined) return flaw;
  return undefined;
};

/** What is wrong with a table alone, as one line; undefined where nothing is. */
export function flawOfTable(table: AssetTable): string | undefined {
  const entries = new Map(table.entries.map((entry) => [entry.asset, entry]));
  if (entries.size < table.entries.length) return 'an asset has two entries; keep one';
  const stranger = [
    ...table.aliases.map(({ asset }) => asset),
    ...table.collisions.flatMap(({ candidates }) => candidates),
  ].find((asset) => !entries.has(asset));
  if (stranger !== undefined) return `asset ${stranger} has a ticker but no entry; add one`;
  return firstOf([
    ...table.entries.map(flawOfEntry),
    ...table.entries.map((entry) => flawOfWraps(entry, entries)),
    ...table.aliases.map((alias) => flawOfTime(alias.asset, alias.ticker, alias)),
    ...table.collisions.map((collision) => flawOfTime(collision.candidates[0], collision.ticker, collision)),
    flawOfRows(rowsOfTable(table)),
  ]);
}

/** What is wrong with a user's additions to a sound table, as one line that names the entry and the mend. */
export function flawOfAdditions(table: AssetTable, additions: readonly AssetAddition[]): string | undefined {
  const twice = additions.find(({ asset }, i) => additions.findIndex((other) => other.asset === asset) < i);
  if (twice !== undefined) return `asset ${twice.asset} is given twice; join the two entries`;
  const { known } = registryOf(table, additions);
  const entries = new Map(known.map((entry) => [entry.asset, entry]));
  const held = new Set(table.entries.map(({ asset }) => asset));
  return firstOf([
    ...additions.map(flawOfEntry),
    ...known.map((entry) => flawOfWraps(entry, entries)),
    ...additions.flatMap(({ asset, aliases }) => aliases.map((alias) => flawOfTime(asset, alias.ticker, alias))),
    flawOfRows(rowsOfAdditions(additions, held)),
  ]);
}

/** The shipped registry with a user's additions, or the one line that refuses them. */
export function withAssets(additions: readonly AssetAddition[], table: AssetTable = SEED): Parsed<AssetRegistry> {
  const flaw = flawOfAdditions(table, additions);
  return flaw === undefined ? parsed(registryOf(table, additions)) : refused(flaw);
}
