import { randomInt } from 'node:crypto';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { Client } from 'pg';
import {
  AUTHENTICATED,
  CANCEL_REQUEST,
  cutter,
  errorMessage,
  keyMessage,
  letterOf,
  ready,
  SSL_REQUEST,
  statusIn,
} from './wireProtocol';

/** A pooler in front of one database that lends a connection for one transaction at a time, as PgBouncer does in that mode. */
export interface Pooler {
  readonly url: string;
  close(): Promise<void>;
}

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

/** A connection to the server, logged in by node-postgres, whose bytes are ours from then on. */
class Backend {
  onMessage: (message: Buffer) => void = () => undefined;

  private constructor(
    readonly socket: Socket,
    readonly address: URL,
    readonly key: Buffer,
  ) {
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
    const { processID, secretKey, connection } = client as unknown as {
      readonly processID: number;
      readonly secretKey: number;
      readonly connection: { readonly stream: Socket };
    };
    const key = Buffer.alloc(8);
    key.writeInt32BE(processID, 0);
    key.writeInt32BE(secretKey, 4);
    return new Backend(connection.stream, new URL(address), key);
  }

  /** Has the server cancel what runs there; resolves when the server has taken the request. */
  cancel(): Promise<void> {
    const request = Buffer.alloc(16);
    request.writeInt32BE(16, 0);
    request.writeInt32BE(CANCEL_REQUEST, 4);
    this.key.copy(request, 8);
    return new Promise((resolve) => {
      const asking = connect(Number(this.address.port), this.address.hostname, () => asking.write(request));
      asking.on('error', () => undefined);
      asking.on('close', () => {
        resolve();
      });
    });
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
  /** By the key that its client was given: what its connection is lent just now. */
  const lentTo = new Map<string, () => Promise<Backend> | undefined>();

  /** Passes a request on; what runs there meanwhile is given to nobody else, as PgBouncer holds it since 1.18. */
  async function passOn(key: string): Promise<void> {
    await (await lentTo.get(key)?.())?.cancel();
  }

  /** Answers a startup message; false: not yet, or never. */
  function isWelcome(front: Socket, message: Buffer, key: Buffer): boolean {
    if (message.readInt32BE(4) === CANCEL_REQUEST) {
      void passOn(message.subarray(8).toString('hex')).then(() => front.end());
      return false;
    }
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
    if (refused !== undefined) front.end(errorMessage('FATAL', '08P01', `unsupported startup parameter: ${refused}`));
    else front.write(Buffer.concat([AUTHENTICATED, keyMessage(key), ready('I')]));
    return refused === undefined;
  }

  const server = createServer({ noDelay: true }, (front) => {
    fronts.add(front);
    front.on('error', () => undefined);
    front.on('close', () => fronts.delete(front));
    let isIn = false;
    let lent: Promise<Backend> | undefined;
    const key = Buffer.alloc(8);
    key.writeInt32BE(randomInt(2 ** 31), 0);
    key.writeInt32BE(randomInt(2 ** 31), 4);
    lentTo.set(key.toString('hex'), () => lent);
    const cut = cutter(() => (isIn ? 1 : 0));
    const send = (message: Buffer): void => {
      lent ??= borrow().then((backend) => {
        backend.onMessage = (answer) => {
          front.write(answer);
          if (statusIn(answer) !== 'I') return;
          lent = undefined;
          giveBack(backend);
        };
        return backend;
      });
      void lent.then((backend) => backend.socket.write(message));
    };
    front.on('data', (chunk: Buffer) => {
      for (const message of cut(chunk)) {
        if (!isIn) isIn = isWelcome(front, message, key);
        else if (letterOf(message) !== 'X') send(message);
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
