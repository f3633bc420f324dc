import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PAGE_OF, PEERS, type Peer } from './peerPages';
import type { PlainSeries } from './sameArrays';

const require = createRequire(import.meta.url);
const text = (path: string): string => readFileSync(path, 'utf8');
/** Its own exports name the modules alone. */
const LIGHTWEIGHT = join(dirname(require.resolve('lightweight-charts/package.json')), 'dist');

const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css', json: 'application/json' } as const;

export interface PeerServer {
  /** The page of a peer with the arrays of a span; they must have been laid there before. */
  readonly address: (peer: Peer, span: string) => string;
  readonly lay: (span: string, arrays: readonly PlainSeries[]) => void;
  readonly close: () => Promise<void>;
}

/** Serves the peers' pages, as they come out of their packages and built for production, and the arrays they draw. */
export async function servePeers(): Promise<PeerServer> {
  const files = new Map<string, string>([
    ...PEERS.map((peer) => [`/${peer}.html`, PAGE_OF[peer]] as const),
    ['/uPlot.js', text(require.resolve('uplot/dist/uPlot.iife.min.js'))],
    ['/uPlot.css', text(require.resolve('uplot/dist/uPlot.min.css'))],
    ['/lightweight-charts.js', text(join(LIGHTWEIGHT, 'lightweight-charts.standalone.production.js'))],
  ]);
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '', 'http://localhost');
    const body = files.get(pathname === '/arrays.json' ? `${pathname}${search}` : pathname);
    if (body === undefined) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[(pathname.split('.').at(-1) ?? 'html') as keyof typeof TYPES];
    response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'max-age=3600' }).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error("the peers' pages found no port");
  return {
    address: (peer, span) => `http://127.0.0.1:${String(address.port)}/${peer}.html?span=${span}`,
    lay: (span, arrays) => files.set(`/arrays.json?span=${span}`, JSON.stringify(arrays)),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
