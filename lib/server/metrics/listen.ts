import { createServer, type Server } from 'node:http';
import { isIP } from 'node:net';
import { parsed, type Parsed } from '../../domain/unit';

export interface MetricsAddress {
  readonly host: string;
  readonly port: number;
}

const LOOPBACK = '127.0.0.1';
const MOST_PORT = 65_535;
/** One that asks is a scraper, another one a person. */
const MOST_CONNECTIONS = 16;

/** Reads PLUMBLINE_METRICS: a port on the loopback address, or an address and a port. Empty: undefined, nothing is told. Refused with what was given. */
export function readMetricsAddress(given: string): Parsed<MetricsAddress | undefined, string> {
  if (given === '') return parsed(undefined);
  const [, bracketed, plain, port = ''] = /^(?:\[([^\]]+)\]:|([^:]+):)?(\d{1,5})$/.exec(given) ?? [];
  const host = bracketed ?? plain ?? LOOPBACK;
  const isPort = Number(port) >= 1 && Number(port) <= MOST_PORT;
  return isPort && isIP(host) !== 0 ? parsed({ host, port: Number(port) }) : { ok: false, error: given };
}

interface Told {
  readonly contentType: string;
  readonly text: () => Promise<string>;
}

/** A server of its own for `GET /metrics`, and for nothing else. However many ask at once, the text is made once. Port 0: a free one. */
export async function serveMetrics({ host, port }: MetricsAddress, metrics: Told): Promise<Server> {
  let making: Promise<string> | undefined;
  const server = createServer((req, res) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.writeHead(405, { allow: ['GET', 'HEAD'].join(', ') }).end();
      return;
    }
    if (!/^\/metrics(?:\?|$)/.test(req.url ?? '')) {
      res.writeHead(404).end();
      return;
    }
    making ??= metrics.text().finally(() => (making = undefined));
    making.then(
      (text) => res.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' }).end(text),
      (failure: unknown) => {
        console.error(failure);
        res.writeHead(500).end();
      },
    );
  });
  server.maxConnections = MOST_CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  // Whatever happens to it later must not end the app.
  server.on('error', (failure) => {
    console.error(failure);
  });
  return server;
}
