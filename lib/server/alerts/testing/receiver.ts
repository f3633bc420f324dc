import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A receiver of webhooks on this machine. */
export interface TestReceiver {
  readonly url: string;
  /** Every request, in turn. */
  readonly received: readonly Received[];
  /** The statuses it answers next; then 200. A redirect leads to /elsewhere. */
  answers(...statuses: readonly number[]): void;
  close(): Promise<void>;
}

export async function testReceiver(): Promise<TestReceiver> {
  const received: Received[] = [];
  let next: number[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') });
      const status = next.shift() ?? 200;
      response.writeHead(status, status === 307 ? { location: '/elsewhere' } : {}).end('thanks');
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/hook?secret=s3cret`,
    received,
    answers: (...statuses) => {
      next = [...statuses];
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
