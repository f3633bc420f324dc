import { describe, expect, it } from 'vitest';
import type { Venue } from '../domain/market';
import { Market } from '../claims/audit/market';
import { statementOf, surveyed } from '../claims/audit/run';
import { decimalIn } from '../domain/decimal';
import { NoLines, NotUtf8, recognise, type ClaimFile } from '../claims/reading/file';
import { fuzzed } from './testing/fuzzed';
import { EXPORTS, textsLike } from './testing/importedFiles';

/** A file that comes in pieces of so many bytes. */
const fileOf = (bytes: Uint8Array, piece = 4_096): ClaimFile => ({
  name: 'export.csv',
  // oxlint-disable-next-line typescript/require-await -- as a browser's file gives its bytes
  chunks: async function* () {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  },
});

/** An export is surveyed and audited, each row a fill, another row or a flaw; or it is none. */
async function audited(bytes: Uint8Array): Promise<void> {
  const file = fileOf(bytes);
  const said = { venue: 'binance' as Venue, zone: 0 };
  try {
    const found = await recognise(file, said);
    if (found === undefined) return;
    const reading = { file, layout: found.layout, said };
    const read = await surveyed([reading], undefined);
    await statementOf(read, new Market(), { mostShown: 50 });
  } catch (failure) {
    if (!(failure instanceof NoLines || failure instanceof NotUtf8)) throw failure;
  }
}

describe('an export of fills that a stranger drops', () => {
  fuzzed('is audited or none, whatever its lines and cells', { perMille: 40, of: textsLike(EXPORTS), check: audited });

  it('has no number that takes room for each of a million places', async () => {
    const long = `1.${'0'.repeat(200_000)}1`;
    expect(decimalIn(long)).toBeUndefined();
    const [text = ''] = EXPORTS;
    await audited(Buffer.from(text.replace('3.51', long)));
  });
});
