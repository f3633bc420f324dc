import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');

export interface Reply {
  readonly status: number;
  readonly body: Buffer;
}

interface Asked {
  readonly path: string;
  readonly resolve: (reply: Reply) => void;
  readonly reject: (failure: Error) => void;
}

/**
 * One reader: a kept-alive connection that asks, waits for the whole answer, and may ask again. Written on the socket itself, so that
 * two thousand of them leave the processor to the server that is measured. Answers must say their length. Where the server closes
 * the connection before it began to answer, as it may close one that was idle, the reader asks again on another.
 */
export class Reader {
  readonly #origin: URL;
  readonly #head: string;
  #socket: Socket | undefined;
  #chunks: Buffer[] = [];
  #length = 0;
  /** Of head and body; undefined: the head has not come whole yet. */
  #expected: { readonly head: number; readonly status: number; readonly total: number } | undefined;
  #asked: Asked | undefined;
  #hasAskedAgain = false;
  #isClosed = false;

  constructor(origin: URL, accept: string) {
    this.#origin = origin;
    this.#head = ` HTTP/1.1\r\nHost: ${origin.host}\r\nAccept-Encoding: ${accept}\r\nAccept: */*\r\n\r\n`;
  }

  async connect(): Promise<void> {
    const socket = connect({ host: this.#origin.hostname, port: Number(this.#origin.port), noDelay: true });
    this.#socket = socket;
    await once(socket, 'connect');
    socket.on('data', (chunk: Buffer) => {
      this.#take(chunk);
    });
    // Every error is followed by the close.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#lost();
    });
  }

  /** Throws where the connection ends before the answer does. */
  ask(path: string): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.#asked = { path, resolve, reject };
      this.#hasAskedAgain = false;
      this.#write(path);
    });
  }

  close(): void {
    this.#isClosed = true;
    this.#socket?.destroy();
  }

  #write(path: string): void {
    this.#socket?.write(`GET ${path}${this.#head}`);
  }

  #lost(): void {
    if (this.#isClosed) return;
    const asked = this.#asked;
    if (this.#length > 0 || this.#hasAskedAgain) {
      asked?.reject(new Error('the server closed the connection before the answer was whole'));
      return;
    }
    this.connect().then(
      () => {
        if (asked === undefined) return;
        this.#hasAskedAgain = true;
        this.#write(asked.path);
      },
      (failure: unknown) => asked?.reject(failure instanceof Error ? failure : new Error(String(failure))),
    );
  }

  #take(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    this.#expected ??= this.#readHead();
    if (this.#expected === undefined || this.#length < this.#expected.total) return;
    const { head, status, total } = this.#expected;
    const body = this.#whole().subarray(head, total);
    const asked = this.#asked;
    this.#chunks = [];
    this.#length = 0;
    this.#expected = undefined;
    this.#asked = undefined;
    asked?.resolve({ status, body });
  }

  #whole(): Buffer {
    const [first] = this.#chunks;
    return this.#chunks.length === 1 && first !== undefined ? first : Buffer.concat(this.#chunks);
  }

  #readHead(): { readonly head: number; readonly status: number; readonly total: number } | undefined {
    const whole = this.#whole();
    const end = whole.indexOf(HEAD_END);
    if (end === -1) return undefined;
    const text = whole.toString('latin1', 0, end);
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(text)?.[1] ?? NaN);
    if (Number.isNaN(length)) {
      this.#asked?.reject(new Error(`an answer does not say its length: ${text.slice(0, 200)}`));
      this.close();
      return undefined;
    }
    const head = end + HEAD_END.length;
    return { head, status: Number(text.slice('HTTP/1.1 '.length, 'HTTP/1.1 200'.length)), total: head + length };
  }
}
