import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { fontFinding, nodeFinding, portFindings } from './machine';

let server: Server | undefined;
afterEach(() => {
  server?.close();
  server = undefined;
});

/** A web server that answers everything alike; its port. */
async function answering(status: number, body: string): Promise<string> {
  const made = createHttpServer((_, response) => {
    response.writeHead(status, { connection: 'close' }).end(body);
  });
  server = made;
  await new Promise<void>((resolve) => made.listen(0, resolve));
  return String((made.address() as AddressInfo).port);
}
const env = (more: Record<string, string>): NodeJS.ProcessEnv => ({ NODE_ENV: 'test', ...more });

describe('Node', () => {
  it.each([
    ['20.19.0', 'ok'],
    ['22.0.0', 'ok'],
    ['20.18.3', 'fault'],
    ['18.20.4', 'fault'],
  ])('%s is a finding of grade %s', (version, grade) => {
    expect(nodeFinding(version)).toMatchObject({ subject: 'node', grade });
  });

  it('names the version to install where it is too old', () => {
    expect(nodeFinding('18.20.4').says).toBe('Node 18.20.4 is too old; install Node 20.19 or newer');
  });
});

it('finds the fonts of every language in a checkout', () => {
  expect(fontFinding()).toMatchObject({ grade: 'ok' });
});

describe('the port', () => {
  it('is a fault where another program has it', async () => {
    const PORT = await answering(200, 'hello');
    expect(await portFindings(env({ PORT }))).toEqual([
      { subject: 'port', grade: 'fault', says: `port ${PORT} is in use; set PORT to another one, or unset it` },
    ]);
  });

  it('is well where Plumbline itself answers there', async () => {
    const PORT = await answering(200, '{"keys":[]}');
    expect(await portFindings(env({ PORT }))).toEqual([
      { subject: 'port', grade: 'ok', says: `Plumbline answers on port ${PORT}` },
    ]);
  });

  it('is a fault where PORT is no port, and so is an address that no page can be read at', async () => {
    const found = await portFindings(env({ PORT: '70000', PLUMBLINE_ORIGIN: 'plumbline' }));
    expect(found.map(({ grade, says }) => [grade, says])).toEqual([
      ['fault', 'PLUMBLINE_ORIGIN is "plumbline"; it takes an address like https://plumbline.example'],
      ['fault', 'PORT is "70000"; it takes a number from 1 to 65535'],
    ]);
  });
});
