import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { BadInput } from './exit';
import { refuseBrokenOrigin, webPort } from './port';

it('a port that another program has is refused in one line that says what to do', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, resolve));
  const PORT = String((other.address() as AddressInfo).port);
  await expect(webPort({ NODE_ENV: 'test', PORT })).rejects.toThrow(
    `port ${PORT} is in use; set PORT to another one, or unset it`,
  );
  other.close();
});

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
