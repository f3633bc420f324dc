import { describe, expect, it } from 'vitest';
import { listenAddress } from './listenAddress';

describe('where the web app listens, is reached and is asked', () => {
  it.each([
    [undefined, '127.0.0.1', 'http://localhost:3000', '127.0.0.1'],
    ['', '127.0.0.1', 'http://localhost:3000', '127.0.0.1'],
    ['127.0.0.1', '127.0.0.1', 'http://localhost:3000', '127.0.0.1'],
    ['0.0.0.0', '0.0.0.0', 'http://localhost:3000', '127.0.0.1'],
    ['::', '::', 'http://localhost:3000', '::1'],
    ['::1', '::1', 'http://[::1]:3000', '::1'],
    ['[::1]', '::1', 'http://[::1]:3000', '::1'],
    [' 192.168.1.20 ', '192.168.1.20', 'http://192.168.1.20:3000', '192.168.1.20'],
    ['fd00::2', 'fd00::2', 'http://[fd00::2]:3000', 'fd00::2'],
    ['localhost', 'localhost', 'http://localhost:3000', 'localhost'],
    ['desk.lan', 'desk.lan', 'http://desk.lan:3000', 'desk.lan'],
  ])('PLUMBLINE_HOST=%s', (given, host, shown, asked) => {
    expect(listenAddress({ PLUMBLINE_HOST: given }, 3000)).toEqual({ host, shown, asked });
  });
});
