import { describe, expect, it } from 'vitest';
import { clientAddress, clientKey, isLoopback, NO_PROXY, readTrust, type Trust } from './client';

const trusting = (text: string): Trust => {
  const read = readTrust(text);
  if (!read.ok) throw new Error(read.error);
  return read.value;
};

describe('the address of a client', () => {
  it.each([
    ['', '203.0.113.9', undefined, '203.0.113.9'],
    ['', '203.0.113.9', '198.51.100.7', '203.0.113.9'],
    ['1', '10.0.0.2', '198.51.100.7', '198.51.100.7'],
    // What stands before the proxy's own word the client wrote itself.
    ['1', '10.0.0.2', '1.2.3.4, 198.51.100.7', '198.51.100.7'],
    ['2', '10.0.0.2', '1.2.3.4, 198.51.100.7, 10.0.0.3', '198.51.100.7'],
    ['2', '10.0.0.2', '198.51.100.7', '198.51.100.7'],
    ['1', '10.0.0.2', undefined, '10.0.0.2'],
    ['1', '10.0.0.2', 'unknown', '10.0.0.2'],
    ['1', '10.0.0.2', '', '10.0.0.2'],
    ['10.0.0.0/8', '10.0.0.2', '198.51.100.7, 10.1.2.3', '198.51.100.7'],
    ['10.0.0.0/8', '198.51.100.7', '1.2.3.4', '198.51.100.7'],
    ['10.0.0.0/8', '::ffff:10.0.0.2', '198.51.100.7', '198.51.100.7'],
    ['fd00::/8 10.0.0.0/8', 'fd00::1', '[2001:db8::1]:4711', '2001:db8::1'],
    ['127.0.0.1', '127.0.0.1', '198.51.100.7:5566', '198.51.100.7'],
  ])('trusting %j, of %s with %j, is %s', (trust, socket, forwarded, client) => {
    expect(clientAddress(socket, forwarded, trusting(trust))).toBe(client);
  });

  it('is its own where a header is repeated, too', () => {
    expect(clientAddress('10.0.0.2', ['1.2.3.4', '198.51.100.7'], { hops: 1 })).toBe('198.51.100.7');
    expect(clientAddress(undefined, '1.2.3.4', NO_PROXY)).toBe('');
  });

  it.each(['yes', '9', '10.0.0.0/33', '10.0.0', 'fd00::/129', '1,yes'])('trusts nobody by %j, and says so', (text) => {
    expect(readTrust(text).ok).toBe(false);
  });
});

describe('whose budget an address has', () => {
  it.each([
    ['198.51.100.7', '198.51.100.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s: %s', (address, key) => {
    expect(clientKey(address)).toBe(key);
  });

  it('is nobody’s at the machine itself', () => {
    expect(['127.0.0.1', '127.1.2.3', '::1', '128.0.0.1', '1270.0.0.1'].map(isLoopback)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
