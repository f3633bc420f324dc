import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

/** The account the server runs under: another than ours only where we are root, whom Postgres refuses to serve. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** `nobody` on every Unix in use: it owns nothing, exists everywhere and needs no creation. */
export const NOBODY: Account = { uid: 65_534, gid: 65_534 };

/** Whether we are root, so that the server needs an account that is not ours. */
export const rootServes = (): boolean => process.getuid?.() === 0;

/** What `spawn` needs to run a command under the account. */
export const asAccount = (account: Account | undefined): { readonly uid?: number; readonly gid?: number } =>
  account ?? {};

/**
 * Whether the account may pass through every folder that leads to `target` (and through `target` itself where it is a
 * folder that exists): a home of mode 0700 shuts out everybody else.
 */
export function reachable(target: string, account: Account): boolean {
  let at = path.resolve(target);
  for (;;) {
    if (existsSync(at)) {
      const { mode, uid, gid } = statSync(at);
      const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
      if (((mode >> shift) & 0o1) === 0) return false;
    }
    const parent = path.dirname(at);
    if (parent === at) return true;
    at = parent;
  }
}
