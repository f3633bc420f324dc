import type { Bytes } from '../bytes';
import type { AlteredFact } from '../sealText';
import type { Tools } from '../tools';
import type { FoundStamp } from './stamp';

/** Answers of authorities have some kilobytes, their certificates among them; whoever asks several asks two or three. */
const MOST = { bytes: 64 * 1024, stamps: 16 } as const;

/** Reads stamps over some bytes. The library for it is loaded where there is one. Those that no authority answers, and those behind the first sixteen, are not read. */
export async function foundStamps(
  stamps: readonly (Pick<FoundStamp, 'name' | 'fact'> & { readonly answer: Bytes })[],
  data: Bytes,
  tools: Pick<Tools, 'sha256'>,
): Promise<readonly FoundStamp[]> {
  if (stamps.length === 0) return [];
  const [{ readStamp }, sha256] = await Promise.all([import('./timeStamp'), tools.sha256(data)]);
  return Promise.all(
    stamps.map(async ({ name, fact, answer }, i): Promise<FoundStamp> => {
      const isRead = i < MOST.stamps && answer.length <= MOST.bytes;
      return {
        name,
        fact,
        read: isRead ? await readStamp(answer, { data, sha256 }) : { ok: false, fault: 'unreadable' },
      };
    }),
  );
}

/** Those that are not of these bytes, or not signed as they say. */
export const alteredStamps = (stamps: readonly FoundStamp[]): readonly AlteredFact[] =>
  stamps.flatMap(({ fact, read }) =>
    read.ok || read.fault === 'unchecked' ? [] : [{ name: fact, sealed: undefined, found: read.fault }],
  );
