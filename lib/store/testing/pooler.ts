import { createServer, type AddressInfo, type Socket } from 'node:net';
import { Client } from 'pg';

/** A pooler in front of one database that lends a connection for one transaction at a time, as PgBouncer does in that mode. */
export interface Pooler {
  readonly url: string;
  close(): Promise<void>;
}

/** Protocol 3.0, https://www.postgresql.org/docs/current/protocol-message-formats.html */
const SSL_REQUEST = 80_877_103;
const AUTHENTICATED = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0]);
const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);
const [READY_TYPE, END_TYPE, OUTSIDE] = ['Z', 'X', 'I'].map((letter) => letter.charCodeAt(0));
/** What PgBouncer 1.18 keeps track of; anything else it refuses. */
const TAKEN = [
  'user',
  'database',
  'client_encoding',
  'datestyle',
  'timezone',
  'standard_conforming_strings',
  'application_name',
];

/** Cuts a stream of bytes into messages; `header`: bytes before the length, which counts itself. */
function cutter(header: () => 0 | 1): (chunk: Buffer) => readonly Buffer[] {
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

function errorMessage(text: string): Buffer {
  const fields = Buffer.from(`SFATAL\0C08P01\0M${text}\0\0`);
  const head = Buffer.from([0x45, 0, 0, 0, 0]);
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

/** A connection to the server, logged in by node-postgres, whose bytes are ours from then on. */
class Backend {
  onMessage: (message: Buffer) => void = () => undefined;

  private constructor(readonly socket: Socket) {
    const cut = cutter(() => 1);
    socket.removeAllListeners('data');
    socket.on('data', (chunk: Buffer) => {
      for (const message of cut(chunk)) this.onMessage(message);
    });
  }

  static async open(address: string): Promise<Backend> {
    const client = new Client({ connectionString: address });
    client.on('error', () => undefined);
    await client.connect();
    return new Backend((client as unknown as { readonly connection: { readonly stream: Socket } }).connection.stream);
  }
}

export async function startPooler(address: string, connections: number): Promise<Pooler> {
  const backends = await Promise.all(Array.from({ length: connections }, () => Backend.open(address)));
  const free = [...backends];
  const waiting: ((backend: Backend) => void)[] = [];
  const borrow = (): Promise<Backend> =>
    new Promise((resolve) => {
      const backend = free.pop();
      if (backend === undefined) waiting.push(resolve);
      else resolve(backend);
    });
  const giveBack = (backend: Backend): void => {
    const next = waiting.shift();
    if (next === undefined) free.push(backend);
    else next(backend);
  };
  const fronts = new Set<Socket>();

  /** Answers a startup message; false: not yet, or never. */
  function isWelcome(front: Socket, message: Buffer): boolean {
    if (message.readInt32BE(4) === SSL_REQUEST) {
      front.write('N');
      return false;
    }
    const names = message
      .subarray(8)
      .toString()
      .split('\0')
      .filter((_, i) => i % 2 === 0);
    const refused = names.find((name) => name !== '' && !TAKEN.includes(name.toLowerCase()));
    if (refused !== undefined) front.end(errorMessage(`unsupported startup parameter: ${refused}`));
    else front.write(Buffer.concat([AUTHENTICATED, READY]));
    return refused === undefined;
  }

  const server = createServer((front) => {
    fronts.add(front);
    front.on('error', () => undefined);
    front.on('close', () => fronts.delete(front));
    let isIn = false;
    let lent: Promise<Backend> | undefined;
    const cut = cutter(() => (isIn ? 1 : 0));
    const send = (message: Buffer): void => {
      lent ??= borrow().then((backend) => {
        backend.onMessage = (answer) => {
          front.write(answer);
          if (answer[0] !== READY_TYPE || answer[5] !== OUTSIDE) return;
          lent = undefined;
          giveBack(backend);
        };
        return backend;
      });
      void lent.then((backend) => backend.socket.write(message));
    };
    front.on('data', (chunk: Buffer) => {
      for (const message of cut(chunk)) {
        if (!isIn) isIn = isWelcome(front, message);
        else if (message[0] !== END_TYPE) send(message);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(address);
  url.host = `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    url: url.href,
    close: () =>
      new Promise((resolve) => {
        for (const socket of [...fronts, ...backends.map(({ socket: one }) => one)]) socket.destroy();
        server.close(() => {
          resolve();
        });
      }),
  };
}
