import { describe, expect, it } from 'vitest';
import { EVENTS, eventOf } from '../../domain/events/presets';
import { parseAsset, parsePair, parseVenue } from '../../domain/market';
import { parseRange } from '../../domain/minute';
import { PRESETS } from '../../ingest/run/presets';
import { unknownVenue } from '../../ingest/files/knownVenues';
import { VENUES } from '../../ingest/venues/table';
import { ASKED_QUOTES } from '../../domain/askedBooks';
import type { FigureAnswer } from '../../api/events';
import { missingCommands, roadWords } from './eventRoads';

const commands = EVENTS.flatMap((event) => event.roads.map((road) => roadWords(event, road).command));

describe('how an event’s candles come in', () => {
  it.each([
    ['2025-10-10', 0, 'npm run -s plumbline -- ingest --preset crash-2025-10-10'],
    ['2026-02-06', 0, 'npm run -s plumbline -- ingest BTC --from 2026-02-06T10:00Z --to 2026-02-06T11:00Z'],
    ['2023-03-11', 0, 'npm run -s plumbline -- ingest USDC USDT BTC --from 2023-03-11T00:00Z --to 2023-03-12T00:00Z'],
    ['2021-10-21', 1, 'npm run -s plumbline -- import FILE.csv --venue binanceus --market BTC/USD'],
  ] as const)('%s: %#', (id, i, command) => {
    const event = eventOf(id);
    const road = event.roads[i];
    expect(road === undefined ? undefined : roadWords(event, road).command).toBe(command);
  });

  it('is a command as its options are read: presets, assets, times, venues and markets that there are', () => {
    for (const command of commands) {
      const [, verb = '', rest = ''] = /^npm run -s plumbline -- (ingest|import) (.+)$/.exec(command) ?? [];
      const option = (name: string) => new RegExp(`--${name} (\\S+)`).exec(rest)?.[1];
      if (verb === 'import') {
        expect(unknownVenue(option('venue') ?? '')).toBeUndefined();
        expect(parseVenue(option('venue') ?? '').ok && parsePair(option('market') ?? '').ok).toBe(true);
      } else if (option('preset') === undefined) {
        expect(
          rest
            .split(' --')[0]
            ?.split(' ')
            .every((asset) => parseAsset(asset).ok),
        ).toBe(true);
        expect(parseRange(option('from') ?? '', option('to') ?? '').ok).toBe(true);
      } else expect([...PRESETS.keys()]).toContain(option('preset'));
    }
    expect(commands).toHaveLength(9);
  });

  it('is a file where an ingest asks no venue for the market, and only there', () => {
    expect(EVENTS.flatMap(({ roads }) => roads).some(({ kind }) => kind === 'file')).toBe(true);
    for (const event of EVENTS)
      for (const road of event.roads) {
        if (road.kind !== 'file') continue;
        const { venue, quote } = road.market;
        const isAsked = [...VENUES.keys()].includes(venue) && ASKED_QUOTES.some((asked) => asked === quote);
        expect(isAsked).toBe(false);
      }
  });
});

describe('what brings in the candles of figures that are not stored', () => {
  const figure = (
    venue: string,
    market: string,
    kind: FigureAnswer['kind'] = 'spot',
    verdict: FigureAnswer['verdict'] = 'not-stored',
  ): FigureAnswer => ({
    publisher: 'press',
    about: false,
    venue,
    market,
    kind,
    verdict,
    what: 'deviation',
    minute: '2025-10-10T21:20Z',
    published: '-1',
    measured: null,
  });
  const DAY = { from: '2025-10-10T00:00Z', to: '2025-10-11T00:00Z' };
  const TIMES = '--from 2025-10-10T00:00Z --to 2025-10-11T00:00Z';

  it('is one command for spot books, one for contracts, and a file for each pair that no ingest asks for', () => {
    expect(
      missingCommands(
        [
          figure('binance', 'IOTX/USDT'),
          figure('binance', 'ENJ/USDT'),
          figure('binance', 'ATOM/USDT', 'spot', 'same'),
          figure('binanceusdm', 'ATOM/USDT', 'mark'),
          figure('binancecoinm', 'ATOM/USD', 'perp'),
          figure('binance', 'WBETH/ETH'),
          figure('binance', 'WBETH/ETH'),
        ],
        DAY,
      ).map(({ command }) => command),
    ).toEqual([
      `npm run -s plumbline -- ingest IOTX ENJ ${TIMES}`,
      `npm run -s plumbline -- ingest ATOM ${TIMES} --kinds mark,perp --venues binanceusdm,binancecoinm`,
      'npm run -s plumbline -- import FILE.csv --venue binance --market WBETH/ETH',
    ]);
  });

  it('is nothing where all are', () => {
    expect(missingCommands([figure('binance', 'ATOM/USDT', 'spot', 'same')], DAY)).toEqual([]);
  });
});
