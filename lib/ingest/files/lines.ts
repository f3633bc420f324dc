import { arrowLines } from './formats/arrow';
import { sourceOf } from './formats/byteSource';
import { jsonLines } from './formats/json/jsonLines';
import { openedFile, type Opened } from './formats/opened';
import { parquetLines } from './formats/parquet';
import { LONGEST_LINE, type Line, type Reading } from './line';
import { formatWords } from '../../words/en/formats';
import { FileRefused, refusalOf } from './refused';

export type { Line, Reading } from './line';

const CARRIAGE_RETURN = 13;

/** The lines of a text (UTF-8), in chunks of a few thousand. Empty lines are left out but counted. A text without a line feed in its first piece may end its lines by carriage returns alone. */
async function* textLines(path: string, { bytes, packing }: Opened): AsyncGenerator<readonly Line[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let number = 1;
  let rest = '';
  let ending: '\n' | '\r' | undefined;
  const cut = (text: string): readonly Line[] => {
    ending ??= !text.includes('\n') && /\r(?!$)/.test(text) ? '\r' : '\n';
    const lines: Line[] = [];
    for (let at = 0, end = text.indexOf(ending); ; at = end + 1, end = text.indexOf(ending, at)) {
      if (end === -1) {
        rest = text.slice(at);
        return lines;
      }
      const line =
        text.charCodeAt(end - 1) === CARRIAGE_RETURN && end > at ? text.slice(at, end - 1) : text.slice(at, end);
      if (line !== '') lines.push({ number, text: line });
      number += 1;
    }
  };
  for await (const chunk of bytes) {
    yield cut(rest + decoder.decode(chunk, { stream: true }));
    if (rest.length > LONGEST_LINE) throw new FileRefused(formatWords.longLine(path, number));
  }
  const last = rest + decoder.decode();
  const text = last.replace(/\r$/, '');
  // What was unpacked is known to be whole.
  const isUnended = packing === undefined && text === last;
  if (text !== '') yield [{ number, text, ...(isUnended ? { isUnended } : {}) }];
}

/**
 * The rows of a file, a few thousand at a time, never the whole in memory: the lines of a text, or the rows of JSON, Parquet or
 * Feather, whose first then holds the names of their columns. What it is is told by its bytes, plain or packed as gzip or zip.
 * Throws `FileRefused` for a file that cannot be read.
 */
export async function* linesOf(path: string, reading: Reading = {}): AsyncGenerator<readonly Line[]> {
  const opened = await openedFile(path, reading);
  try {
    switch (opened.contents) {
      case 'text':
        yield* textLines(path, opened);
        break;
      case 'json':
        yield* jsonLines(path, opened.bytes, reading.market);
        break;
      case 'parquet':
        yield* parquetLines(path, await sourceOf(path, opened));
        break;
      case 'arrow':
        yield* arrowLines(path, await sourceOf(path, opened));
        break;
    }
  } catch (error) {
    throw refusalOf(error, path, opened.packing);
  } finally {
    opened.close();
  }
}
