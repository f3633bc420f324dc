import { describe, expect, it } from 'vitest';
import { citation, minuteHead, otherAssets } from './minutePage';

const finding = { name: 'ATOM', sentence: 'ATOM fell.', method: 2, digest: 'sha256:ab', simulated: false };

describe('the words of a minute’s page', () => {
  it('cite the finding, the method and the digest it rests on, and where it is', () => {
    expect(citation(finding, 'https://a.example/ATOM')).toBe(
      'ATOM fell. Plumbline, ATOM, method version 2, sha256:ab. https://a.example/ATOM',
    );
    expect(citation({ ...finding, simulated: true }, 'https://a.example')).toMatch(/^SIMULATED\. ATOM fell\./);
  });

  it('say how many other assets were looked at in vain', () => {
    expect(otherAssets.none(0)).toBe('No other asset has data for this minute.');
    expect(otherAssets.none(1)).toBe('None of 1 other asset with data reached its entry level.');
    expect(otherAssets.none(12)).toBe('None of 12 other assets with data reached its entry level.');
  });

  it('name deeper minutes by their side', () => {
    expect(minuteHead.deeperStep('before', '21:19')).toBe('Last deeper minute before, 21:19 UTC');
    expect(minuteHead.deeperStep('after', '2025-10-11 00:05')).toBe('Next deeper minute, 2025-10-11 00:05 UTC');
  });
});
