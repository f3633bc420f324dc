import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deviationsAnswer } from '../../api/deviations';
import { minuteAnswer } from '../../api/minute';
import { minute, minuteRange, plus } from '../../domain/minute';
import type { FileForm } from '../../permalink/forms';
import type { View } from '../../permalink/view';
import { textsOf } from '../../sealed/pngFile';
import { at } from '../../store/testing/testAnswers';
import { unzipped } from '../bundle/testing/unzipped';
import type { Context } from '../context';
import { fourVenues, NINE, question, SILENT, valueOf, venue, WICK, type FourVenues } from '../testing/fourVenues';
import type { Cell } from './table';
import type { ViewFile } from './file';
import { viewFile } from './viewFile';

let stored: FourVenues;
let context: Context;
beforeAll(async () => {
  stored = await fourVenues();
  ({ context } = stored);
});
afterAll(() => stored.drop());

const view = (change: Partial<View> = {}): View => ({
  question: question({ range: minuteRange(at(NINE), at(NINE + 12)) }),
  scale: 'auto',
  focus: undefined,
  lines: [],
  minute: undefined,
  ...change,
});
const file = async (form: FileForm, shown: View): Promise<ViewFile> => valueOf(await viewFile(context, shown, form));
const text = async (form: FileForm, shown: View): Promise<string> =>
  Buffer.from((await file(form, shown)).bytes).toString();
type Row = Readonly<Record<string, Cell | Date>>;
const csvRows = async (shown: View): Promise<readonly Row[]> => parse(await text('csv', shown), { columns: true });
const parquetRows = async (shown: View): Promise<readonly Row[]> =>
  (await parquetReadObjects({ file: (await file('parquet', shown)).bytes.buffer, compressors })) as Row[];
/** A cell as CSV writes it. */
const asText = (value: Cell | Date | undefined): string =>
  value === null || value === undefined
    ? ''
    : value instanceof Date
      ? value.toISOString().replace(':00.000Z', 'Z')
      : String(value);

const wick = view({ minute: at(NINE + WICK) });

/** Coinbase's last minute was answered otherwise a day after all others were answered. */
const LAST = '2026-01-02T00:00Z';

describe('a minute in its forms', () => {
  it('is a row a venue as CSV: 50 against a median low of 100 is half below it', async () => {
    const rows = await csvRows(wick);
    expect(rows.map(({ venue }) => venue)).toEqual(['binance', 'coinbase', 'kraken', 'okx']);
    expect(rows[0]).toMatchObject({
      minute: '2025-10-10T21:01Z',
      source: 'simulated',
      rawLow: '50',
      low: '50',
      referenceLow: '100',
      dLow: '-0.5',
      peers: '3',
      rateRule: 'usd',
      certainty: 'certain',
      missing: '',
      simulated: 'true',
    });
  });

  it('is empty with its reason where nothing was traded', async () => {
    const [binance] = await csvRows(view({ minute: at(NINE + SILENT) }));
    expect(binance).toMatchObject({ rawLow: '', low: '', dLow: '', certainty: '', missing: 'no-trade' });
  });

  it('is the contract’s answer as JSON, with its address', async () => {
    const found = JSON.parse(await text('json', wick)) as { address: string; lastModified: string };
    expect(minuteAnswer.parse(found).venues[0]).toMatchObject({ venue: 'binance', dLow: -0.5 });
    expect(found.address).toMatch(/^\/ATOM\/2025-10-10T21:01Z\?/);
    expect(found.lastModified).toBe(LAST);
  });

  it('is a sentence, a table and what it rests on as Markdown, stamped first', async () => {
    const said = await text('md', wick);
    expect(said).toMatch(/^# SIMULATED · /);
    expect(said).toContain('50.00 % below the median low of 3 other venues');
    expect(said).toContain('| Binance | 50.000 | 100.000 | −50.00 % | 100.000 | 100.000 | 0.00 % | ± 0 % | 3 |');
    expect(said).toContain('- Data last changed: 2026-01-02 00:00 UTC\n');
    expect(said).toMatch(/- Digest: sha256:[0-9a-f]{64}\n/);
    expect(said).toMatch(/<\/ATOM\/2025-10-10T21:01Z\?.*>\n$/);
  });
});

describe('when the data became what it is', () => {
  const others = view({
    question: question({
      range: minuteRange(at(NINE), at(NINE + 12)),
      venues: (['binance', 'kraken', 'okx'] as const).map(venue),
    }),
  });

  it('is told of the books that the view uses: not of a venue that it leaves out', async () => {
    expect((await file('md', view())).lastModified).toBe(Date.parse(LAST));
    expect((await file('md', others)).lastModified).toBe(Date.parse('2026-01-01T00:00Z'));
  });

  it.each(['zip', 'svg'] as const)('is among the facts of its %s', async (form) => {
    for (const [shown, expected] of [
      [view(), LAST],
      [others, '2026-01-01T00:00Z'],
    ] as const) {
      const { bytes } = await file(form, shown);
      if (form === 'svg') expect(Buffer.from(bytes).toString()).toContain(`plumbline:last-modified: ${expected}`);
      else {
        const files = await unzipped(Buffer.from(bytes));
        expect(JSON.parse(files.get('parameters.json')?.toString() ?? '')).toMatchObject({ lastModified: expected });
        expect(textsOf(files.get('picture.png') ?? Buffer.alloc(0)).get('plumbline:last-modified')).toBe(expected);
      }
    }
  });
});

describe('a window in its forms', () => {
  it('has every venue and minute, to the figure the same in CSV, Parquet and JSON', async () => {
    const [csv, parquet] = [await csvRows(view()), await parquetRows(view())];
    const { series } = deviationsAnswer.parse(JSON.parse(await text('json', view())));
    expect(csv).toHaveLength(4 * 12);
    expect(parquet.map((row) => Object.values(row).map(asText))).toEqual(csv.map((row) => Object.values(row)));
    const ofCsv = csv.map(({ venue, minute: at_, low, dLow, missing }) => [venue, at_, low, dLow, missing]);
    expect(ofCsv).toEqual(
      series.flatMap((one) =>
        one.minutes.map((iso, i) => [one.venue, iso, ...[one.low[i], one.dLow[i], one.missing[i]].map(asText)]),
      ),
    );
  });

  it('lists its episodes as Markdown', async () => {
    expect(await text('md', view())).toContain(
      '| Binance ATOM/USD | −50.00 % | ± 0 % | beyond the rate’s uncertainty | 2025-10-10 21:01 | 50 | 100 | 1 min |',
    );
  });

  it('is drawn in outlines as SVG, with its facts as text', async () => {
    const svg = await text('svg', view());
    expect(svg).toMatch(/^<svg [^>]*>\n<title>ATOM on 4 venues<\/title>/);
    expect(svg).toMatch(/plumbline:digest: sha256:[0-9a-f]{64}/);
    expect(svg).toContain('plumbline:simulated: true');
    expect(svg).not.toMatch(/<text|font-family/);
  });

  it.each(['csv', 'parquet'] as const)('too long for every minute as %s is refused with what to do', async (form) => {
    const long = view({ question: question({ range: minuteRange(at(NINE), plus(minute(at(NINE)), 8 * 1440)) }) });
    expect(await viewFile(context, long, form)).toMatchObject({
      ok: false,
      status: 400,
      message: `every minute of 8 days does not fit into one ${form} file; ask for at most 7 days, or use \`plumbline analyze --csv --rehearsal\``,
    });
  });

  it('among the books of a quote that no book has is refused', async () => {
    const eur = view({ question: question({ bloc: 'EUR' }) });
    for (const form of ['csv', 'json'] as const)
      expect(await viewFile(context, eur, form)).toMatchObject({
        ok: false,
        status: 404,
        message:
          'No data for any ATOM/EUR spot market; `plumbline coverage ATOM --rehearsal` lists the available markets',
      });
  });

  it('is named after its asset and minute, SIMULATED in front, and is saved where it is a table', async () => {
    expect(await file('csv', wick)).toMatchObject({
      fileName: 'SIMULATED-plumbline-ATOM-2025-10-10T2101Z.csv',
      isShown: false,
      simulated: true,
      address: expect.stringMatching(/^\/ATOM\/2025-10-10T21:01Z\?v=3&m=2&from=/) as string,
      lastModified: Date.parse(LAST),
    });
    expect(await file('md', view())).toMatchObject({
      fileName: 'SIMULATED-plumbline-ATOM-2025-10-10T2100Z.md',
      isShown: true,
    });
  });
});
