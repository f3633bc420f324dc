import type { PublishedKeys } from '../../api/signingKeys';
import type { Verification } from '../../api/verification';
import { nodeTools } from '../../evidence/fileTools';
import { readEvidence } from '../../sealed/bundle';
import type { Bytes } from '../../sealed/bytes';
import type { Evidence } from '../../sealed/evidence';
import { fileKind } from '../../sealed/imageKind';
import { zipEntries } from '../../sealed/zipFile';
import { stampsAmong, type StampInBundle } from '../stamps/stampedFiles';
import { verdictOf, type Instance, type Said } from '../../sealed/verdict';
import type { Context } from '../context';
import type { Outcome } from '../http/outcome';
import { listOf } from '../../permalink/lists';
import { listNow, listPicturesNow, type AskedList } from './list';
import { askedAddress, type AskedAddress } from './address';
import { addressNow, picturesNow } from './now';
import { earlierStates } from './states';

export { UnreadableFile, type Evidence } from '../../sealed/evidence';
export { asks } from '../../sealed/verdict';

/** What a picture or a bundle shows by itself; a time stamp that does not fit its manifest counts as altered. Throws `UnreadableFile`. */
export async function evidenceIn(bytes: Bytes, stamps: readonly StampInBundle[] = []): Promise<Evidence> {
  const evidence = await readEvidence(bytes, nodeTools);
  if (evidence.kind !== 'sealed') return evidence;
  const { altered } = evidence;
  const facts = stamps.flatMap(({ file, fault }) =>
    fault === null ? [] : [{ name: file, sealed: undefined, found: fault }],
  );
  return { ...evidence, altered: { ...altered, facts: [...altered.facts, ...facts] } };
}

/** The time stamps of a bundle; none of a picture, and of what is no zip that can be read. */
export async function stampsIn(bytes: Bytes): Promise<readonly StampInBundle[]> {
  const files = fileKind(bytes) === 'zip' ? zipEntries(bytes) : [];
  return typeof files === 'string' ? [] : stampsAmong(files);
}

/** What a file shows by itself, and beside what is stored now. `context`: where `asks` names a database; `keys`: whose seals are known. */
export const verify = (
  evidence: Evidence,
  { context, keys }: { readonly context: Context | undefined; readonly keys: PublishedKeys },
): Promise<Verification> =>
  verdictOf(evidence, { instance: context === undefined ? undefined : instanceOf(context), keys });

/** This instance, asked in its own process. */
const instanceOf = (context: Context): Instance => ({
  simulated: context.simulated,
  now: (address) =>
    said(
      address,
      (asked) => addressNow(context, asked),
      (asked) => listNow(context, asked),
    ),
  pictures: (address, key, look) =>
    said(
      address,
      (asked) => picturesNow(context, asked, { keys: [key], look }),
      (asked) => listPicturesNow(context, asked, { keys: [key], look }),
    ),
  states: (address, lines) => said(address, (asked) => earlierStates(context, asked, lines)),
});

async function said<T>(
  address: string,
  ask: (asked: AskedAddress) => Promise<Outcome<T>>,
  askList?: (asked: AskedList) => Promise<Outcome<T>>,
): Promise<Said<T>> {
  const [asked, list] = [askedAddress(address), listOf(address)];
  const asking = asked !== undefined ? ask(asked) : list === undefined ? undefined : askList?.({ address, list });
  if (asking === undefined) return { ok: false, reason: 'address' };
  const found = await asking;
  return found.ok
    ? { ok: true, value: found.value }
    : { ok: false, reason: found.code === 'not-held' ? 'not-stored' : 'failed' };
}
