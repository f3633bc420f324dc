import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { SCREENS, shiftsOn, watchShifts, type Shifts } from './testing/shifts';

// Pages whose HTML comes bit by bit, as over a slow network: nothing that is on the screen moves.

const WINDOW = 'from=2025-10-10T20:00Z&to=2025-10-11T00:00Z';
/** Letters of a piece: a few rows of a list. */
const PIECE = 3_000;

/** What moved of a page whose HTML was sent piece by piece, each when what came before it was shown or is held back. */
async function arrived(page: Page, path: string): Promise<Shifts> {
  await watchShifts(page);
  const server = createServer((request, response) => {
    void (request.headers['sec-fetch-dest'] === 'document'
      ? piecemeal(page, request, response)
      : whole(request, response));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await page.goto(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}${path}`);
    await expect(page.getByRole('contentinfo')).toBeVisible();
    await twoFrames(page);
    return await shiftsOn(page);
  } finally {
    await page.close();
    server.closeAllConnections();
    server.close();
  }
}

const asked = ({ url = '' }: IncomingMessage): Promise<Response> =>
  fetch(`${process.env['PLUMBLINE_ADDRESS'] ?? ''}${url}`);

async function whole(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const answer = await asked(request);
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
  response.end(Buffer.from(await answer.arrayBuffer()));
}

async function piecemeal(page: Page, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const html = await (await asked(request)).text();
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  for (let at = 0; at < html.length; at += PIECE) {
    response.write(html.slice(at, at + PIECE));
    await twoFrames(page);
  }
  response.end();
}

/** Two frames later; at once where a page is held back, which has none: its body has not come, or not as much as its first frame waits for. */
const twoFrames = (page: Page): Promise<void> =>
  page
    .evaluate(
      () =>
        new Promise<void>((resolve) => {
          const awaited = document.querySelector<HTMLLinkElement>('link[rel=expect][blocking=render]');
          if (document.querySelector(awaited === null ? 'body' : new URL(awaited.href).hash) === null) {
            resolve();
            return;
          }
          requestAnimationFrame(() => {
            requestAnimationFrame(() => {
              resolve();
            });
          });
        }),
    )
    // The page before it went away meanwhile.
    .catch(() => undefined);

for (const [name, viewport] of SCREENS)
  test.describe(name, () => {
    test.use({ viewport });

    for (const path of ['/', `/ATOM?${WINDOW}`, `/ATOM/2025-10-10T21:20Z?${WINDOW}`])
      test(`nothing of ${path.replace(/[?].*/, '')} moves while it arrives`, async ({ page }) => {
        expect(await arrived(page, path)).toEqual({ shift: 0, shifted: [] });
      });
  });
