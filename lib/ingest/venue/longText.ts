/** The text of a reply, and what it says as JSON; undefined where it is none. */
export interface ReadText {
  readonly body: string;
  readonly json: unknown;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Well below those 128 KB: a piece goes on to the end of its row, and the last one takes what is left. */
const PIECE_BYTES = 32 * 1_024;

/** Between two rows, by what the list begins with. */
const BETWEEN_ROWS: ReadonlyMap<string, string> = new Map([
  ['[[', '],['],
  ['[{', '},{'],
]);

/** The text of a list cut between rows, without the commas there; one piece where it cannot be told where rows end. */
function piecesOf(bytes: Buffer): readonly string[] {
  const between = BETWEEN_ROWS.get(bytes.toString('latin1', 0, 2));
  const pieces: string[] = [];
  let from = 0;
  while (between !== undefined && bytes.length - from > PIECE_BYTES) {
    const at = bytes.indexOf(between, from + PIECE_BYTES, 'latin1');
    if (at === -1) break;
    // The bracket that ends a row belongs to it.
    pieces.push(bytes.toString('utf8', from, at + 1));
    from = at + 2;
  }
  pieces.push(bytes.toString('utf8', from));
  return pieces;
}

/** The rows of all pieces; undefined where one is no list by itself: then a cut went through a row or a text. */
function rowsOf(pieces: readonly string[]): unknown[] | undefined {
  const rows: unknown[] = [];
  for (const [i, piece] of pieces.entries()) {
    const part = jsonOf(`${i === 0 ? '' : '['}${piece}${i === pieces.length - 1 ? '' : ']'}`);
    if (!Array.isArray(part)) return undefined;
    for (const row of part) rows.push(row);
  }
  return rows;
}

/**
 * Reads a reply's bytes as text and as JSON. A text of more than 128 KB is an object of its own to V8, whose memory is asked of the system and given
 * back: that takes longer than to parse it. So a long list is read in pieces: each piece, closed at its ends, is a list by JSON's grammar, hence all
 * of them with commas between are one, of the rows of all. The text is put together from the same pieces without being copied, as long as nobody looks
 * into it.
 */
export function readText(bytes: Buffer): ReadText {
  const pieces = piecesOf(bytes);
  const body = pieces.reduce((text, piece) => `${text},${piece}`);
  const rows = pieces.length > 1 ? rowsOf(pieces) : undefined;
  return { body, json: rows ?? jsonOf(body) };
}
