import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

// The yardstick: a server of Node's own that answers everything with one file. Argument: the file and the headers as JSON. Prints its
// port; ends when its input closes.
const { file, headers } = JSON.parse(process.argv[2] ?? '') as { file: string; headers: Record<string, string> };
const body = readFileSync(file);
const server = createServer((_, response) => {
  response.writeHead(200, { ...headers, 'content-length': body.length }).end(body);
}).listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${String(typeof address === 'object' ? address?.port : '')}\n`);
});
process.stdin.resume().once('end', () => process.exit(0));
