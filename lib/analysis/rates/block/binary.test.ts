import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import wabt from 'wabt';
import { LEGS_BINARY } from './binary';

describe('the binary of the vector instructions that make rates', () => {
  it('is what their text assembles to (`npm run assemble` makes it anew)', async () => {
    const assembler = await wabt();
    const text = readFileSync(new URL('./legs.wat', import.meta.url), 'utf8');
    const module = assembler.parseWat('legs.wat', text, { simd: true });
    expect(Buffer.from(module.toBinary({}).buffer).toString('base64')).toBe(LEGS_BINARY);
  });
});
