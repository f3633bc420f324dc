import { describe, expect, it } from 'vitest';
import { BadInput } from './exit';
import { refuseBrokenOrigin } from './port';

describe('the public address that an operator gives', () => {
  it.each([undefined, '', 'https://plumbline.example', 'http://10.0.0.7:8080/'])('may be %j', (origin) => {
    expect(() => {
      refuseBrokenOrigin({ NODE_ENV: 'test', PLUMBLINE_ORIGIN: origin });
    }).not.toThrow();
  });

  it.each(['plumbline.example', 'ftp://plumbline.example', 'javascript:alert(1)', 'not a url'])(
    'is refused where it is %s',
    (origin) => {
      expect(() => {
        refuseBrokenOrigin({ NODE_ENV: 'test', PLUMBLINE_ORIGIN: origin });
      }).toThrow(BadInput);
    },
  );
});
