import { describe, expect, it } from 'vitest';
import { originOf, publicOrigin } from './origin';

describe('where absolute links begin', () => {
  it.each([
    ['https://plumbline.example', 'localhost:3000', 'https://plumbline.example/'],
    ['https://plumbline.example/', 'evil.example', 'https://plumbline.example/'],
    ['https://plumbline.example:8443/sub', null, 'https://plumbline.example:8443/'],
    [undefined, 'localhost:3000', 'http://localhost:3000/'],
    [undefined, '127.0.0.1:3107', 'http://127.0.0.1:3107/'],
    [undefined, '[::1]:3000', 'http://[::1]:3000/'],
    [undefined, 'evil.example', 'http://localhost/'],
    [undefined, '127.0.0.1.evil.example', 'http://localhost/'],
    [undefined, 'localhost@evil.example', 'http://localhost/'],
    [undefined, 'not a host', 'http://localhost/'],
    [undefined, null, 'http://localhost/'],
    ['', undefined, 'http://localhost/'],
    ['plumbline.example', 'evil.example', 'http://localhost/'],
  ])('PLUMBLINE_ORIGIN %s, asked at %s: %s', (configured, host, origin) => {
    expect(originOf({ PLUMBLINE_ORIGIN: configured }, host).href).toBe(origin);
  });

  it.each([
    ['https://plumbline.example/', 'https://plumbline.example'],
    ['ftp://plumbline.example', undefined],
    ['javascript:alert(1)', undefined],
    [undefined, undefined],
  ])('the public address of %s is %s', (configured, origin) => {
    expect(publicOrigin({ PLUMBLINE_ORIGIN: configured })).toBe(origin);
  });
});
