import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { GET as coverageRoute } from '../../../app/api/v1/coverage/route';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, at, candle, range, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import { installKeptAnswers } from './install';

/** Longer than anybody waits for a connection that is asked for while nothing else is to be done. */
const BUSY_MS = 2_500;

let db: FreshDatabase;
let server: Server;
let made = 0;

/** Nothing else of this process runs meanwhile: no timer, no reply that came in. */
function busy(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BUSY_MS);
}

beforeAll(async () => {
  db = await freshDatabase('real');
  await ledgerOf(db).record([
    answer({ market: spot('kraken', 'ATOM', 'USD'), asked: range(0, 1), candles: [candle(at(0), 4)] }),
  ]);
  vi.stubEnv('DATABASE_URL', db.url);
  server = createServer((request, response) => {
    // The first reader's question is what the process begins with: its connection to the database is being made while other work is done.
    if (globalThis.plumblineKept === undefined) {
      installKeptAnswers({ DATABASE_URL: db.url, PLUMBLINE_KEPT_MB: '0' });
      setImmediate(busy);
    }
    globalThis.plumblineKept?.(request, response, (_, into) => {
      made += 1;
      void coverageRoute(new Request(`http://localhost${request.url ?? ''}`)).then(async (reply) => {
        into.writeHead(reply.status, Object.fromEntries(reply.headers));
        into.end(Buffer.from(await reply.arrayBuffer()));
      });
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  vi.unstubAllEnvs();
  await globalThis.plumblineEnd?.();
  globalThis.plumblineEnd = globalThis.plumblineEndings = undefined;
  globalThis.plumblineContext = globalThis.plumblineKept = globalThis.plumblineKeptBody = undefined;
  await db.drop();
});

async function tagOf(path: string): Promise<string | undefined> {
  const asked = get({ host: '127.0.0.1', port: (server.address() as AddressInfo).port, path });
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  response.resume();
  await once(response, 'end');
  return response.headers.etag;
}

it('what a process answers is kept however busy it is while its connection to the database is made', async () => {
  const first = await tagOf('/api/v1/coverage');
  expect([first === undefined, await tagOf('/api/v1/coverage'), made]).toEqual([false, first, 1]);
});
