import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { eventAnswer, eventsAnswer } from '../../../api/events';
import { lowsAnswer } from '../../../api/lows';
import { scanAnswer } from '../../../api/scan';
import { venuesAnswer } from '../../../api/venues';
import type { Market } from '../../../domain/market';
import { minuteRange, plus } from '../../../domain/minute';
import type { ViewForm } from '../../../permalink/forms';
import { listPath, readList, type ListPage, type ListView } from '../../../permalink/lists';
import { segmentsOf } from '../../../permalink/segments';
import { ledgerOf } from '../../../store/ledger/ledger';
import { answer, at, candle, spot } from '../../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../../store/testing/testDatabase';
import { compared } from '../../compare/compare';
import type { Context } from '../../context';
import { event } from '../../events/event';
import { events } from '../../events/events';
import { listFormIn } from '../../http/request';
import { lows } from '../../lows/lows';
import { refreshEpisodes } from '../../scan/refresh';
import { scan } from '../../scan/scan';
import { textsOf } from '../../../sealed/pngFile';
import { valueOf } from '../../testing/fourVenues';
import { venues } from '../../venues/venues';
import type { ViewFile } from '../file';
import { listFile, shown } from './listFile';

const FROM = at('2025-10-10T21:00Z');
const ASKED = Date.UTC(2026, 0, 1, 8);
let db: FreshDatabase;
let context: Context;

/** Sixty minutes at one price, but one low of its own. */
const book = (market: Market, price: number, low = price) =>
  answer({
    market,
    source: 'simulated',
    asked: minuteRange(FROM, plus(FROM, 60)),
    candles: Array.from({ length: 60 }, (_, i) => candle(plus(FROM, i), price, i === 20 ? { low } : {})),
    askedAtMs: ASKED,
  });

beforeAll(async () => {
  db = await freshDatabase('rehearsal');
  context = { database: db, simulated: true };
  await ledgerOf(db).record([
    book(spot('binance', 'ATOM', 'USD'), 4, 1),
    book(spot('coinbase', 'ATOM', 'USD'), 4, 3.9),
    book(spot('kraken', 'ATOM', 'USD'), 4),
    book(spot('okx', 'ATOM', 'USD'), 4.02),
    book(spot('okx', 'DOGE', 'USD'), 0.25),
  ]);
  // A day later a minute of another asset is answered otherwise.
  await ledgerOf(db).record([{ ...book(spot('okx', 'DOGE', 'USD'), 0.26), askedAtMs: ASKED + 86_400_000 }]);
});
afterAll(() => db.drop());
afterEach(() => {
  vi.unstubAllEnvs();
});

const WINDOW = 'from=2025-10-10T21:00Z&to=2025-10-10T22:00Z';
const LISTS = {
  events: '/events',
  event: '/events/2025-10-10?yardstick=luld-5',
  lows: `/lows?${WINDOW}`,
  scan: `/scan?${WINDOW}&reference=own&rank=depth&limit=200`,
  compare: `/compare?markets=binance:ATOM/USD,okx:ATOM/USD&${WINDOW}`,
  venues: `/venues?${WINDOW}`,
  venue: `/venues/binance?${WINDOW}`,
} as const;
type Kind = keyof typeof LISTS;
const KINDS = Object.keys(LISTS) as readonly Kind[];

function listOf(kind: Kind): ListView {
  const { pathname, searchParams } = new URL(LISTS[kind], 'http://localhost');
  const [page = '', below] = segmentsOf(pathname) ?? [];
  const read = readList(page as ListPage, below, Object.fromEntries(searchParams));
  if (read?.ok !== true) throw new Error(JSON.stringify(read));
  return read.value;
}
const file = async (kind: Kind, form: ViewForm): Promise<ViewFile> =>
  valueOf(await listFile(context, listOf(kind), form));
const text = async (kind: Kind, form: ViewForm): Promise<string> =>
  Buffer.from((await file(kind, form)).bytes).toString();
const json = async (kind: Kind): Promise<Readonly<Record<string, unknown>>> =>
  JSON.parse(await text(kind, 'json')) as Readonly<Record<string, unknown>>;
type Row = Readonly<Record<string, string>>;
const rows = async (kind: Kind): Promise<readonly Row[]> => parse(await text(kind, 'csv'), { columns: true });

/** What the API answers, of the same data. */
async function apiAnswer(kind: Kind): Promise<object> {
  const list = listOf(kind);
  switch (list.kind) {
    case 'events':
      return eventsAnswer.parse(valueOf(await events(context)));
    case 'event':
      return eventAnswer.parse(valueOf(await event(context, list.view, (asked) => scan(context, asked))));
    case 'lows':
      return lowsAnswer.parse(valueOf(await lows(context, list.asked)));
    case 'scan':
      return scanAnswer.parse(valueOf(await scan(context, list.asked)));
    case 'compare':
      return valueOf(await compared(context, list.asked)).answer;
    case 'venues':
    case 'venue':
      return venuesAnswer.parse(valueOf(await venues(context, list.range)));
  }
}

describe('a list in its forms', () => {
  it.each(KINDS)('is the API’s answer as JSON, with its address and when its data last changed: %s', async (kind) => {
    const found = await json(kind);
    expect(found).toMatchObject(await apiAnswer(kind));
    expect(found['address']).toBe(LISTS[kind]);
    // DOGE was answered otherwise later: whoever speaks of every asset rests on it.
    expect(found['lastModified']).toBe(kind === 'compare' ? '2026-01-01T08:00Z' : '2026-01-02T08:00Z');
    expect(found).toMatchObject({ method: expect.any(Number) as number, simulated: true });
  });

  it.each(KINDS)('says in its picture, too, when its data last changed: %s', async (kind) => {
    const look = { size: 'card', theme: 'light', density: 1 } as const;
    const png = valueOf(await listFile(context, listOf(kind), 'png', { look })).bytes;
    expect(textsOf(Buffer.from(png)).get('plumbline:last-modified')).toBe((await json(kind))['lastModified']);
  });

  it.each(KINDS)('has a digest that its JSON and the text of docs/digest.md give again: %s', async (kind) => {
    const { digest, digestText } = valueOf(await shown(context, listOf(kind), {}));
    const whole = await json(kind);
    const beside = ['address', 'lastModified', 'digest', 'errata', 'notes'];
    const figures = Object.fromEntries(Object.entries(whole).filter(([name]) => !beside.includes(name)));
    expect(whole).toMatchObject({ digest, errata: [] });
    const hash = (of: string): string => createHash('sha256').update(of, 'utf8').digest('hex');
    expect(digest).toBe(`sha256:${hash(digestText)}`);
    expect(digestText.split('\n').slice(0, 5)).toEqual([
      'plumbline-list 2',
      `address ${LISTS[kind]}`,
      `method ${String(figures['method'])}`,
      'simulated true',
      `figures ${hash(JSON.stringify(figures))}`,
    ]);
  });

  it.each(KINDS)('has the same rows as CSV and Parquet: %s', async (kind) => {
    const csv = await rows(kind);
    const { bytes } = await file(kind, 'parquet');
    const parquet = await parquetReadObjects({ file: bytes.buffer, compressors });
    const asText = (value: string | number | boolean | Date | null): string =>
      value instanceof Date ? value.toISOString().replace(':00.000Z', 'Z') : String(value ?? '');
    expect(csv.length).toBeGreaterThan(0);
    expect(
      parquet.map((row) =>
        Object.entries(row as Readonly<Record<string, Parameters<typeof asText>[0]>>).map(([name, value]) => [
          name,
          asText(value),
        ]),
      ),
    ).toEqual(csv.map((row) => Object.entries(row)));
    expect(csv.every(({ simulated }) => simulated === 'true')).toBe(true);
    const { key_value_metadata: facts = [] } = await parquetMetadataAsync(bytes.buffer);
    expect(Object.fromEntries(facts.map(({ key, value }) => [key, value]))).toMatchObject({
      'plumbline:permalink': LISTS[kind],
      'plumbline:simulated': 'true',
      'plumbline:last-modified': expect.stringMatching(/^2026-01-0[12]T08:00Z$/) as string,
    });
  });

  it.each(KINDS)('as Markdown is stamped first and ends with what it rests on and its address: %s', async (kind) => {
    const said = await text(kind, 'md');
    expect(said).toMatch(/^# SIMULATED · .+\n\n\*\*SIMULATED/);
    expect(said).toMatch(/\n- Data last changed: 2026-01-0[12] 08:00 UTC\n- Method: \d+\n/);
    expect(said.endsWith(`\n<${LISTS[kind]}>\n`)).toBe(true);
  });

  it('names the figures by the fields of the API: a low of 1 against 4 is 75 % below', async () => {
    expect((await rows('scan'))[0]).toMatchObject({
      asset: 'ATOM',
      venue: 'binance',
      market: 'ATOM/USD',
      peak: '-0.75',
      peakMinute: '2025-10-10T21:20Z',
      peakPrice: '1',
      peakReference: '4',
    });
    expect((await rows('lows'))[0]).toMatchObject({
      asset: 'ATOM',
      venue: 'binance',
      low: '1',
      lowPlace: '1',
      lowGap: String(1 / 3.9 - 1),
      digest: expect.stringMatching(/^sha256:/) as string,
    });
    expect((await rows('venues'))[0]).toMatchObject({
      venue: 'binance',
      episodes: '1',
      peaksBeyond50Pct: '1',
      deepestPeak: '-0.75',
      worstRank: '1',
    });
    expect((await rows('event'))[0]).toMatchObject({ venue: 'binance', level: '0.05', beyond: 'true' });
    expect((await rows('compare'))[20]).toEqual({
      market: 'binance:ATOM/USD',
      against: 'okx:ATOM/USD',
      minute: '2025-10-10T21:20Z',
      low: String(1 / 4.02 - 1),
      high: String(4 / 4.02 - 1),
      close: String(4 / 4.02 - 1),
      simulated: 'true',
    });
    expect((await rows('events')).find(({ event: id }) => id === '2025-10-10')).toMatchObject({
      from: '2025-10-10T20:00Z',
      markets: '5',
    });
  });

  it('says them to people: −75 % in the tables of Markdown', async () => {
    for (const kind of ['scan', 'venue', 'event'] as const)
      expect(await text(kind, 'md')).toMatch(/\| ATOM \| Binance[^|]* \| −75\.00 % \| 2025-10-10 21:20 \|/);
    expect(await text('lows', 'md')).toContain('| Binance | 1 | 2025-10-10 21:20 | Coinbase 3.9 | −74.36 % |');
  });

  it('begins its address where the app is read, and is named after what it lists', async () => {
    vi.stubEnv('PLUMBLINE_ORIGIN', 'https://plumbline.example');
    expect((await json('lows'))['address']).toBe(`https://plumbline.example${LISTS.lows}`);
    expect(await file('lows', 'csv')).toMatchObject({
      fileName: 'SIMULATED-plumbline-lows-2025-10-10T2100Z.csv',
      type: 'text/csv; charset=utf-8; header=present',
      isShown: false,
    });
    expect((await file('event', 'md')).fileName).toBe('SIMULATED-plumbline-events-2025-10-10.md');
    expect((await file('venue', 'json')).fileName).toBe('SIMULATED-plumbline-venues-binance-2025-10-10T2100Z.json');
  });

  it('of a window without data says nothing of when it changed', async () => {
    const list: ListView = {
      kind: 'lows',
      asked: {
        range: minuteRange(at('2024-01-01T00:00Z'), at('2024-01-01T01:00Z')),
        assets: undefined,
        asOf: undefined,
      },
    };
    expect(JSON.parse(Buffer.from(valueOf(await listFile(context, list, 'json')).bytes).toString())).toMatchObject({
      lastModified: null,
      assets: [],
    });
    expect(Buffer.from(valueOf(await listFile(context, list, 'md')).bytes).toString()).not.toContain(
      'Data last changed',
    );
  });
});

describe('an address that names a form of a list', () => {
  const asked = (path: string) => {
    const url = new URL(path, 'http://localhost');
    return listFormIn(context, url.pathname.split('/').slice(1), url, refreshEpisodes);
  };

  it.each(KINDS)('is read as its page, with the form behind it: %s', async (kind) => {
    const { list, form } = valueOf(await asked(LISTS[kind].replace(/(?=\?|$)/, '.md')));
    expect([listPath(list), form]).toEqual([LISTS[kind], 'md']);
  });

  it('that leaves out its window has that of its page', async () => {
    expect(listPath(valueOf(await asked('/lows.csv')).list)).toBe('/lows?from=2025-10-10T20:00Z&to=2025-10-11T00:00Z');
    expect(listPath(valueOf(await asked('/venues/Binance.csv')).list)).toBe(
      '/venues/binance?from=2025-10-10T00:00Z&to=2025-10-11T00:00Z',
    );
  });

  it.each([
    ['/lows.csv?from=garbage', 400, /^from: "garbage" is not a time/],
    ['/lows.csv?colour=red', 400, /^"colour" is not a parameter here/],
    ['/compare.csv', 400, /^0 markets are named/],
    ['/events/1999-01-01.csv', 404, /is not an event/],
    ['/venues/nowhere.csv', 404, /is not a venue/],
    ['/lists.csv', 404, /a view is at/],
  ] as const)('%s is refused in one line', async (path, status, message) => {
    const found = await asked(path);
    expect(found).toMatchObject({ ok: false, status });
    expect(found.ok ? '' : found.message).toMatch(message);
  });
});
