import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { deviationsAnswer, type DeviationsAnswer } from '../../api/deviations';
import { lowsAnswer } from '../../api/lows';
import { minuteAnswer, type MinuteAnswer } from '../../api/minute';
import { scanAnswer, type ScanAnswer } from '../../api/scan';
import { venuesAnswer } from '../../api/venues';
import type { Asset, Venue } from '../../domain/market';
import { minuteRange, plus } from '../../domain/minute';
import { defaultQuestion } from '../../domain/question';
import { readPicture } from '../../evidence/picture';
import { sha256 } from '../../evidence/sha256';
import { textsOf } from '../../sealed/pngFile';
import { listPath, readList, type ListView } from '../../permalink/lists';
import { viewPath, type View } from '../../permalink/view';
import type { FreshDatabase } from '../../store/testing/testDatabase';
import { marketLabel, venueAndKind } from '../../words/market';
import { unzipped } from '../bundle/testing/unzipped';
import type { Context } from '../context';
import { deviations } from '../deviations/deviations';
import { minuteOf } from '../minutes/minute';
import { exportPicture } from '../pictures/export';
import { valueOf } from '../testing/fourVenues';
import { MIXED_FROM, MIXED_MINUTES, mixedQuotes } from '../testing/mixedQuotes';
import { listFile } from './lists/listFile';
import type { ViewFile } from './file';
import { viewFile } from './viewFile';

vi.mock(import('../../domain/pictureLook'), async (original) =>
  (await import('../testing/atDensityOne')).atDensityOne(original),
);

let db: FreshDatabase;
let context: Context;
let home: string;
beforeAll(async () => {
  db = await mixedQuotes();
  context = { database: db, simulated: true };
  home = mkdtempSync(join(tmpdir(), 'plumbline agree '));
  vi.stubEnv('PLUMBLINE_HOME', home);
  vi.stubEnv('PLUMBLINE_ORIGIN', 'https://plumbline.example');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
  await db.drop();
});

type Row = Readonly<Record<string, string>>;
type Answer = Readonly<Record<string, unknown>> & {
  readonly address: string;
  readonly lastModified: string;
};

function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().replace(':00.000Z', 'Z');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
const textOf = ({ bytes }: ViewFile): string => Buffer.from(bytes).toString();
const jsonOf = (file: ViewFile): Answer => JSON.parse(textOf(file)) as Answer;
const csvOf = (file: ViewFile): readonly Row[] => parse(textOf(file), { columns: true });
async function parquetOf({ bytes }: ViewFile) {
  const rows = await parquetReadObjects({ file: bytes.buffer, compressors });
  const { key_value_metadata: facts = [] } = await parquetMetadataAsync(bytes.buffer);
  return {
    rows: rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asText(value)]))),
    facts: Object.fromEntries(facts.map(({ key, value }) => [key, value])),
  };
}
/** The tables of a Markdown text, each as rows of cells, the head first. */
const tablesIn = (markdown: string): readonly (readonly (readonly string[])[])[] =>
  markdown
    .split('\n\n')
    .filter((block) => block.startsWith('| '))
    .map((block) =>
      block
        .split('\n')
        .filter((_, i) => i !== 1)
        .map((line) => line.slice(2, -2).split(' | ')),
    );

/** A written figure and how far rounding may have moved it: "−50.00 %" is −0.5 ± 0.00005. */
function figure(written: string): { readonly value: number; readonly within: number } {
  const match = /^[±+]?\s?(−?)([\d,]+)(?:\.(\d+))?( %)?$/.exec(written);
  if (match === null) throw new Error(`no figure: ${written}`);
  const [, minus = '', whole = '', decimals = '', percent = ''] = match;
  const size = Number(`${whole.replaceAll(',', '')}.${decimals}`);
  const scale = percent === '' ? 1 : 100;
  return {
    value: (minus === '' ? size : -size) / scale,
    within: (0.5 * 10 ** -decimals.length * (1 + 1e-9)) / scale + size * 1e-12,
  };
}
function agrees(written: string, exact: number): void {
  const { value, within } = figure(written);
  // Short of everything is never rounded up to it.
  const isAlmostAll = written === '−99.99 %' && exact > -1;
  if (Math.abs(value - exact) > within && !isAlmostAll) throw new Error(`${written} is not ${String(exact)}`);
}

const VENUES = ['binance', 'bybit', 'coinbase', 'gate', 'kraken', 'okx'].map((id) => id as Venue);
const anyView: fc.Arbitrary<View> = fc
  .record({
    from: fc.integer({ min: 0, max: MIXED_MINUTES - 2 }),
    length: fc.integer({ min: 2, max: MIXED_MINUTES }),
    venues: fc.option(fc.subarray([...VENUES], { minLength: 3 }), { nil: undefined }),
    reference: fc.constantFrom(
      { kind: 'others' } as const,
      { kind: 'all' } as const,
      { kind: 'vwm' } as const,
      { kind: 'venue', venue: 'coinbase' as Venue } as const,
    ),
    rate: fc.constantFrom<('usd' | 'none')[]>('usd', 'usd', 'none'),
    minPeers: fc.constantFrom(2, 3),
    enter: fc.constantFrom(0.005, 0.02, 0.1),
    marked: fc.option(fc.nat(), { nil: undefined }),
  })
  .map(({ from, length, venues, marked, ...rest }) => {
    const range = minuteRange(plus(MIXED_FROM, from), plus(MIXED_FROM, Math.min(MIXED_MINUTES, from + length)));
    return {
      question: { ...defaultQuestion('ATOM' as Asset, range), ...rest, venues },
      scale: 'auto',
      focus: undefined,
      lines: [],
      minute: marked === undefined ? undefined : plus(range.from, marked % (range.to - range.from)),
    };
  });

/** The rows that a window's JSON has, as CSV writes them. */
const seriesRows = ({ series, asset, simulated }: DeviationsAnswer): readonly Row[] =>
  series.flatMap((one) =>
    one.minutes.map((minute, i) => {
      const columns = Object.entries(one).filter(([name]) => name !== 'minutes' && name !== 'weak');
      const row = Object.fromEntries(
        columns.map(([name, value]) => [name, asText(Array.isArray(value) ? value[i] : value)]),
      );
      return { asset, minute, simulated: String(simulated), ...row };
    }),
  );

/** The same of a minute. */
const minuteRows = ({ venues, asset, minute, simulated }: MinuteAnswer): readonly Row[] =>
  venues.map(({ raw, converted, reference, rate, ...one }) => {
    const row = {
      ...without(one, ['quote', 'weak']),
      ...Object.fromEntries(Object.entries(raw).map(([name, value]) => [`raw${upper(name)}`, value])),
      ...converted,
      ...Object.fromEntries(Object.entries(reference).map(([name, value]) => [`reference${upper(name)}`, value])),
      rate: rate.value,
      rateRule: rate.rule,
      rateUncertainty: rate.uncertainty,
    };
    const texts = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asText(value)]));
    return { asset, minute, simulated: String(simulated), ...texts };
  });
/** An object but for some of its fields. */
const without = (one: object, names: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(one).filter(([name]) => !names.includes(name)));
const upper = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
/** What only a table has. */
const withoutCertainty = (rows: readonly Row[]): readonly Row[] =>
  rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'certainty')));

/** Facts have plain spaces. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

async function agreesInEveryForm(view: View): Promise<void> {
  const of = async (form: 'csv' | 'json' | 'parquet' | 'md' | 'svg' | 'zip') =>
    valueOf(await viewFile(context, view, form));
  const [json, csv, markdown, svg] = [await of('json'), await of('csv'), await of('md'), await of('svg')];
  const whole = jsonOf(json);
  const { address, lastModified, errata, ...answer } = whole;
  expect(errata).toEqual([]);

  // The API's own answer, of the same venues: a form spells them out.
  const question = { ...view.question, venues: view.question.venues ?? VENUES };
  const window = deviationsAnswer.parse(valueOf(await deviations(context, question)));
  const minute =
    view.minute === undefined ? undefined : minuteAnswer.parse(valueOf(await minuteOf(context, question, view.minute)));
  expect(answer).toEqual(minute ?? window);

  // The tables.
  const expected = minute === undefined ? seriesRows(window) : minuteRows(minute);
  const rows = csvOf(csv);
  expect(withoutCertainty(rows)).toEqual(expected);
  const parquet = await parquetOf(await of('parquet'));
  expect(parquet.rows).toEqual(rows);
  expect(parquet.facts).toMatchObject({
    'plumbline:permalink': address,
    'plumbline:digest': answer['digest'],
    'plumbline:last-modified': lastModified,
    'plumbline:simulated': 'true',
  });

  // The text.
  const said = textOf(markdown);
  expect(said.endsWith(`\n<${address}>\n`)).toBe(true);
  expect(said).toContain(`- Digest: ${String(answer['digest'])}\n`);
  expect(said).toContain(`- Data last changed: ${lastModified.slice(0, 16).replace('T', ' ')}`);
  const [table = []] = tablesIn(said);
  if (minute === undefined) episodesAgree(table, window);
  else venuesAgree(table, minute);

  // The pictures.
  const { png } = valueOf(await exportPicture(context, view));
  const facts = readPicture(Buffer.from(png));
  expect(facts).toMatchObject({ permalink: address, simulated: true, from: window.from, to: window.to });
  const texts = textsOf(Buffer.from(png));
  const [title = '', sentence = ''] = [texts.get('plumbline:title'), texts.get('plumbline:sentence')];
  expect(plain(said)).toContain(`# SIMULATED · ${title}\n`);
  expect(plain(said)).toContain(sentence);
  if (minute !== undefined) expect(plain(minute.sentence)).toBe(sentence);
  const drawn = textOf(svg);
  for (const fact of [`plumbline:digest: ${String(facts?.digest)}`, 'plumbline:simulated: true'])
    expect(drawn).toContain(fact);

  // The bundle.
  const files = await unzipped((await of('zip')).bytes);
  expect(JSON.parse(String(files.get('answer.json')))).toEqual(answer);
  expect(String(files.get('rows.csv'))).toBe(textOf(csv));
  expect(String(files.get('view.md'))).toBe(said);
  expect(files.get('picture.png')?.equals(png)).toBe(true);
  expect(JSON.parse(String(files.get('parameters.json')))).toMatchObject({ address });
  expect(`sha256:${sha256(files.get('digest.txt') ?? Buffer.alloc(0))}`).toBe(facts?.digest);
  // Of a window, the picture's digest is that of its figures; of a minute, the minute's stands beside it.
  if (minute === undefined) expect(facts?.digest).toBe(answer['digest']);
}

function episodesAgree([, ...rows]: readonly (readonly string[])[], { episodes }: DeviationsAnswer): void {
  const listed = episodes.filter(({ certainty }) => certainty !== 'within-rate').slice(0, 20);
  expect(rows).toHaveLength(listed.length);
  for (const [i, one] of listed.entries()) {
    const [market = '', peak = '', , , when = '', price = '', reference = ''] = rows[i] ?? [];
    expect([market, when]).toEqual([marketLabel(one), one.peakMinute.slice(0, 16).replace('T', ' ')]);
    agrees(peak, one.peak);
    agrees(price, one.peakPrice);
    agrees(reference, one.peakReference);
  }
}

function venuesAgree([, ...rows]: readonly (readonly string[])[], { venues }: MinuteAnswer): void {
  expect(rows).toHaveLength(venues.length);
  for (const [i, one] of venues.entries()) {
    const [venue = '', low = '', lowReference = '', dLow = '', high = '', highReference = '', dHigh = ''] =
      rows[i] ?? [];
    const [uncertainty = '', peers = ''] = rows[i]?.slice(7) ?? [];
    expect([venue, peers]).toEqual([venueAndKind(one), String(one.peers)]);
    for (const [written, exact] of [
      [low, one.converted.low],
      [lowReference, one.reference.low],
      [dLow, one.dLow],
      [high, one.converted.high],
      [highReference, one.reference.high],
      [dHigh, one.dHigh],
    ] as const)
      if (exact === null) expect(written).not.toMatch(/\d/);
      else agrees(written, exact);
    if (one.dLow !== null && one.uncertainty !== null) agrees(uncertainty, one.uncertainty);
  }
}

describe('all forms of one address', () => {
  it('agree on every figure: of any window and any minute', async () => {
    await fc.assert(
      fc.asyncProperty(anyView, async (view) => {
        await agreesInEveryForm(view);
      }),
      { numRuns: 8 },
    );
  });

  it('are compared, not waved through: another figure, digit or row is found', () => {
    agrees('−50.00 %', -0.50004);
    expect(() => {
      agrees('−50.00 %', -0.5001);
    }).toThrow('−50.00 % is not -0.5001');
    agrees('1,234.5', 1_234.46);
    expect(() => {
      agrees('1,234.5', 1_235.46);
    }).toThrow();
    expect(() => {
      agrees('none', 0);
    }).toThrow('no figure');
  });

  it('is the address under which each was asked for', async () => {
    const [view] = fc.sample(anyView, { numRuns: 1, seed: 7 });
    if (view === undefined) throw new Error('no view');
    const { address } = jsonOf(valueOf(await viewFile(context, { ...view, minute: undefined }, 'json')));
    const spelled = { ...view.question, venues: view.question.venues ?? [...VENUES] };
    expect(address).toBe(`https://plumbline.example${viewPath({ ...view, question: spelled, minute: undefined })}`);
  });
});

const anyList: fc.Arbitrary<ListView> = fc
  .record({
    from: fc.integer({ min: 0, max: MIXED_MINUTES - 30 }),
    length: fc.integer({ min: 20, max: MIXED_MINUTES }),
    page: fc.constantFrom('scan', 'lows', 'venues', 'venue', 'compare'),
    rank: fc.constantFrom('depth', 'area', 'duration', 'volume'),
    assets: fc.constantFrom({}, { assets: 'ATOM' }),
  })
  .map(({ from, length, page, rank, assets }) => {
    const iso = (minutes: number): string =>
      new Date((MIXED_FROM + minutes) * 60_000).toISOString().replace(':00.000Z', 'Z');
    const window = { from: iso(from), to: iso(Math.min(MIXED_MINUTES, from + length)) };
    const fields: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      scan: { ...window, rank, ...assets },
      lows: { ...window, ...assets },
      venues: window,
      venue: window,
      compare: { ...window, markets: 'binance:ATOM/USDT,kraken:ATOM/USD,okx:ATOM/USDT' },
    };
    const read = readList(page === 'venue' ? 'venues' : page, page === 'venue' ? 'binance' : undefined, {
      ...fields[page],
    });
    if (read?.ok !== true) throw new Error(JSON.stringify(read));
    return read.value;
  });

async function listAgrees(list: ListView): Promise<void> {
  const of = async (form: 'csv' | 'json' | 'parquet' | 'md') => valueOf(await listFile(context, list, form));
  const answer = jsonOf(await of('json'));
  const rows = csvOf(await of('csv'));
  const parquet = await parquetOf(await of('parquet'));
  const said = textOf(await of('md'));
  expect(answer.address).toBe(`https://plumbline.example${listPath(list)}`);
  expect(parquet.rows).toEqual(rows);
  expect(parquet.facts).toMatchObject({
    'plumbline:permalink': answer.address,
    'plumbline:last-modified': answer.lastModified,
  });
  expect(said.endsWith(`\n<${answer.address}>\n`)).toBe(true);
  const tables = tablesIn(said);
  switch (list.kind) {
    case 'scan': {
      const { episodes, within } = scanAnswer.parse(answer);
      rowsAreEpisodes(rows, [...episodes, ...within.episodes]);
      rankedAgree(tables[0] ?? [], episodes);
      break;
    }
    case 'venue': {
      const own = (answer as unknown as { readonly ownEpisodes: ScanAnswer['episodes'] }).ownEpisodes;
      rowsAreEpisodes(rows, own);
      if (own.length > 0) rankedAgree(tables[1] ?? [], own);
      break;
    }
    case 'venues': {
      const { venues, levels } = venuesAnswer.parse(answer);
      expect(rows.map((row) => row['venue'])).toEqual(venues.map(({ venue }) => venue));
      for (const [i, one] of venues.entries()) {
        const row = rows[i] ?? {};
        for (const name of [
          'assets',
          'answeredMinutes',
          'episodes',
          'strayed',
          'minutesBeyond',
          'areaPctMinutes',
        ] as const)
          expect(row[name]).toBe(String(one[name]));
        expect(levels.map((level) => row[`peaksBeyond${String(Math.round(level * 100))}Pct`])).toEqual(
          one.peaksBeyond.map(String),
        );
        expect(row['deepestPeak']).toBe(asText(one.deepest?.peak));
        const [, deepest = ''] = tables[0]?.[i + 1] ?? [];
        if (one.deepest !== null) agrees(deepest, one.deepest.peak);
      }
      break;
    }
    case 'lows': {
      const { assets } = lowsAnswer.parse(answer);
      expect(rows.map(({ asset, venue, low, high }) => [asset, venue, low, high])).toEqual(
        assets.flatMap((one) => [
          ...one.lows.map(({ venue, price }) => [
            one.asset,
            venue,
            String(price),
            String(one.highs.find((high) => high.venue === venue)?.price),
          ]),
          ...one.unranked.map(({ venue }) => [one.asset, venue, '', '']),
        ]),
      );
      for (const [i, one] of assets.entries()) {
        const cells = tables.at(-1)?.[i + 1] ?? [];
        expect(cells[0]).toBe(one.name);
        if (one.lowest === null) continue;
        agrees(cells[2] ?? '', one.lows[0]?.price ?? NaN);
        agrees((cells[5] ?? '').replace(/ \(.*$/, ''), one.lowest.gap);
      }
      break;
    }
    default:
      comparisonAgrees(rows, tables[0] ?? [], answer);
  }
}

function rowsAreEpisodes(rows: readonly Row[], episodes: ScanAnswer['episodes']): void {
  expect(rows).toHaveLength(episodes.length);
  for (const [i, one] of episodes.entries()) {
    const { simulated, ...row } = rows[i] ?? {};
    expect(simulated).toBe('true');
    const named = without(one, ['name', 'blocs', 'from', 'to']);
    expect(row).toEqual(Object.fromEntries(Object.entries(named).map(([name, value]) => [name, asText(value)])));
  }
}

function rankedAgree([, ...rows]: readonly (readonly string[])[], episodes: ScanAnswer['episodes']): void {
  expect(rows).toHaveLength(episodes.length);
  for (const [i, one] of episodes.entries()) {
    const [asset = '', venue = '', peak = '', when = '', price = '', reference = ''] = rows[i] ?? [];
    expect([asset, venue, when]).toEqual([one.name, venueAndKind(one), one.peakMinute.slice(0, 16).replace('T', ' ')]);
    agrees(peak, one.peak);
    agrees(price, one.peakPrice);
    agrees(reference, one.peakReference);
  }
}

interface SpreadColumns {
  readonly minutes: readonly string[];
  readonly series: readonly Readonly<Record<'low' | 'high' | 'close', readonly (number | null)[]>>[];
  readonly spreads: readonly { readonly close: { readonly below: { readonly ratio: number } | null } }[];
}

function comparisonAgrees(rows: readonly Row[], table: readonly (readonly string[])[], answer: Answer): void {
  const { minutes, series, spreads } = answer as unknown as SpreadColumns;
  expect(rows.map(({ minute, low, high, close }) => [minute, low, high, close])).toEqual(
    series.flatMap(({ low, high, close }) =>
      minutes.map((minute, i) => [minute, ...[low[i], high[i], close[i]].map(asText)]),
    ),
  );
  for (const [i, { close }] of spreads.entries()) {
    const closes = (series[i]?.close ?? []).filter((one) => one !== null);
    const lowest = Math.min(...closes);
    // The furthest is that of the column, found here anew.
    expect(close.below?.ratio).toBe(lowest < 0 ? lowest : undefined);
    if (close.below !== null) agrees(table[i + 1]?.[1] ?? '', close.below.ratio);
  }
}

describe('all forms of a list', () => {
  it('agree on every figure, of any window', async () => {
    await fc.assert(fc.asyncProperty(anyList, listAgrees), { numRuns: 12 });
  });
});
