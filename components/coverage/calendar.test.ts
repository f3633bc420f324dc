import { describe, expect, it } from 'vitest';
import type { DayColumns, MarketCoverage } from '@/lib/api/coverage';
import { assetRows, columnsOf, dayRange, marketRows, monthsOf, type CalendarColumn } from './calendar';

const days = (change: Partial<DayColumns> & Pick<DayColumns, 'day'>): DayColumns => {
  const none = change.day.map(() => 0);
  return {
    answered: none,
    traded: none,
    noTrade: none,
    moved: none,
    setAside: none,
    refused: none,
    failed: none,
    notServed: none,
    quarantined: none,
    revised: none,
    ...change,
  };
};
const market = (change: Partial<MarketCoverage>, kept: DayColumns): MarketCoverage => ({
  venue: 'binance',
  market: 'ATOM/USDT',
  kind: 'spot',
  source: 'rest',
  ranges: [],
  answeredMinutes: 2_880,
  traded: 2_000,
  noTrade: 880,
  moved: 0,
  setAside: 0,
  quarantined: 0,
  revised: 0,
  ...change,
  kept: {
    span: { from: '2025-10-09T00:00Z', to: '2025-10-11T00:00Z' },
    answeredShare: 1,
    firstAsked: null,
    lastAsked: null,
    inVain: [],
    days: kept,
  },
});
const shown = (columns: readonly CalendarColumn[]): readonly string[] =>
  columns.map((column) =>
    column.kind === 'day' ? column.day : `${column.from}…${column.to} (${String(column.days)})`,
  );

describe('the calendar’s columns', () => {
  const over = (...dates: readonly string[]): readonly CalendarColumn[] =>
    columnsOf(marketRows('ATOM', [market({}, days({ day: [...dates] }))]));

  it('are the UTC days from the first to the last, a short silence among them drawn', () => {
    expect(shown(over('2025-02-27', '2025-03-02'))).toEqual(['2025-02-27', '2025-02-28', '2025-03-01', '2025-03-02']);
  });

  it('say a long silence in one column, with its days', () => {
    expect(shown(over('2024-12-31', '2025-10-10'))).toEqual([
      '2024-12-31',
      '2025-01-01…2025-10-09 (282)',
      '2025-10-10',
    ]);
    expect(over('2025-10-01', '2025-10-09')).toHaveLength(9);
    expect(over('2025-10-01', '2025-10-10')).toHaveLength(3);
  });

  it('are none where nothing is stored', () => {
    expect(columnsOf([])).toEqual([]);
  });

  it('stand under their months', () => {
    expect(monthsOf(over('2025-09-29', '2025-10-02'))).toEqual([
      { month: '2025-09', columns: 2 },
      { month: '2025-10', columns: 2 },
    ]);
  });
});

describe('the calendar’s rows', () => {
  it('are one a market and source, a day being 1,440 minutes', () => {
    const [row] = marketRows('ATOM', [
      market(
        { kind: 'perp', source: 'archive' },
        days({ day: ['2025-10-10'], answered: [1_440], traded: [1_400], noTrade: [40] }),
      ),
    ]);
    expect(row).toMatchObject({
      label: 'Binance',
      detail: 'ATOM/USDT perpetual',
      note: 'official archive',
      dayMinutes: 1_440,
      spanMinutes: 2_880,
      answeredMinutes: 2_880,
    });
    expect(row?.cells['2025-10-10']).toMatchObject({ answered: 1_440, traded: 1_400, noTrade: 40 });
  });

  it('say an asset’s name beside its symbol where it is another', () => {
    const details = [
      { asset: 'USDE', name: 'USDe', markets: [] },
      { asset: 'ATOM', name: 'Cosmos', markets: [] },
    ];
    expect(assetRows(details, String).map(({ label, detail }) => [label, detail])).toEqual([
      ['USDe', ''],
      ['ATOM', 'Cosmos'],
    ]);
  });

  it('of an asset add its markets, each by the source that answered more; quarantined and revised rows of every source count', () => {
    const rest = market({}, days({ day: ['2025-10-10'], answered: [100], traded: [90], noTrade: [10], revised: [2] }));
    const archive = market(
      { source: 'archive', answeredMinutes: 1_440, traded: 1_400 },
      days({ day: ['2025-10-10'], answered: [1_440], traded: [1_400], noTrade: [40], quarantined: [1], revised: [1] }),
    );
    const okx = market(
      { venue: 'okx', answeredMinutes: 10, traded: 5 },
      days({ day: ['2025-10-10', '2025-10-11'], answered: [10, 0], traded: [5, 0], noTrade: [5, 0], failed: [0, 7] }),
    );
    const [row] = assetRows(
      [{ asset: 'ATOM', name: 'Cosmos', markets: [rest, archive, okx] }],
      (asset) => `/coverage?asset=${asset}`,
    );
    expect(row).toMatchObject({
      label: 'ATOM',
      note: '2 markets',
      href: '/coverage?asset=ATOM',
      dayMinutes: 2_880,
      answeredMinutes: 2_890,
    });
    expect(row?.cells).toEqual({
      '2025-10-10': {
        answered: 1_450,
        traded: 1_405,
        noTrade: 45,
        moved: 0,
        setAside: 0,
        refused: 0,
        failed: 0,
        notServed: 0,
        quarantined: 1,
        revised: 3,
      },
      '2025-10-11': {
        answered: 0,
        traded: 0,
        noTrade: 0,
        moved: 0,
        setAside: 0,
        refused: 0,
        failed: 7,
        notServed: 0,
        quarantined: 0,
        revised: 0,
      },
    });
  });
});

it('a day is 1,440 minutes from midnight UTC, in whatever zone the reader sits', () => {
  const { from, to } = dayRange('2025-10-10');
  expect([from, to - from]).toEqual([Date.UTC(2025, 9, 10) / 60_000, 1_440]);
});
