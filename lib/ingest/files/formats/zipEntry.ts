import { basename } from 'node:path';
import { pipeline, type Readable } from 'node:stream';
import { openPromise, type Entry } from 'yauzl';
import { formatWords, zipWords } from '../../../words/en/formats';
import { crcChecked } from '../../archive/zip';
import { mayName } from '../claims';
import type { Market } from '../../../domain/market';
import type { Reading } from '../line';
import { FileRefused } from '../refused';

/** What macOS and Windows put beside the files a person packed. */
const isLitter = (name: string): boolean =>
  /(^|\/)(__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i.test(name) || name.endsWith('/');

/** `ATOMUSD_1.csv` (Kraken), `ATOM_USDT-1m.json` (freqtrade), `ATOMUSDT-1m-2025-10-10.csv` (Binance), `ATOM-USD_1min.csv.gz`. */
const OF_MINUTES = /^(?<symbol>.+)[_-](?:1|1m|1min|m1|60s)(?:[_-]\d{4}-?\d{2}(?:-?\d{2})?)?(?:\.[a-z0-9]+)+$/i;

/** Whether a file's name says that it holds the 1-minute candles of the market. */
function namesMinutesOf(name: string, market: Market): boolean {
  const symbol = OF_MINUTES.exec(basename(name))?.groups?.['symbol'];
  return symbol !== undefined && mayName(symbol, market);
}

/** The file of a zip that is read: the one named, the only one, or the only one named like 1-minute candles of the market. */
function chosen(entries: readonly Entry[], path: string, { market, entry }: Reading): Entry {
  const files = entries.filter(({ fileName }) => !isLitter(fileName));
  const names = files.map(({ fileName }) => fileName);
  if (entry !== undefined) {
    const exact = files.find(({ fileName }) => fileName === entry);
    if (exact !== undefined) return exact;
    const called = files.filter(({ fileName }) => basename(fileName) === entry);
    const [only] = called;
    if (only === undefined) throw new FileRefused(zipWords.notInside(path, entry, names));
    if (called.length > 1)
      throw new FileRefused(
        zipWords.twiceInside(
          path,
          entry,
          called.map(({ fileName }) => fileName),
        ),
      );
    return only;
  }
  if (names.includes('[Content_Types].xml')) throw new FileRefused(formatWords.foreign(path, 'xlsx'));
  if (names.includes('mimetype') && names.includes('content.xml'))
    throw new FileRefused(formatWords.foreign(path, 'ods'));
  const [only] = files;
  if (only === undefined) throw new FileRefused(zipWords.noEntry(path));
  if (files.length === 1) return only;
  const fitting = market === undefined ? [] : files.filter(({ fileName }) => namesMinutesOf(fileName, market));
  const [fit] = fitting;
  if (fit === undefined) throw new FileRefused(zipWords.noMinutes(path, market, names));
  if (fitting.length > 1)
    throw new FileRefused(
      zipWords.several(
        path,
        market,
        fitting.map(({ fileName }) => fileName),
      ),
    );
  return fit;
}

interface Inner {
  readonly stream: Readable;
  /** Its path in the zip. */
  readonly entry: string;
}

/**
 * The market's file in a zip, unpacked as a stream, never the whole in memory; the stream fails where its contents are cut off or
 * damaged, at its end at the latest. Throws `FileRefused` where the file cannot be told.
 */
export async function zipLayer(path: string, reading: Reading): Promise<Inner> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
  try {
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) entries.push(entry);
    const entry = chosen(entries, path, reading);
    if (entry.isEncrypted()) throw new FileRefused(zipWords.encrypted(path, entry.fileName));
    const content = await zip.openReadStreamPromise(entry);
    const stream = pipeline(content, crcChecked(entry.crc32), () => {
      zip.close();
    });
    return { stream, entry: entry.fileName };
  } catch (error) {
    zip.close();
    throw error;
  }
}
