import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';

/** A time authority of OpenSSL's own: a root, a certificate for stamping by it, and `openssl ts -reply` behind HTTP. */
export interface TestAuthority {
  readonly url: string;
  /** Of its root, for `openssl ts -verify -CAfile`. */
  readonly root: string;
  readonly folder: string;
  /** What the next answers are: as the authority makes them; or something else. */
  readonly answers: (how: Answering) => void;
  readonly close: () => Promise<void>;
}

/** `other-policy`: it is asked for a policy it does not have, and refuses. */
export type Answering =
  | 'well'
  | 'never'
  | 'error'
  | 'no stamp'
  | 'too much'
  | 'refusing'
  | { readonly again: Uint8Array };

const CONFIG = `
[ tsa ]
default_tsa = tsa_config
[ tsa_config ]
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha512
accuracy = secs:1
ess_cert_id_chain = no
[ stamping ]
basicConstraints = critical, CA:false
extendedKeyUsage = critical, timeStamping
`;

const openssl = (folder: string, ...args: readonly string[]): void => {
  execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
};

export async function testAuthority(name: string): Promise<TestAuthority> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline authority '));
  writeFileSync(join(folder, 'ts.cnf'), CONFIG);
  writeFileSync(join(folder, 'serial'), '01\n');
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl(
    folder,
    'req',
    '-x509',
    ...key,
    '-keyout',
    'root.key',
    '-out',
    'root.pem',
    '-subj',
    `/CN=${name} Root`,
    '-days',
    '30',
  );
  openssl(
    folder,
    'req',
    '-new',
    ...key,
    '-keyout',
    'tsa.key',
    '-out',
    'tsa.csr',
    '-subj',
    `/O=${name}/CN=${name} Stamps`,
  );
  const issued = ['-req', '-in', 'tsa.csr', '-CA', 'root.pem', '-CAkey', 'root.key', '-set_serial', '7', '-days', '30'];
  openssl(folder, 'x509', ...issued, '-extfile', 'ts.cnf', '-extensions', 'stamping', '-out', 'tsa.pem');

  let how: Answering = 'well';
  const server = createServer((request, reply) => {
    void answered(folder, request, how).then((found) => {
      if (found === undefined) return;
      reply.writeHead(how === 'error' ? 503 : 200, { 'content-type': 'application/timestamp-reply' });
      reply.end(found);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/tsr`,
    root: join(folder, 'root.pem'),
    folder,
    answers: (next) => {
      how = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** undefined: no answer at all. */
async function answered(folder: string, request: IncomingMessage, how: Answering): Promise<Uint8Array | undefined> {
  const query = await buffer(request);
  if (request.headers['content-type'] !== 'application/timestamp-query') return Buffer.from('not a query');
  // Whoever keeps the connection may find it closed when the next question is sent.
  if (request.headers.connection !== 'close') return Buffer.from('not asked once');
  if (how === 'never') return undefined;
  if (how === 'error') return Buffer.from('out of service');
  if (how === 'no stamp') return Buffer.from('<html>Welcome</html>');
  if (how === 'too much') return Buffer.alloc(1024 * 1024);
  if (typeof how === 'object') return how.again;
  // A digest that it does not stamp: it refuses by the protocol.
  const asked = how === 'refusing' ? queryOf(folder) : query;
  writeFileSync(join(folder, 'query.tsq'), asked);
  const signer = ['-signer', 'tsa.pem', '-inkey', 'tsa.key', '-chain', 'root.pem'];
  openssl(folder, 'ts', '-reply', '-config', 'ts.cnf', '-queryfile', 'query.tsq', ...signer, '-out', 'answer.tsr');
  return readFileSync(join(folder, 'answer.tsr'));
}

/** A query that asks for a digest which the authority does not stamp. */
function queryOf(folder: string): Buffer {
  openssl(folder, 'ts', '-query', '-data', 'ts.cnf', '-sha1', '-out', 'refused.tsq');
  return readFileSync(join(folder, 'refused.tsq'));
}
