/** Protocol 3.0, https://www.postgresql.org/docs/current/protocol-message-formats.html: as much as a test that stands between needs. */

/** Status of a connection: outside of any transaction, in one, in one that failed. */
export type Status = 'I' | 'T' | 'E';

/** Asks for encryption; like a startup message it has no letter before it. */
export const SSL_REQUEST = 80_877_103;

/** Asks to cancel what runs under a key; has no letter either. */
export const CANCEL_REQUEST = 80_877_102;

/** Cuts a stream of bytes into messages; `header`: bytes before the length, which counts itself. */
export function cutter(header: () => 0 | 1): (chunk: Buffer) => readonly Buffer[] {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    const messages: Buffer[] = [];
    for (;;) {
      const at = header();
      const end = rest.length < at + 4 ? Infinity : at + rest.readInt32BE(at);
      if (rest.length < end) return messages;
      messages.push(rest.subarray(0, end));
      rest = rest.subarray(end);
    }
  };
}

function message(letter: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5, letter);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

/** What the server says of an error; a fatal one ends the connection. */
export const errorMessage = (severity: 'ERROR' | 'FATAL', code: string, text: string): Buffer =>
  message('E', Buffer.from(`S${severity}\0V${severity}\0C${code}\0M${text}\0\0`));

export const AUTHENTICATED = message('R', Buffer.alloc(4));
/** What a client has to name in a request to cancel its statement: eight bytes. */
export const keyMessage = (key: Buffer): Buffer => message('K', key);
export const ready = (status: Status): Buffer => message('Z', Buffer.from(status));

export const letterOf = (one: Buffer): string => String.fromCharCode(one[0] ?? NaN);

/** The status that a message of the server tells; undefined: it tells none. */
export const statusIn = (one: Buffer): Status | undefined =>
  letterOf(one) === 'Z' ? (String.fromCharCode(one[5] ?? NaN) as Status) : undefined;

/** The text of the statement in a client's message; undefined: there is none in it. */
export function statementIn(one: Buffer): string | undefined {
  const [first = '', second = ''] = one.subarray(5).toString().split('\0');
  switch (letterOf(one)) {
    case 'Q':
      return first;
    case 'P':
      return second;
    default:
      return undefined;
  }
}
