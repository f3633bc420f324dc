import { columnsFlaw } from '../../words/columns';
import { connection } from '../../words/connection';
import { ColumnsUnreadable } from '../columns/bytes';
import { answerOfColumns } from '../columns/decode';
import { COLUMNS_TYPE, type ColumnsAnswer } from '../columns/format';
import { STATUS_OF } from '../problemCodes';
import { lineRead, NDJSON_TYPE, reached, type ProgressOptions } from './ask';
import { piecesOf } from './file';
import { checked, loaded, refusalIn, refusalOf, Refused } from './refused';

/**
 * Gets an answer as columns and checks its head against the contract. With `onProgress` the server tells how far it is, 0 to 1,
 * in lines in front of the columns; a refusal may come as the last line. It stops working when `signal` is aborted. Throws
 * `Refused`, never anything a reader cannot read.
 */
export async function askColumns(
  address: string,
  { signal, onProgress }: ProgressOptions = {},
): Promise<ColumnsAnswer> {
  const accept = onProgress === undefined ? COLUMNS_TYPE : `${COLUMNS_TYPE}, ${NDJSON_TYPE}`;
  const [response, facts] = await Promise.all([
    reached(address, { signal, headers: { accept } }),
    loaded(async () => (await import('../deviations')).deviationsFacts, address),
  ]);
  if (!response.ok) throw await refusalIn(response, address);
  const bytes = await columnsIn(response, address, signal, onProgress);
  try {
    const answer = answerOfColumns(bytes);
    return { ...checked(facts, answer, response.status, address), series: answer.series };
  } catch (cause) {
    if (!(cause instanceof ColumnsUnreadable)) throw cause;
    throw new Refused(connection.unknownShape(address, columnsFlaw(cause.flaw)), response.status, 'unreadable', {
      cause,
    });
  }
}

const BRACE = 0x7b;
const LINE_FEED = 0x0a;

/** The columns of a body, and the lines in front of them as they come. Lines begin with a brace, columns do not. */
async function columnsIn(
  response: Response,
  address: string,
  signal: AbortSignal | undefined,
  onProgress: ((share: number) => void) | undefined,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of piecesOf(response, address, signal)) {
    pieces.push(piece);
    // Once columns have begun no line follows.
    while (pieces[0]?.[0] === BRACE) {
      const came = joined(pieces);
      const end = came.indexOf(LINE_FEED);
      pieces.length = 0;
      pieces.push(came.subarray(end < 0 ? 0 : end + 1));
      if (end < 0) break;
      const line = await lineRead(new TextDecoder().decode(came.subarray(0, end)), address);
      if ('error' in line) throw await refusalOf(STATUS_OF[line.error.code], line, address);
      if ('progress' in line) onProgress?.(line.progress);
    }
    if (pieces[0]?.length === 0) pieces.shift();
  }
  return joined(pieces);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return only;
  const out = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}
