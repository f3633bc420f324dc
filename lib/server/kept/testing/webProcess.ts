import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GET as coverageRoute } from '../../../../app/api/v1/coverage/route';
import { GET as deviationsRoute } from '../../../../app/api/v1/deviations/route';
import { GET as minutesRoute } from '../../../../app/api/v1/minutes/[asset]/[minute]/route';
import { installKeptAnswers } from '../install';

// A web process without the framework: what the app installs at its start, and some of its routes, on the database of DATABASE_URL. It says its port by a
// message, and ends with its parent.

process.on('disconnect', () => process.exit(0));
installKeptAnswers(process.env);

/** Answers that were made, and not kept. */
let made = 0;

function routed(url: URL, asked: Request): Promise<Response> {
  const [, asset, minute] = /\/minutes\/([^/]+)\/([^/]+)$/.exec(url.pathname) ?? [];
  if (url.pathname === '/made') return Promise.resolve(new Response(String(made)));
  made += 1;
  if (asset !== undefined && minute !== undefined)
    return minutesRoute(asked, { params: Promise.resolve({ asset, minute }) });
  return url.pathname.endsWith('/coverage') ? coverageRoute(asked) : deviationsRoute(asked);
}

const server = createServer((request, response) => {
  globalThis.plumblineKept?.(request, response, (...[asked, into]) => {
    const url = new URL(asked.url ?? '', 'http://localhost');
    void routed(url, new Request(url)).then(async (reply) => {
      into.writeHead(reply.status, Object.fromEntries(reply.headers));
      into.end(Buffer.from(await reply.arrayBuffer()));
    });
  });
}).listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
