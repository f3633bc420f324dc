import { once } from 'node:events';
import { createServer } from 'node:http';

/**
 * The yardstick of the asset page: one HTML file without framework, style sheet or request, that draws eight lines of 240
 * points, as many as four hours of eight venues, on a canvas of a chart's size. Nothing that shows a chart can be faster.
 */
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Yardstick</title><p>Eight lines</p><canvas width="1200" height="900"></canvas><script>
const pen = document.querySelector('canvas').getContext('2d');
for (let venue = 0; venue < 8; venue += 1) {
  pen.strokeStyle = 'hsl(' + venue * 45 + ' 90% 40%)';
  pen.beginPath();
  for (let at = 0; at < 240; at += 1) pen.lineTo(at * 5, 100 + venue * 90 + 40 * Math.sin(at / (venue + 3)));
  pen.stroke();
}
</script></html>`;

export async function serveStaticPage(): Promise<{ readonly address: string; close(): Promise<void> }> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(PAGE);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the static page found no port');
  return {
    address: `http://127.0.0.1:${String(address.port)}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
