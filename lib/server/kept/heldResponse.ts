import {
  ServerResponse,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeader,
  type OutgoingHttpHeaders,
} from 'node:http';

/** An answer as its handler wrote it. */
export interface Written {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

/** Whoever makes answers. */
export type Handler = (req: IncomingMessage, res: ServerResponse) => unknown;

/** As what a request is answered, and who hears of what holds the answer: destroyed, it ends the work. */
interface Holding {
  readonly method: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly begins: (held: HeldResponse) => void;
}

/** Has an answer made and held until its end, and gives the request its own method and headers back; undefined: it was given up. */
export async function heldAnswer(
  req: IncomingMessage,
  { method, headers, begins }: Holding,
  handler: Handler,
): Promise<Written | undefined> {
  const own = { method: req.method, headers: req.headers };
  Object.assign(req, { method, headers });
  const held = new HeldResponse(req);
  begins(held);
  try {
    const handled = handler(req, held);
    if (handled instanceof Promise) handled.catch(() => held.destroy());
  } catch {
    held.destroy();
  }
  const written = await held.written;
  Object.assign(req, own);
  return written;
}

/**
 * Stands in for a reader's response: what is written to it is held until its end. It has no connection, so that a reader who goes away
 * does not end the work while others wait for it.
 */
export class HeldResponse extends ServerResponse {
  /** undefined: it was given up. */
  readonly written: Promise<Written | undefined>;
  #settle: (written: Written | undefined) => void = () => undefined;
  #hasBegun = false;
  readonly #chunks: Buffer[] = [];

  constructor(request: IncomingMessage) {
    super(request);
    this.written = new Promise((resolve) => (this.#settle = resolve));
    Object.defineProperty(this, 'headersSent', { get: () => this.#hasBegun });
  }

  override writeHead(
    status: number,
    reason?: string | OutgoingHttpHeaders | OutgoingHttpHeader[],
    more?: OutgoingHttpHeaders | OutgoingHttpHeader[],
  ): this {
    this.statusCode = status;
    const headers = typeof reason === 'string' ? more : reason;
    if (Array.isArray(headers)) {
      for (let i = 0; i + 1 < headers.length; i += 2) this.setHeader(String(headers[i]), headers[i + 1] as string);
    } else {
      for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) this.setHeader(name, value);
    }
    this.#hasBegun = true;
    return this;
  }

  override flushHeaders(): void {
    this.#hasBegun = true;
  }

  override write(chunk: unknown, encoding?: unknown, done?: unknown): boolean {
    this.#hasBegun = true;
    this.#chunks.push(
      typeof chunk === 'string'
        ? Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
        : viewed(chunk as Uint8Array),
    );
    const call = typeof encoding === 'function' ? encoding : done;
    if (typeof call === 'function') process.nextTick(call);
    return true;
  }

  override end(chunk?: unknown, encoding?: unknown, done?: unknown): this {
    if (this.writableEnded) return this;
    if (chunk !== undefined && chunk !== null && typeof chunk !== 'function') this.write(chunk, encoding);
    this.#hasBegun = true;
    // What `writableEnded` and `writableFinished` tell.
    Object.assign(this, { finished: true });
    const body = Buffer.concat(this.#chunks);
    this.#settle({ status: this.statusCode, headers: this.getHeaders(), body });
    const call = [chunk, encoding, done].find((one) => typeof one === 'function') as (() => void) | undefined;
    process.nextTick(() => {
      call?.();
      this.emit('finish');
      this.emit('close');
    });
    return this;
  }

  override destroy(): this {
    if (this.destroyed) return this;
    this.destroyed = true;
    this.#settle(undefined);
    process.nextTick(() => this.emit('close'));
    return this;
  }
}

/** Its bytes, not copied: as with a response that is sent, whoever writes it leaves it as it is. */
const viewed = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer => Buffer.from(buffer, byteOffset, byteLength);
