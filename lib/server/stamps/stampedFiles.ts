import { stampList, type StampSaid } from '../../words/en/stampList';
import type { Files } from '../bundle/zip';
import { stampedBy, type Authority, type Stamped } from './authorities';

const MANIFEST = 'manifest-sha256.txt';
const ENDING = '.tsr';
const fileOf = (name: string, ending: string): string => `${MANIFEST}.${name}${ending}`;

/** What belongs beside a manifest that was stamped, and what each authority did. */
export interface Stamps {
  readonly beside: Files;
  readonly stamped: readonly Stamped[];
}

/**
 * Asks for stamps over a manifest: what each authority answered (`.tsr`), the certificates in it (`.pem`), and a list of who stamped when, and who did
 * not. Never the same bytes twice. A slow authority is given up after `timeoutMs`.
 */
export async function stampsOver(
  manifest: Buffer,
  authorities: readonly Authority[],
  timeoutMs?: number,
): Promise<Stamps> {
  const stamped = await stampedBy(authorities, manifest, timeoutMs);
  const answers = stamped.flatMap((one): readonly (readonly [string, Buffer])[] =>
    one.ok
      ? [
          [fileOf(one.authority.name, ENDING), Buffer.from(one.answer)],
          [fileOf(one.authority.name, '.pem'), Buffer.from(one.stamp.certificates.join(''))],
        ]
      : [],
  );
  const list = stampList(stamped.map(saidOf));
  return { beside: new Map([...answers, [fileOf('stamps', '.txt'), Buffer.from(list)]]), stamped };
}

/** The files of a bundle with stamps over their manifest. */
export async function withStamps(
  files: Files,
  ...asked: readonly [authorities: readonly Authority[], timeoutMs?: number]
): Promise<{ readonly files: Files; readonly stamped: readonly Stamped[] }> {
  const manifest = files.get(MANIFEST);
  if (manifest === undefined) throw new RangeError('a bundle without a manifest cannot be stamped');
  const { beside, stamped } = await stampsOver(manifest, ...asked);
  return { files: new Map([...files, ...beside]), stamped };
}

/** What words say of an authority. */
export const saidOf = (one: Stamped): StampSaid =>
  one.ok
    ? { name: one.authority.name, ok: true, time: one.stamp.time, authority: one.stamp.authority }
    : { name: one.authority.name, ok: false, fault: one.fault, status: one.status };
