import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const openssl = (folder: string, ...args: readonly string[]): void => {
  execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
};

/** How OpenSSL is told of a certificate. Times as `20260101000000Z`. */
export interface CertificateAsked {
  readonly subject: string;
  /** By which it is signed; undefined: by itself. */
  readonly issuer?: string;
  readonly extensions: readonly string[];
  readonly from?: string;
  readonly to?: string;
}

export const CA = ['basicConstraints = critical, CA:true', 'keyUsage = critical, keyCertSign'];
export const STAMPING = ['basicConstraints = critical, CA:false', 'extendedKeyUsage = critical, timeStamping'];

let serial = 16;

/** Makes `NAME.key` and `NAME.pem` in a folder; answers the certificate. */
export function certificateIn(
  folder: string,
  name: string,
  { subject, issuer = name, extensions, from = '20260101000000Z', to = '20360101000000Z' }: CertificateAsked,
): string {
  serial += 1;
  writeFileSync(join(folder, 'index.txt'), '');
  writeFileSync(join(folder, 'ca.serial'), `${serial.toString(16).padStart(4, '0')}\n`);
  const policy = ['[ any ]', 'organizationName = optional', 'commonName = supplied'];
  const ca = [
    '[ own ]',
    'database = index.txt',
    'serial = ca.serial',
    'new_certs_dir = .',
    'default_md = sha256',
    'policy = any',
  ];
  writeFileSync(join(folder, 'ca.cnf'), [...ca, ...policy, '[ extended ]', ...extensions, ''].join('\n'));
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', `${name}.key`];
  openssl(folder, 'req', '-new', ...key, '-out', `${name}.csr`, '-subj', subject);
  const by =
    issuer === name
      ? ['-selfsign', '-keyfile', `${name}.key`]
      : ['-keyfile', `${issuer}.key`, '-cert', `${issuer}.pem`];
  const dates = ['-startdate', from, '-enddate', to];
  const made = ['-in', `${name}.csr`, '-out', `${name}.pem`, '-extensions', 'extended', '-notext', '-batch'];
  openssl(folder, 'ca', '-config', 'ca.cnf', '-name', 'own', ...by, ...dates, ...made);
  return readFileSync(join(folder, `${name}.pem`), 'utf8');
}
