import type { PublishedKeys } from '../../api/signingKeys';
import type { Verification } from '../../api/verification';
import { nodeTools } from '../../evidence/fileTools';
import { readEvidence } from '../../sealed/bundle';
import type { Bytes } from '../../sealed/bytes';
import type { Evidence } from '../../sealed/evidence';
import { readPack, type PackEvidence } from '../../sealed/pack';
import { verdictOf, type Instance, type Said } from '../../sealed/verdict';
import type { Context } from '../context';
import type { Outcome } from '../http/outcome';
import { printedAddress, type PrintedAddress } from './address';
import { drawnNow, givenNow, statesBefore } from './printed';

export { MOST_FILE_BYTES, UnreadableFile, type Evidence } from '../../sealed/evidence';
export type { PackEvidence } from '../../sealed/pack';
export { MOST_PACK_BYTES } from '../../sealed/bundle';
export { asks, listVerdictOf } from '../../sealed/verdict';

/** What a picture or a bundle shows by itself; a time stamp that does not fit counts as altered. Throws `UnreadableFile`. */
export const evidenceIn = (bytes: Bytes): Promise<Evidence> => readEvidence(bytes, nodeTools);

/** What a pack of exhibits shows by itself; undefined: it is none. Throws `UnreadableFile`. */
export const packIn = (bytes: Bytes): Promise<PackEvidence | undefined> => readPack(bytes, nodeTools);

/** What a file shows by itself, and beside what is stored now. `context`: where `asks` names a database; `keys`: whose seals are known; `now`: by which a certificate has expired or not. */
export const verify = (
  evidence: Evidence,
  {
    context,
    keys,
    now = new Date(),
  }: { readonly context: Context | undefined; readonly keys: PublishedKeys; readonly now?: Date },
): Promise<Verification> =>
  verdictOf(evidence, { instance: context === undefined ? undefined : instanceOf(context), keys, now });

/** This instance, asked in its own process. */
const instanceOf = (context: Context): Instance => ({
  simulated: context.simulated,
  now: (address) => said(address, (asked) => givenNow(context, asked)),
  pictures: (address, key, look) => said(address, (asked) => drawnNow(context, asked, { keys: [key], look })),
  states: (address, lines) => said(address, (asked) => statesBefore(context, asked, { lines })),
});

async function said<T>(address: string, ask: (asked: PrintedAddress) => Promise<Outcome<T>>): Promise<Said<T>> {
  const asked = printedAddress(address);
  if (asked === undefined) return { ok: false, reason: 'address' };
  const found = await ask(asked);
  return found.ok
    ? { ok: true, value: found.value }
    : { ok: false, reason: found.code === 'not-held' ? 'not-stored' : 'failed' };
}
