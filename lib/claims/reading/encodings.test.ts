import { describe, expect, it } from 'vitest';
import { Entries, type LogEntry } from '../orderLog/entries';
import { openLog, readLog } from '../orderLog/read';
import { Tally } from '../orderLog/tally';
import type { Row } from '../fill';
import { NotUtf8, recognise, rowsOf, type ClaimFile } from './file';
import { Lines } from './lines';

const HEAD = 'Date(UTC),Pair,Side,Price,Executed,Amount,Fee';
const fill = (second: number, side = 'SELL', fee = '0.5ATOM'): string =>
  `2025-10-10 21:20:${String(second).padStart(2, '0')},ATOMUSDT,${side},1.5,500.5ATOM,750.75USDT,${fee}`;

type Written = 'utf-8' | 'utf-16le' | 'utf-16be';

function bytesOf(text: string, written: Written): Uint8Array {
  if (written === 'utf-8') return new TextEncoder().encode(text);
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 * at, text.charCodeAt(at), written === 'utf-16le');
  return bytes;
}

const fileOf = (bytes: Uint8Array, piece = 65_536): ClaimFile => ({
  name: 'mine.csv',
  // oxlint-disable-next-line typescript/require-await -- as a browser's file gives its bytes
  chunks: async function* () {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.slice(at, at + piece);
  },
});

async function rowsIn(bytes: Uint8Array, piece?: number): Promise<readonly Row[]> {
  const file = fileOf(bytes, piece);
  const found = await recognise(file);
  if (found === undefined) throw new Error('no head');
  const rows: Row[] = [];
  for await (const some of rowsOf(file, found.layout, {})) rows.push(...some);
  return rows;
}

const told = (rows: readonly Row[]): readonly string[] =>
  rows.map((row) => `${String(row.line)} ${row.kind === 'flawed' ? row.flaw : row.kind}`);

/** Enough rows for a file to be longer than what tells its encoding. */
const MANY = Array.from({ length: 150 }, (_, i) => fill(i % 60));

describe('an export', () => {
  it.each<[Written, string]>([
    ['utf-16le', '\uFEFF'],
    ['utf-16be', '\uFEFF'],
    ['utf-16le', ''],
    ['utf-16be', ''],
    ['utf-8', '\uFEFF'],
  ])('in %s, mark %j, is read as in UTF-8, in whatever pieces it comes', async (written, mark) => {
    const text = [HEAD, ...MANY, 'x,é€', ''].join('\r\n');
    const plain = await rowsIn(bytesOf(text, 'utf-8'));
    expect(plain.filter(({ kind }) => kind === 'fill')).toHaveLength(150);
    const bytes = bytesOf(mark + text, written);
    for (const piece of [1, 7, 4_095, 4_097, 65_536]) expect(await rowsIn(bytes, piece)).toEqual(plain);
  });

  it('of a few bytes in UTF-16 is read too', async () => {
    const bytes = bytesOf(`\uFEFF${HEAD}\n${fill(1)}`, 'utf-16le');
    expect(told(await rowsIn(bytes))).toEqual(['2 fill']);
  });

  it('in GBK is refused for its bytes, not for its columns', async () => {
    // 时间,交易对,方向,价格,数量,手续费
    const head = Buffer.from('cab1bce42cbdbbd2d7b6d42cb7bdcff22cbcdbb8f12cc3fdc1bf2ccad6d0f8b7d1', 'hex');
    const bytes = Buffer.concat([head, Buffer.from(`\n2025-10-10 21:20:37,ATOMUSDT,SELL,1.5,10,0.1\n`)]);
    await expect(recognise(fileOf(bytes))).rejects.toThrow(NotUtf8);
  });

  it('with a row in Latin-1 lists that row', async () => {
    const bytes = Buffer.from(`${HEAD}\n${fill(1)}\n${fill(2, 'SELL', 'Gebühr')}\n${fill(3)}\n`, 'latin1');
    expect(told(await rowsIn(bytes))).toEqual(['2 fill', '3 encoding', '4 fill']);
  });

  it('of a Mac before 2001, of lines that end with a return, has the same rows', async () => {
    expect(told(await rowsIn(Buffer.from([HEAD, ...MANY.slice(0, 3), ''].join('\r'))))).toEqual([
      '2 fill',
      '3 fill',
      '4 fill',
    ]);
    const cut = new Lines();
    const of = Buffer.from('a\rb\nc');
    expect([...cut.take(of), ...cut.end()].map(({ text }) => text)).toEqual(['a\rb', 'c']);
  });

  it('that ends with its head, or is empty, has no rows', async () => {
    expect(await rowsIn(Buffer.from(HEAD))).toEqual([]);
    expect(await recognise(fileOf(new Uint8Array()))).toBeUndefined();
  });

  it('with a row that goes over lines in quotes has it once, and a lost quote takes no other row with it', async () => {
    const head = `${HEAD},Remark`;
    const over = `${fill(1)},"one\ntwo, three\nfour"`;
    expect(told(await rowsIn(Buffer.from([head, over, `${fill(2)},`].join('\n'))))).toEqual(['2 fill', '5 fill']);
    const lost = [`"${fill(1)},`, `${fill(2)},`, `${fill(3)},x"`, `${fill(4)},`];
    expect(told(await rowsIn(Buffer.from([head, ...lost].join('\n'))))).toEqual([
      '2 quotes',
      '3 fill',
      '4 quotes',
      '5 fill',
    ]);
    const never = [`"${fill(1)},`, ...Array.from({ length: 250 }, () => `${fill(2)},`)];
    const rows = await rowsIn(Buffer.from([head, ...never].join('\n')));
    expect(rows.filter(({ kind }) => kind === 'fill')).toHaveLength(250);
  });
});

describe('an order log', () => {
  const LOG = [
    '2025-10-10T21:15:03Z order rejected code=-2010',
    '2025-10-10T21:15:04Z order rejected code=-2022',
    '',
  ].join('\n');
  const countsOf = async (bytes: Uint8Array, piece?: number) => {
    const file = fileOf(bytes, piece);
    const { layout } = await openLog(file);
    const tally = new Tally();
    await readLog(file, layout, {}, tally);
    return tally.counts;
  };

  it.each<[Written, string]>([
    ['utf-16le', '\uFEFF'],
    ['utf-16be', '\uFEFF'],
    ['utf-16le', ''],
    ['utf-16be', ''],
  ])('in %s, mark %j, is counted as in UTF-8', async (written, mark) => {
    const plain = await countsOf(bytesOf(LOG, 'utf-8'));
    expect(plain).toMatchObject({ rejected: 2, flawed: 0 });
    expect(await countsOf(bytesOf(mark + LOG, written))).toEqual(plain);
    expect(await countsOf(bytesOf(mark + LOG, written), 3)).toEqual(plain);
  });

  it('lists a line whose bytes are no UTF-8, and counts the others', async () => {
    const bytes = Buffer.concat([
      Buffer.from(LOG),
      Buffer.from('2025-10-10T21:15:05Z \xca\xa7\xb0\xdc code=-2010\n', 'latin1'),
    ]);
    const counts = await countsOf(bytes);
    expect(counts).toMatchObject({ rejected: 2, flawed: 1 });
    expect(counts.listed).toMatchObject([{ line: 3, flaw: 'encoding' }]);
  });

  it('has no instant outside the life of the exchanges, and no leap second', async () => {
    const stamps = ['9999-10-10T21:15:03Z', '1970-01-01T00:00:09Z', '2016-12-31T23:59:60Z'];
    const counts = await countsOf(
      Buffer.from(LOG + stamps.map((stamp) => `${stamp} order rejected code=-2010\n`).join('')),
    );
    expect(counts).toMatchObject({ rejected: 2, flawed: 3 });
    expect(counts.listed.map(({ flaw }) => flaw)).toEqual(['time', 'time', 'time']);
  });

  it('as a CSV has an entry of several lines once', async () => {
    const text =
      'time,code,message\n2025-10-10T21:15:03Z,-2010,"Traceback\n  line 1\n  line 2"\n2025-10-10T21:15:04Z,-2010,x\n';
    const counts = await countsOf(Buffer.from(text));
    expect(counts).toMatchObject({ rejected: 2, flawed: 0, lines: 4 });
  });

  it('that a terminal would obey is written out', () => {
    const entries = new Entries(
      { format: 'text', delimiter: ',', headLine: 0, names: [], columns: {}, zone: undefined },
      {},
      'a',
    );
    const [read] = entries.take({ number: 1, text: '\u001B[2Jx\u0000', isCut: false });
    expect((read as Exclude<typeof read, LogEntry | undefined>).text).toBe('[U+001B][2Jx[U+0000]');
  });
});
