import type { AssetLowsAnswer, ExtremeAnswer, LowsAnswer, OutermostAnswer } from '../../../api/lows';
import type { Asset } from '../../../domain/market';
import { parseRange } from '../../../domain/minute';
import { promised } from '../../../domain/unit';
import {
  assetLowsTable,
  gapUncertainty,
  lowsHead,
  nobodyOutermost,
  unrankedVenue,
  venueLows,
} from '../../../words/lows';
import { count, finePercent, formatPrice, formatShare, utc } from '../../../words/numbers';
import { joins } from '../../../words/spelled';
import { venueName } from '../../../words/venues';
import { lowsDrawing } from '../../pictures/lists/lows';
import { sheetTable } from '../../pictures/lists/sheetTable';
import { tableOf, type Cell, type ColumnOf, type Table, type TableColumn } from '../table';
import { assetView } from './rowViews';
import type { ShownList, TextTable } from './shown';

/** A venue in one asset. */
interface Row {
  readonly asset: AssetLowsAnswer;
  readonly venue: string;
  /** Why it is in no ranking, and of how many minutes; null: it is. */
  readonly unranked: string | null;
  readonly unrankedMinutes: number | null;
}

const rowsOf = (asset: AssetLowsAnswer): readonly Row[] => [
  ...asset.lows.map(({ venue }) => ({
    asset,
    venue,
    unranked: asset.ranked ? null : 'too-few-venues',
    unrankedMinutes: null,
  })),
  ...asset.unranked.map(({ venue, why, minutes }) => ({ asset, venue, unranked: why, unrankedMinutes: minutes })),
];

interface Side {
  readonly own: ExtremeAnswer;
  /** Among the ranked, equals share one. */
  readonly place: number | null;
  /** Of the outermost alone. */
  readonly outermost: OutermostAnswer | undefined;
}

function sideOf(
  { asset, venue }: Row,
  extremes: readonly ExtremeAnswer[],
  outermost: OutermostAnswer | null,
): Side | undefined {
  const own = extremes.find((one) => one.venue === venue);
  if (own === undefined) return undefined;
  return {
    own,
    place: asset.ranked ? 1 + extremes.findIndex(({ price }) => price === own.price) : null,
    outermost: outermost?.venue === venue ? outermost : undefined,
  };
}

/** Of a side: the price, its minute and its rate, the place among the ranked, and of the outermost its gap to the next. */
const SIDE: readonly (readonly [TableColumn['kind'], string, (side: Side) => Cell])[] = [
  ['number', '', ({ own }) => own.price],
  ['text', 'Market', ({ own }) => own.market],
  ['minute', 'Minute', ({ own }) => own.minute],
  ['text', 'RateRule', ({ own }) => own.rateRule],
  ['number', 'RateUncertainty', ({ own }) => own.rateUncertainty],
  ['number', 'Place', ({ place }) => place],
  ['number', 'Gap', ({ outermost }) => outermost?.gap ?? null],
  ['number', 'GapUncertainty', ({ outermost }) => outermost?.uncertainty ?? null],
  ['truth', 'GapWide', ({ outermost }) => outermost?.wide ?? null],
];

const sideColumns = (name: 'low' | 'high', of: (row: Row) => Side | undefined): readonly ColumnOf<Row>[] =>
  SIDE.map(([kind, suffix, cell]) => [
    kind,
    `${name}${suffix}`,
    (row) => {
      const side = of(row);
      return side === undefined ? null : cell(side);
    },
  ]);

/** A row for each asset and venue, those in no ranking behind the others. Prices in USD, gaps as ratios. */
export const lowsTable = ({ simulated, assets }: LowsAnswer): Table =>
  tableOf(assets.flatMap(rowsOf), [
    ['text', 'asset', ({ asset }) => asset.asset],
    ['text', 'venue', ({ venue }) => venue],
    ['text', 'unranked', ({ unranked }) => unranked],
    ['number', 'unrankedMinutes', ({ unrankedMinutes }) => unrankedMinutes],
    ...sideColumns('low', (row) => sideOf(row, row.asset.lows, row.asset.lowest)),
    ...sideColumns('high', (row) => sideOf(row, row.asset.highs, row.asset.highest)),
    ['text', 'digest', ({ asset }) => asset.digest],
    ['truth', 'simulated', () => simulated],
  ]);

/** A row for each asset: who stood outermost, by how much, and the digest of the analysis that its prices are taken from. */
const assetsTable = ({ assets }: LowsAnswer): Table =>
  tableOf<AssetLowsAnswer>(assets, [
    ['text', 'asset', ({ asset }) => asset],
    ['truth', 'ranked', ({ ranked }) => ranked],
    ['text', 'lowest', ({ lowest }) => lowest?.venue ?? null],
    ['number', 'lowestGap', ({ lowest }) => lowest?.gap ?? null],
    ['text', 'highest', ({ highest }) => highest?.venue ?? null],
    ['number', 'highestGap', ({ highest }) => highest?.gap ?? null],
    ['text', 'digest', ({ digest }) => digest],
  ]);

export const lowsShown = (answer: LowsAnswer): ShownList => ({
  answer,
  table: () => lowsTable(answer),
  rows: () => [
    { name: 'assets', keys: ['asset'], table: assetsTable(answer) },
    {
      name: 'venues',
      keys: ['asset', 'venue'],
      table: lowsTable(answer).filter(({ name }) => name !== 'digest'),
    },
  ],
  text: () => ({
    title: lowsHead.title,
    paragraphs: [lowsHead.lead],
    tables: [venuesText(answer), assetsText(answer)],
    notes: answer.notes,
  }),
  views: (asOf) =>
    answer.assets.map(({ asset }) =>
      assetView([asset], asset as Asset, promised(parseRange(answer.from, answer.to)), asOf),
    ),
  drawing: () => lowsDrawing(answer, sheetTable(assetsText(answer), PICTURED)),
  reach: undefined,
});

/** What of the assets' table stands on a picture. */
const PICTURED = [
  [0, 'left'],
  [1, 'left'],
  [2, 'right'],
  [3, 'right'],
  [4, 'left'],
  [5, 'right'],
  [6, 'left'],
  [7, 'right'],
] as const;

const venuesText = ({ venues, gap }: LowsAnswer): TextTable => ({
  title: venueLows.title,
  head: [
    venueLows.venue,
    venueLows.ranked,
    venueLows.lowest,
    venueLows.share,
    venueLows.wide(gap),
    venueLows.highest,
    venueLows.share,
    venueLows.wide(gap),
  ],
  rows: venues.map(({ venue, ranked, lowest, highest }) => [
    venueName(venue),
    count(ranked),
    ...[lowest, highest].flatMap(({ assets, share, wide }) => [count(assets), formatShare(share), count(wide)]),
  ]),
});

const assetsText = ({ assets }: LowsAnswer): TextTable => ({
  title: assetLowsTable.title,
  head: [
    assetLowsTable.asset,
    assetLowsTable.lowest,
    assetLowsTable.low,
    assetLowsTable.lowMinute,
    assetLowsTable.secondLowest,
    assetLowsTable.gap,
    assetLowsTable.highest,
    assetLowsTable.high,
    assetLowsTable.highMinute,
    assetLowsTable.secondHighest,
    assetLowsTable.gap,
    assetLowsTable.unranked,
  ],
  rows: assets.map((asset) => [
    asset.name,
    ...outermostText(asset.lowest, asset.lows, asset.ranked),
    ...outermostText(asset.highest, asset.highs, asset.ranked),
    asset.unranked.map(unrankedVenue).join(joins.items),
  ]),
});

function outermostText(
  outermost: OutermostAnswer | null,
  [first, second]: readonly ExtremeAnswer[],
  isRanked: boolean,
): readonly string[] {
  if (outermost === null || first === undefined || second === undefined)
    return [nobodyOutermost(isRanked), '', '', '', ''];
  const unsure = gapUncertainty(outermost.uncertainty);
  return [
    venueName(first.venue),
    formatPrice(first.price),
    utc(first.minute),
    `${venueName(second.venue)} ${formatPrice(second.price)}`,
    `${finePercent(outermost.gap)}${unsure === undefined ? '' : ` (${unsure})`}`,
  ];
}
