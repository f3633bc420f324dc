import { mkdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { writingHome } from './homeWrite';

describe('what is written into the home', () => {
  it('is one line with its mend where the system does not let it', async () => {
    await expect(writingHome(mkdir('/dev/null/keys'))).rejects.toThrow(
      /^the home could not be written to: ENOTDIR: .*'\/dev\/null\/keys'; run as its owner, make room there, or set PLUMBLINE_HOME to another folder$/,
    );
  });

  it('passes on what came of it, and any other failure', async () => {
    await expect(writingHome(Promise.resolve('done'))).resolves.toBe('done');
    const broken = new Error('no key file of this version');
    await expect(writingHome(Promise.reject(broken))).rejects.toBe(broken);
  });
});
