import { describe, expect, it } from 'vitest';
import { keysText, picturesUnsigned } from './signingKeys';

describe('what is said of keys', () => {
  it('lists each with its times', () => {
    const key = { algorithm: 'ed25519', publicKey: '', pem: '' } as const;
    const keys = [
      { ...key, id: 'sha256:ab', created: '2026-01-01T00:00:00.000Z', retired: '2027-01-01T00:00:00.000Z' },
      { ...key, id: 'sha256:cd', created: '2027-01-01T00:00:00.000Z', retired: null },
    ];
    expect(keysText({ keys })).toBe(
      'sha256:ab  from 2026-01-01T00:00:00.000Z to 2027-01-01T00:00:00.000Z, retired\nsha256:cd  since 2027-01-01T00:00:00.000Z\n',
    );
  });

  it('says why a picture has no seal, and the mend', () => {
    expect(picturesUnsigned('EROFS: read-only file system')).toBe(
      'Pictures are made without a seal: there is no signing key, and none could be written (EROFS: read-only file system). Make room there, or set PLUMBLINE_HOME to a folder that you may write to.',
    );
  });
});
