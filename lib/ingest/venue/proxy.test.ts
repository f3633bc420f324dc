import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { getGlobalDispatcher, setGlobalDispatcher } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import { honourProxies } from './proxy';

const before = getGlobalDispatcher();
const open: Server[] = [];

const listening = async (server: Server): Promise<number> => {
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

afterEach(async () => {
  await getGlobalDispatcher()
    .close()
    .catch(() => undefined);
  setGlobalDispatcher(before);
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

describe('proxies', () => {
  it('reach a venue through the proxy the environment names', async () => {
    const venuePort = await listening(createServer((_, reply) => reply.end('a venue')));
    const asked: string[] = [];
    const proxy = createServer();
    proxy.on('connect', (request, socket, head) => {
      asked.push(request.url ?? '');
      const tunnel = connect(venuePort, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        tunnel.write(head);
        tunnel.pipe(socket).pipe(tunnel);
      });
      socket.on('error', () => tunnel.destroy());
      tunnel.on('error', () => socket.destroy());
    });
    const proxyPort = await listening(proxy);
    expect(honourProxies({ HTTP_PROXY: `http://127.0.0.1:${String(proxyPort)}` })).toBe(true);
    expect(await (await fetch('http://venue.invalid/time')).text()).toBe('a venue');
    expect(asked).toEqual(['venue.invalid:80']);
  });

  it.each(['HTTPS_PROXY', 'HTTP_PROXY', 'https_proxy'])('in %s without a scheme are http', (variable) => {
    expect(honourProxies({ [variable]: 'proxy.example:3128' })).toBe(true);
    expect(honourProxies({ [variable]: '127.0.0.1:3128' })).toBe(true);
    expect(getGlobalDispatcher()).not.toBe(before);
  });

  it.each(['socks5://proxy.example:1080', 'http://', 'proxy.example:port', 'a b'])(
    'that are none, like %s, are refused in one line that names the variable',
    (text) => {
      expect(() => honourProxies({ HTTPS_PROXY: text })).toThrow(
        'HTTPS_PROXY does not name an http proxy; write http://host:port, or unset HTTPS_PROXY',
      );
      expect(getGlobalDispatcher()).toBe(before);
    },
  );

  it('leave this machine’s own addresses alone', async () => {
    const port = await listening(createServer((_, reply) => reply.end('the simulator')));
    honourProxies({ HTTP_PROXY: 'http://127.0.0.1:9' });
    expect(await (await fetch(`http://127.0.0.1:${String(port)}/`)).text()).toBe('the simulator');
  });

  it('change nothing where the environment names none', () => {
    expect(honourProxies({ PATH: '/bin' })).toBe(false);
    expect(honourProxies({ HTTPS_PROXY: '' })).toBe(false);
    expect(getGlobalDispatcher()).toBe(before);
  });
});
