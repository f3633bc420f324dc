/** What a file's first bytes show. */
export type Packing = 'gzip' | 'zip';
/** What is read, once unpacked. */
export type Contents = 'text' | 'json' | 'parquet' | 'arrow';
/** What is known by name and not read. */
export type Foreign =
  | 'bzip2'
  | 'xz'
  | '7z'
  | 'zstd'
  | 'lz4'
  | 'rar'
  | 'tar'
  | 'xlsx'
  | 'xls'
  | 'ods'
  | 'feather1'
  | 'hdf5'
  | 'sqlite'
  | 'duckdb'
  | 'pickle'
  | 'numpy'
  | 'orc'
  | 'avro'
  | 'pdf'
  | 'utf16'
  | 'html'
  | 'xml'
  | 'lfs'
  /** Bytes no text holds, with no known mark. */
  | 'binary';

/** As many bytes as tell: the mark of a tar stands at 257, that of a DuckDB file at 8. */
export const HEAD_BYTES = 1_024;

interface Mark {
  readonly kind: Packing | Contents | Foreign;
  readonly at?: number;
  /** A byte as a two-digit hexadecimal, or a text in latin letters. */
  readonly bytes: Buffer;
  /** Letters that a text may hold there as well: a row of "ORCAUSDT", or "binance,DUCKUSDT". */
  readonly mayBeText?: true;
}

const hex = (digits: string): Buffer => Buffer.from(digits, 'hex');
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

/** The marks formats begin with, as their specifications give them. */
const MARKS: readonly Mark[] = [
  { kind: 'gzip', bytes: hex('1f8b') },
  { kind: 'zip', bytes: hex('504b0304') },
  // A zip without a file in it.
  { kind: 'zip', bytes: hex('504b0506') },
  { kind: 'parquet', bytes: latin('PAR1'), mayBeText: true },
  { kind: 'arrow', bytes: latin('ARROW1'), mayBeText: true },
  // Arrow's stream: no mark but the continuation every message begins with.
  { kind: 'arrow', bytes: hex('ffffffff') },
  { kind: 'feather1', bytes: latin('FEA1'), mayBeText: true },
  { kind: 'bzip2', bytes: latin('BZh'), mayBeText: true },
  { kind: 'xz', bytes: hex('fd377a585a00') },
  { kind: '7z', bytes: hex('377abcaf271c') },
  { kind: 'zstd', bytes: hex('28b52ffd') },
  { kind: 'lz4', bytes: hex('04224d18') },
  { kind: 'rar', bytes: hex('526172211a07') },
  { kind: 'tar', at: 257, bytes: latin('ustar'), mayBeText: true },
  { kind: 'xls', bytes: hex('d0cf11e0a1b11ae1') },
  { kind: 'hdf5', bytes: hex('894844460d0a1a0a') },
  // "SQLite format 3", a zero.
  { kind: 'sqlite', bytes: hex('53514c69746520666f726d6174203300') },
  { kind: 'duckdb', at: 8, bytes: latin('DUCK'), mayBeText: true },
  { kind: 'numpy', bytes: hex('934e554d5059') },
  // Protocols 2 to 5; a text cannot begin with 0x80.
  { kind: 'pickle', bytes: hex('8002') },
  { kind: 'pickle', bytes: hex('8003') },
  { kind: 'pickle', bytes: hex('8004') },
  { kind: 'pickle', bytes: hex('8005') },
  { kind: 'orc', bytes: latin('ORC'), mayBeText: true },
  { kind: 'avro', bytes: hex('4f626a01') },
  { kind: 'pdf', bytes: latin('%PDF-') },
  { kind: 'utf16', bytes: hex('fffe') },
  { kind: 'utf16', bytes: hex('feff') },
  // "version https://git-lfs".
  { kind: 'lfs', bytes: hex('76657273696f6e2068747470733a2f2f6769742d6c6673') },
];

const WORDED: readonly (readonly [kind: Contents | Foreign, begins: RegExp])[] = [
  ['json', /^[[{]/],
  ['html', /^<(?:!doctype\s+html|html|head|body)\b/i],
  // A tag and a tag in it: "<TICKER>,<PER>" is a header of MetaStock's text files.
  ['xml', /^<(?:\?xml\b|\w+(?:\s[^>]*)?>\s*<)/i],
];

// oxlint-disable-next-line no-control-regex -- they are what is looked for
const NOT_TEXT = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;

/** What the first bytes of a file, or of what is packed in it, show it to be. Its name is never asked: people rename files. */
export function kindOf(head: Buffer): Packing | Contents | Foreign {
  const text = head.subarray(0, HEAD_BYTES).toString('utf8');
  const isText = !NOT_TEXT.test(text);
  const marked = MARKS.find(
    ({ at = 0, bytes, mayBeText }) =>
      head.subarray(at, at + bytes.length).equals(bytes) && !(isText && mayBeText === true),
  );
  if (marked !== undefined) return marked.kind;
  if (!isText) return 'binary';
  const begins = text.replace(/^\uFEFF/, '').trimStart();
  return WORDED.find(([, pattern]) => pattern.test(begins))?.[0] ?? 'text';
}
