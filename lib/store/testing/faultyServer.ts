import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { cutter, errorMessage, letterOf, ready, SSL_REQUEST, statementIn, statusIn, type Status } from './wireProtocol';

/** What a statement, or an attempt to connect, comes to instead of its answer. */
export type Strike =
  /** The server refuses it with this SQLSTATE; a fatal one ends the connection. */
  | { readonly kind: 'error' | 'fatal'; readonly code: string; readonly text: string }
  /** The connection breaks before the server has it. */
  | { readonly kind: 'cut' }
  /** The server does it, and the connection breaks before its answer arrives. */
  | { readonly kind: 'cut-after' }
  /** It arrives at the server when `until` resolves. */
  | { readonly kind: 'late'; readonly until: Promise<void> };

/** A way to a server on which a test decides what goes wrong. */
export interface FaultyServer {
  /** The address given, over this way. */
  readonly url: string;
  /** Asked of each statement before it is sent on. */
  onStatement: (text: string) => Strike | undefined;
  /** Asked of each new connection. */
  onConnect: () => Strike | undefined;
  /** Breaks every connection, and refuses new ones until `mend`. */
  cut(): void;
  /** From now on nothing goes wrong. */
  mend(): void;
  close(): Promise<void>;
}

const NONE = (): undefined => undefined;
const CUT: Strike = { kind: 'cut' };
/** SQLSTATE in_failed_sql_transaction. */
const IN_FAILED = '25P02';

/** Stands before the server at `address`, which must be one that asks for no encryption. */
export async function faultyServer(address: string): Promise<FaultyServer> {
  const target = new URL(address);
  const sockets = new Set<Socket>();
  // Each message is written by itself: gathered, each would wait for the other side's delayed acknowledgement.
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ port: Number(target.port), host: target.hostname, noDelay: true });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
    new Between(near, far, way).begin();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(address);
  url.host = `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const breakAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const way: FaultyServer = {
    url: url.href,
    onStatement: NONE,
    onConnect: NONE,
    cut: () => {
      way.onConnect = () => CUT;
      breakAll();
    },
    mend: () => {
      way.onStatement = NONE;
      way.onConnect = NONE;
    },
    close: () =>
      new Promise((resolve) => {
        breakAll();
        server.close(() => {
          resolve();
        });
      }),
  };
  return way;
}

/** One connection, message by message. */
class Between {
  #status: Status = 'I';
  /** The transaction failed here, which the server does not know. */
  #hasFailed = false;
  /** Of a statement with values, what follows the part that was refused: up to its Sync. */
  #isSkipping = false;
  /** Once the server has answered, the connection breaks. */
  #breaksAfter = false;
  /** What comes in while something is late waits behind it. */
  #sent: Promise<void> = Promise.resolve();

  constructor(
    readonly near: Socket,
    readonly far: Socket,
    readonly way: FaultyServer,
  ) {}

  begin(): void {
    const strike = this.way.onConnect();
    if (strike?.kind === 'cut') {
      this.#break();
      return;
    }
    let hasBegun = false;
    const cut = cutter(() => (hasBegun ? 1 : 0));
    this.near.on('data', (chunk: Buffer) => {
      for (const message of cut(chunk)) {
        if (hasBegun) this.#sent = this.#sent.then(() => this.#fromClient(message));
        else {
          hasBegun = message.readInt32BE(4) !== SSL_REQUEST;
          if (hasBegun && strike !== undefined) this.#refuse(strike);
          else this.far.write(message);
        }
      }
    });
    const cutAnswers = cutter(() => 1);
    this.far.on('data', (chunk: Buffer) => {
      // The one letter that answers a request for encryption.
      if (!hasBegun) this.near.write(chunk);
      else for (const message of cutAnswers(chunk)) this.#fromServer(message);
    });
  }

  #refuse(strike: Strike): void {
    if (strike.kind === 'error' || strike.kind === 'fatal')
      this.near.end(errorMessage('FATAL', strike.code, strike.text));
    else this.#break();
  }

  #fromServer(message: Buffer): void {
    const status = statusIn(message);
    if (this.#breaksAfter) {
      if (status !== undefined) this.#break();
      return;
    }
    this.#status = status ?? this.#status;
    this.near.write(message);
  }

  async #fromClient(message: Buffer): Promise<void> {
    if (this.#isSkipping) {
      if (letterOf(message) !== 'S') return;
      this.#isSkipping = false;
      this.near.write(ready(this.#failed()));
      return;
    }
    const statement = statementIn(message);
    if (statement === undefined) {
      this.far.write(message);
      return;
    }
    if (this.#hasFailed && /^\s*ROLLBACK/i.test(statement)) this.#hasFailed = false;
    const strike = this.#hasFailed
      ? ({ kind: 'error', code: IN_FAILED, text: 'current transaction is aborted' } as const)
      : this.way.onStatement(statement);
    switch (strike?.kind) {
      case 'cut':
        this.#break();
        return;
      case 'fatal':
        this.#refuse(strike);
        return;
      case 'error':
        this.#error(message, strike);
        return;
      case 'late':
        await strike.until;
        break;
      case 'cut-after':
        this.#breaksAfter = true;
        break;
      case undefined:
    }
    this.far.write(message);
  }

  #error(message: Buffer, { code, text }: { readonly code: string; readonly text: string }): void {
    this.near.write(errorMessage('ERROR', code, text));
    if (letterOf(message) === 'Q') this.near.write(ready(this.#failed()));
    else this.#isSkipping = true;
  }

  /** The status after an error: in a transaction it is one of a failed transaction. */
  #failed(): Status {
    this.#hasFailed = this.#status !== 'I';
    return this.#hasFailed ? 'E' : 'I';
  }

  #break(): void {
    this.near.destroy();
    this.far.destroy();
  }
}
