import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { ScanFields } from '@/lib/permalink/scan';
import type { Wrong } from '@/lib/permalink/wrongFields';
import { ScanForm } from './ScanForm';

const drawn = (fields: ScanFields, wrong?: Wrong): string =>
  renderToStaticMarkup(
    <ScanForm fields={fields} venues={['binance', 'okx']} assets={['ATOM', 'WBETH']} wrong={wrong} />,
  );
/** The lines that are chosen, in the order of the lists. */
const chosen = (html: string): readonly string[] =>
  [...html.matchAll(/<option[^>]* selected="">([^<]*)/g)].map(([, text = '']) => text);

describe('the form of the scan', () => {
  it('chooses nothing where the address names nothing', () => {
    expect(chosen(drawn({}))).toEqual([
      'depth',
      'each asset’s own reference',
      'all assets',
      'all venues',
      'all kinds',
      'below and above',
      'any',
      'entry level',
      'any number',
    ]);
  });

  it('chooses what the address names', () => {
    const html = drawn({
      from: '2025-10-10T20:00Z',
      rank: 'area',
      reference: 'peg',
      assets: 'WBETH',
      venues: 'okx',
      kinds: 'perp',
      side: 'above',
      certainty: 'weak',
      depth: '0.1',
      peers: '5',
    });
    expect(chosen(html)).toEqual([
      'area',
      'the peg (pegged assets)',
      'WBETH',
      'OKX',
      'perpetual',
      'above only',
      'beyond it, on a weak rate',
      '10 %',
      '5 or more',
    ]);
    expect(html).toContain('value="2025-10-10 20:00"');
  });

  it('keeps what its lists do not have', () => {
    const html = drawn({ assets: 'ATOM,WBETH', venues: 'mtgox', depth: '0.07', peers: '4', kinds: 'mark,index' });
    expect(chosen(html)).toEqual(
      expect.arrayContaining(['ATOM,WBETH', 'mtgox', '0.07', '4', 'mark,index']) as readonly string[],
    );
  });

  it('carries the moment as of which the data is shown', () => {
    expect(drawn({ asOf: '2026-01-31T08:15Z' })).toContain(
      '<input type="hidden" name="asOf" value="2026-01-31T08:15Z"/>',
    );
    expect(drawn({})).not.toContain('asOf');
  });

  it('says what is wrong beside its fields', () => {
    const html = drawn({ venues: 'x y' }, { text: 'too long', fields: ['venues'] });
    expect(html).toContain('<p id="scan-wrong" role="alert"');
    expect(html).toMatch(/name="venues"[^>]* aria-invalid="true" aria-describedby="scan-wrong"/);
    expect(html.match(/aria-invalid="true"/g)).toHaveLength(1);
  });
});
