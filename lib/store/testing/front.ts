import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type ListenOptions, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TLSSocket } from 'node:tls';
import { SSL_REQUEST } from './wireProtocol';

/** A self-signed certificate for `localhost`, made by OpenSSL. */
export interface TestCertificate {
  /** Its file, in PEM. */
  readonly file: string;
  readonly key: string;
  readonly remove: () => void;
}

export function testCertificate(): TestCertificate {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-tls-'));
  const [file, key] = ['cert.pem', 'key.pem'].map((name) => path.join(folder, name)) as [string, string];
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'],
      ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', file],
    ],
    { stdio: 'ignore' },
  );
  return {
    file,
    key: readFileSync(key, 'utf8'),
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}

/** Stands before the server at another address: another host, a socket's file, with encryption. */
export interface Front {
  /** 0: it listens at a file. */
  readonly port: number;
  /** How many connections were encrypted, and how many not. */
  readonly counts: { encrypted: number; plain: number };
  readonly close: () => Promise<void>;
}

/** `certificate`: who asks for encryption has it; undefined: is told that there is none. */
export async function frontOf(address: string, listen: ListenOptions, certificate?: TestCertificate): Promise<Front> {
  const target = new URL(address);
  const counts = { encrypted: 0, plain: 0 };
  const sockets = new Set<Socket>();
  const join = (near: Socket, first?: Buffer): void => {
    const far = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
    if (first !== undefined) far.write(first);
  };
  const server = createServer((near) => {
    near.on('error', () => undefined);
    near.once('data', (first) => {
      near.pause();
      if (first.length !== 8 || first.readInt32BE(4) !== SSL_REQUEST) {
        counts.plain += 1;
        join(near, first);
        return;
      }
      if (certificate === undefined) {
        near.end('N');
        return;
      }
      counts.encrypted += 1;
      near.write('S');
      join(new TLSSocket(near, { isServer: true, key: certificate.key, cert: readFileSync(certificate.file) }));
    });
  });
  await new Promise<void>((resolve) => server.listen(listen, resolve));
  const bound = server.address();
  return {
    port: typeof bound === 'string' ? 0 : (bound as AddressInfo).port,
    counts,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => {
          resolve();
        });
      }),
  };
}
