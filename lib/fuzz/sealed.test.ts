import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { verification } from '../api/verification';
import { nodeTools } from '../evidence/fileTools';
import { readEvidence } from '../sealed/bundle';
import type { Bytes } from '../sealed/bytes';
import { UnreadableFile } from '../sealed/evidence';
import { jpegSize } from '../sealed/imageKind';
import { verdictOf, type Instance } from '../sealed/verdict';
import { unseenIn } from '../domain/plainLine';
import { verificationText } from '../words/en/cli/verify';
import { fuzzed } from './testing/fuzzed';
import { mutants } from './testing/mutants';
import { anyDigestText, anyPng, anyZip, DIGEST_TEXTS, GENUINE, sealedList, sealedPng } from './testing/sealedFiles';

const COPY = readFileSync(path.join(import.meta.dirname, '..', 'cli', 'testing', 'copy.jpg'));

/** An instance that gives another digest for every address, so that texts of digests are compared. */
const instance: Instance = {
  simulated: false,
  now: (address) =>
    Promise.resolve({
      ok: true,
      value: {
        digest: 'sha256:other',
        digestText: address.startsWith('/lows') ? DIGEST_TEXTS.list : DIGEST_TEXTS.view,
        sentence: 'Now.',
        simulated: false,
        errata: [],
      },
    }),
  pictures: () => Promise.resolve({ ok: false, reason: 'failed' }),
  states: () => Promise.resolve({ ok: false, reason: 'failed' }),
};

/** A file is read, or refused with one of the known faults; what is said of it is what the contract says, and nothing of it is obeyed by a terminal. */
async function verified(bytes: Bytes): Promise<void> {
  try {
    const evidence = await readEvidence(bytes, nodeTools);
    const found = await verdictOf(evidence, { instance, keys: { keys: [] }, now: new Date(0) });
    verification.parse(found);
    expect(unseenIn(verificationText(found).replaceAll('\n', ''))).toEqual([]);
  } catch (failure) {
    if (!(failure instanceof UnreadableFile)) throw failure;
  }
}

describe('a file that a stranger drops on /verify', () => {
  fuzzed('is read or refused, whatever was changed in a genuine one', {
    perMille: 300,
    of: mutants(GENUINE),
    check: verified,
  });

  fuzzed('is read or refused, whatever chunks a PNG is made of', { perMille: 120, of: anyPng, check: verified });

  fuzzed('is read or refused, whatever files a zip holds and says of them', {
    perMille: 80,
    of: anyZip,
    check: verified,
  });

  fuzzed('is compared or not, whatever text a stranger sealed with a key of their own', {
    perMille: 60,
    of: anyDigestText,
    check: async (text) => {
      await verified(Uint8Array.from(sealedList(text)));
      await verified(Uint8Array.from(sealedPng({}, { text })));
    },
  });

  fuzzed('has a size or none, whatever was changed in a JPEG', {
    perMille: 40,
    of: mutants([COPY]),
    check: (bytes) => {
      const size = jpegSize(bytes);
      if (size !== undefined) expect(size.width <= 65_535 && size.height <= 65_535).toBe(true);
    },
  });

  fuzzed('is read or refused, whatever bytes it has', {
    perMille: 20,
    of: fc
      .tuple(fc.constantFrom('', '89504e470d0a1a0a', 'ffd8ff', '504b0304'), fc.uint8Array({ maxLength: 400 }))
      .map(([begin, rest]) => Uint8Array.from(Buffer.concat([Buffer.from(begin, 'hex'), rest]))),
    check: verified,
  });
});
