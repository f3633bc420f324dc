import { createServer, type AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { webPort } from './port';

it('a port that another program has is refused in one line that says what to do', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, resolve));
  const PORT = String((other.address() as AddressInfo).port);
  await expect(webPort({ NODE_ENV: 'test', PORT })).rejects.toThrow(
    `port ${PORT} is in use; set PORT to another one, or unset it`,
  );
  other.close();
});
