import { differenceOf, worstFirst, type Difference } from '../../analysis/sources/sourceDifferences';
import { MOST_EVERY_MINUTE_DAYS } from '../../api/limits';
import type { QuarantinedRow, RevisedMinute, RevisionsAnswer } from '../../api/revisions';
import { grouped } from '../../domain/grouped';
import { formatInstant, instant, type Instant } from '../../domain/instant';
import { pairOf, type Asset, type Market } from '../../domain/market';
import { formatMinute, MINUTES_PER_DAY, minutesIn, type MinuteRange } from '../../domain/minute';
import { METHOD_VERSION } from '../../domain/method';
import { marketsWithData, type StoredOptions } from '../../store/coverage/storedCoverage';
import { longerSourcesOf, type LongerSource } from '../../store/longer/longerCandles';
import { quarantineOf, type StoredQuarantined } from '../../store/quarantine/quarantine';
import { revisionsOf, type Revision } from '../../store/revisions/revisions';
import type { Context } from '../context';
import { noAssetProblem } from '../coverage/coverage';
import { assetsWithData, type NamedAsset } from '../coverage/assetCoverage';
import { answer, refusedRequest, type Outcome } from '../http/outcome';
import { apartOf, byRank, candleAnswer, compareSources, type Ranked } from './sourcePairs';
import { windowsOf } from '../coverage/window';
import { stillToCome } from '../moment';
import { compareTimeframes, type RankedTimeframe } from './timeframes';
import { comparedNotes, cutNote, timeframesNote } from '../../words/revisionNotes';

/** The newest that are ranked; a database with more of them has a trouble that a list does not mend. */
const MOST_READ = 20_000;

export interface RevisionsAsked {
  /** undefined: every asset with data. */
  readonly asset?: Asset | undefined;
  /** At most 31 days; undefined: revisions and quarantine of all time, sources over each asset's own window. */
  readonly range?: MinuteRange | undefined;
  /** The longest a list of single minutes may be. */
  readonly limit: number;
  /** As it was known then; undefined: as it is known now. */
  readonly asOf?: Instant | undefined;
}

/**
 * Contradictions: one source at two times (revisions), two sources of one market (differences), a source's longer candles and
 * its minutes (disagreements); and rows
 * that could not be used (quarantine). Worst first.
 */
export async function revisions(
  context: Context,
  { asset, range, limit, asOf }: RevisionsAsked,
): Promise<Outcome<RevisionsAnswer>> {
  if (range !== undefined && minutesIn(range) > MOST_EVERY_MINUTE_DAYS * MINUTES_PER_DAY) {
    return refusedRequest({
      kind: 'range-too-long',
      from: formatMinute(range.from),
      to: formatMinute(range.to),
      mostDays: MOST_EVERY_MINUTE_DAYS,
    });
  }
  const early = stillToCome(asOf);
  if (early !== undefined) return early;
  const assets = await assetsWithData(context, asOf);
  const wanted = asset === undefined ? assets : assets.filter((one) => one.asset === asset);
  const most = { asset, range, limit: MOST_READ + 1, asOf };
  const [revisionsRead, rowsRead] = await Promise.all([
    revisionsOf(context.database, most),
    quarantineOf(context.database, most),
  ]);
  const [revised, quarantined] = [revisionsRead.slice(0, MOST_READ), rowsRead.slice(0, MOST_READ)];
  // Of an asset whose every row was broken only those rows are stored.
  if (asset !== undefined && wanted.length === 0 && quarantined.length === 0) return noAssetProblem(asset, asOf);
  const found = await comparisons(context, wanted, { range, limit, asOf });
  return answer({
    method: METHOD_VERSION,
    simulated: context.simulated,
    asset: asset ?? null,
    limit,
    asOf: asOf === undefined ? null : formatInstant(asOf),
    range: range === undefined ? null : { from: formatMinute(range.from), to: formatMinute(range.to) },
    ...found,
    notes: [
      ...comparedNotes({ compared: found.compared, range, asset }),
      ...timeframesNote(found.timeframes.length, range),
      ...cutNote('revisions', revisionsRead.length, MOST_READ),
      ...cutNote('quarantined', rowsRead.length, MOST_READ),
    ],
    revised: revised.length,
    revisions: worstRevisions(revised, limit),
    quarantined: quarantined.length,
    quarantine: quarantined.slice(0, limit).map(quarantinedRow),
  });
}

type Comparisons = Pick<
  RevisionsAnswer,
  'compared' | 'pairs' | 'differing' | 'differences' | 'timeframes' | 'disagreeing' | 'disagreements'
>;

/** What the sources, and the longer candles, of the assets contradict: each over the range, or its own window; one without a window is left out. */
async function comparisons(
  context: Context,
  assets: readonly NamedAsset[],
  { range, limit, asOf }: Omit<RevisionsAsked, 'asset'>,
): Promise<Comparisons> {
  const compared: Comparisons['compared'] = [];
  const pairs: Comparisons['pairs'] = [];
  const timeframes: Comparisons['timeframes'] = [];
  let [differing, disagreeing] = [0, 0];
  let worst: readonly Ranked[] = [];
  let worstTimeframes: readonly RankedTimeframe[] = [];
  const codes = assets.map(({ asset }) => asset);
  const windows = range === undefined ? await windowsOf(context, codes, asOf) : undefined;
  const [only, ...others] = codes;
  const asked = { asset: others.length === 0 ? only : undefined, asOf };
  const books = byAsset(await marketsWithData(context.database, asked));
  const longerIn = sourcesByWindow(context, asked);
  for (const { asset, name } of assets) {
    const own = range ?? windows?.get(asset);
    if (own === undefined) continue;
    const found = await compareSources(context, books.get(asset) ?? [], own, { limit, asOf });
    compared.push({ asset, name, from: formatMinute(own.from), to: formatMinute(own.to), markets: found.markets });
    pairs.push(...found.pairs);
    differing += found.differing;
    worst = [...worst, ...found.worst].sort(byRank).slice(0, limit);
    const sources = (await longerIn(own)).get(asset) ?? [];
    const longer = await compareTimeframes(context, sources, own, { limit, asOf });
    timeframes.push(...longer.checks);
    disagreeing += longer.disagreeing;
    worstTimeframes = [...worstTimeframes, ...longer.worst].sort(byRank).slice(0, limit);
  }
  return {
    compared,
    pairs,
    differing,
    differences: worst.map(({ line }) => line),
    timeframes,
    disagreeing,
    disagreements: worstTimeframes.map(({ line }) => line),
  };
}

const byAsset = <T extends { readonly market: Market }>(all: readonly T[]): ReadonlyMap<Asset, readonly T[]> =>
  grouped(all, ({ market }) => market.base);

/** The sources of longer candles in a window, by asset. Hundreds of assets share few windows: each is asked about once. */
function sourcesByWindow(
  { database }: Context,
  { asset, asOf }: StoredOptions,
): (range: MinuteRange) => Promise<ReadonlyMap<Asset, readonly LongerSource[]>> {
  const known = new Map<string, Promise<ReadonlyMap<Asset, readonly LongerSource[]>>>();
  return (range) => {
    const key = `${String(range.from)} ${String(range.to)}`;
    const sources = known.get(key) ?? longerSourcesOf(database, asset, { range, asOf }).then(byAsset);
    known.set(key, sources);
    return sources;
  };
}

interface RankedRevision {
  readonly revision: Revision;
  readonly difference: Difference | undefined;
}

/** A change that no analysis looks at (a filler for an omitted row, a volume given for the first time) comes last. */
function byHarm(a: RankedRevision, b: RankedRevision): number {
  if (a.difference === undefined || b.difference === undefined)
    return (
      Number(a.difference === undefined) - Number(b.difference === undefined) || a.revision.minute - b.revision.minute
    );
  return (
    worstFirst(a.difference, b.difference) ||
    a.revision.minute - b.revision.minute ||
    a.revision.seenAgainMs - b.revision.seenAgainMs
  );
}

const marketNames = ({
  market,
}: {
  readonly market: Market;
}): Pick<RevisedMinute, 'asset' | 'venue' | 'market' | 'kind'> => ({
  asset: market.base,
  venue: market.venue,
  market: pairOf(market),
  kind: market.kind,
});

const quarantinedRow = (row: StoredQuarantined): QuarantinedRow => ({
  ...marketNames(row),
  source: row.source,
  minute: row.minute === undefined ? null : formatMinute(row.minute),
  reason: row.reason,
  raw: row.raw,
  seen: formatInstant(instant(row.seenAtMs)),
});

function worstRevisions(all: readonly Revision[], limit: number): RevisedMinute[] {
  return all
    .map((revision) => ({ revision, difference: differenceOf(revision.before, revision.after) }))
    .sort(byHarm)
    .slice(0, limit)
    .map(({ revision, difference }) => ({
      ...marketNames(revision),
      source: revision.source,
      minute: formatMinute(revision.minute),
      before: candleAnswer(revision.before),
      after: candleAnswer(revision.after),
      firstSeen: formatInstant(instant(revision.firstSeenMs)),
      seenAgain: formatInstant(instant(revision.seenAgainMs)),
      ...apartOf(difference),
    }));
}
