import { METHOD_VERSION } from '../../../domain/method';
import type { Comparison } from '../../../domain/comparison';
import { formatMinute, minutesIn, plus } from '../../../domain/minute';
import { writeComparedMarket } from '../../../permalink/compare';
import type { SpreadAt } from '../../../api/comparison';
import {
  comparedIn,
  comparedName,
  comparedTable,
  comparisonSentence,
  furthestOf,
  pricesOf,
  spreadTable,
} from '../../../words/compare';
import { count, distance, signedPercent, utc } from '../../../words/numbers';
import { rateWords, ruleWords } from '../../../words/rates';
import { sourceWords } from '../../../words/sources';
import type { Compared } from '../../compare/compare';
import { orNull } from '../../deviations/rows';
import { compareDrawing } from '../../pictures/lists/compare';
import { sheetTable } from '../../pictures/lists/sheetTable';
import { tableOf, type Table } from '../table';
import { assetView } from './rowViews';
import type { ShownList, TextTable } from './shown';

/** The first market against one of the others, every minute of the window. Ratios: first ÷ other − 1; null: either lacks a price. */
interface Spread {
  /** The place of the other in `markets`. */
  readonly place: number;
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
  readonly close: readonly (number | null)[];
}

const column = (values: Float64Array): readonly (number | null)[] => [...values].map(orNull);

export function compareShown(asked: Comparison, compared: Compared): ShownList {
  const { answer, columns } = compared;
  const minutes = Array.from({ length: minutesIn(asked.range) }, (_, i) => formatMinute(plus(asked.range.from, i)));
  const series = columns.map(({ low, high, close }, i): Spread => ({
    place: i + 1,
    low: column(low),
    high: column(high),
    close: column(close),
  }));
  return {
    answer: { method: METHOD_VERSION, ...answer, minutes, series },
    table: () => spreadsTable(asked, minutes, series, answer.simulated),
    rows: () => [
      { name: 'spreads', keys: ['market', 'against', 'field', 'side'], table: endsTable(asked, answer) },
      ...(minutes.length * series.length > MOST_NAMED_MINUTES
        ? []
        : [
            {
              name: 'minutes',
              keys: ['market', 'against', 'minute'],
              table: spreadsTable(asked, minutes, series, answer.simulated),
            },
          ]),
    ],
    text: () => ({
      title: comparisonSentence(answer),
      paragraphs: [comparedIn(answer)],
      tables: [spreadsText(answer), marketsText(answer)],
      notes: [],
    }),
    views: (asOf) =>
      asked.markets.map((one) => assetView([writeComparedMarket(one)], one.market.base, asked.range, asOf)),
    drawing: () => compareDrawing(compared, sheetTable(spreadsText(answer), PICTURED)),
    reach: undefined,
  };
}

/** Of more minutes than these the digest's text, which a picture carries, names the furthest alone. */
const MOST_NAMED_MINUTES = 500;

/** The furthest of each field on either side. Prices in the comparison's currency. */
function endsTable({ markets }: Comparison, { spreads }: Compared['answer']): Table {
  const [first = '', ...others] = markets.map(writeComparedMarket);
  const rows = spreads.flatMap(({ place, low, high, close }) =>
    Object.entries({ low, high, close }).flatMap(([field, ends]) =>
      Object.entries(ends).map(([side, at]) => ({
        against: others[place - 1],
        field,
        side,
        at: at as SpreadAt | null,
      })),
    ),
  );
  return tableOf(rows, [
    ['text', 'market', () => first],
    ['text', 'against', ({ against }) => against ?? null],
    ['text', 'field', ({ field }) => field],
    ['text', 'side', ({ side }) => side],
    ['minute', 'minute', ({ at }) => at?.minute ?? null],
    ['number', 'ratio', ({ at }) => at?.ratio ?? null],
    ['number', 'a', ({ at }) => at?.a ?? null],
    ['number', 'b', ({ at }) => at?.b ?? null],
  ]);
}

/** What of the spreads' table stands on a picture. */
const PICTURED = [
  [0, 'left'],
  [1, 'right'],
  [2, 'right'],
  [3, 'right'],
  [4, 'right'],
  [6, 'right'],
  [11, 'right'],
  [12, 'right'],
] as const;

/** A row for each other market and minute, market by market, written as the address writes them. */
function spreadsTable(
  { markets }: Comparison,
  minutes: readonly string[],
  series: readonly Spread[],
  simulated: boolean,
): Table {
  const [first = '', ...others] = markets.map(writeComparedMarket);
  const rows = series.flatMap((spread, i) =>
    minutes.map((minute, slot) => ({ spread, minute, slot, against: others[i] })),
  );
  return tableOf(rows, [
    ['text', 'market', () => first],
    ['text', 'against', ({ against }) => against ?? null],
    ['minute', 'minute', ({ minute }) => minute],
    ['number', 'low', ({ spread, slot }) => spread.low[slot] ?? null],
    ['number', 'high', ({ spread, slot }) => spread.high[slot] ?? null],
    ['number', 'close', ({ spread, slot }) => spread.close[slot] ?? null],
    ['truth', 'simulated', () => simulated],
  ]);
}

function spreadsText(answer: Compared['answer']): TextTable {
  const ratio = (at: SpreadAt | null): string => (at === null ? spreadTable.never : signedPercent(at.ratio));
  const when = (at: SpreadAt | null): string => (at === null ? '' : utc(at.minute));
  return {
    title: spreadTable.title,
    head: [
      spreadTable.market,
      spreadTable.below,
      spreadTable.belowAt,
      spreadTable.above,
      spreadTable.aboveAt,
      spreadTable.belowPrices,
      spreadTable.median,
      spreadTable.low,
      spreadTable.lowAt,
      spreadTable.high,
      spreadTable.highAt,
      spreadTable.compared,
      spreadTable.missing,
    ],
    rows: answer.spreads.map(({ place, close, low, high, median, compared, missing }) => {
      const [lowAt, highAt, closeAt] = [low, high, close].map(furthestOf) as [
        SpreadAt | null,
        SpreadAt | null,
        SpreadAt | null,
      ];
      const market = answer.markets[place];
      return [
        market === undefined ? '' : comparedName(market),
        ratio(close.below),
        when(close.below),
        ratio(close.above),
        when(close.above),
        closeAt === null ? spreadTable.never : pricesOf(answer, closeAt),
        median === null ? spreadTable.none : distance(median),
        ratio(lowAt),
        when(lowAt),
        ratio(highAt),
        when(highAt),
        count(compared),
        count(missing),
      ];
    }),
  };
}

const marketsText = ({ markets, currency }: Compared['answer']): TextTable => ({
  title: comparedTable.title,
  head: [
    comparedTable.market,
    comparedTable.source,
    comparedTable.rate(currency),
    comparedTable.rule,
    comparedTable.priced,
  ],
  rows: markets.map((market) => [
    comparedName(market),
    sourceWords(market.source),
    (market.rate === null ? null : rateWords(market.rate)) ?? comparedTable.notConverted,
    market.rate === null ? comparedTable.notConverted : ruleWords(market.rate.rule),
    count(market.priced),
  ]),
});
