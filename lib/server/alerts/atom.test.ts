import { describe, expect, it } from 'vitest';
import type { Alert } from '../../api/alerts';
import { elementsIn } from './testing/xml';
import { atomFeed } from './atom';

const figures = {
  market: 'ATOM/USDT',
  start: '2025-10-09T12:00Z',
  end: '2025-10-09T12:03Z',
  minutesBeyond: 3,
  peak: -0.1,
  peakMinute: '2025-10-09T12:02Z',
  peakPrice: 3.6,
  peakReference: 4,
  peersAtPeak: 5,
  certainty: 'certain',
  uncertaintyAtPeak: 0.001,
  rateRuleAtPeak: 'legs',
} as const;
const change = (sequence: number, state: Alert['state'], more: Partial<Alert['changes'][number]> = {}) => ({
  sequence,
  state,
  reason: null,
  recorded: `2025-10-09T12:0${String(sequence)}Z`,
  judgedTo: '2025-10-09T12:03Z',
  address: '/ATOM?from=2025-10-09T11:00Z&to=2025-10-09T12:03Z&focus=okx',
  digest: `sha256:${'0'.repeat(64)}`,
  figures,
  ...more,
});
const alert = (more: Partial<Alert> = {}): Alert => ({
  id: '00000000-0000-8000-8000-000000000001',
  rule: {
    id: '0123456789ab',
    assets: null,
    venues: null,
    side: null,
    depth: 0.05,
    minutes: 3,
    peers: 5,
    certainty: ['certain'],
  },
  asset: 'ATOM',
  venue: 'okx',
  side: 'below',
  state: 'confirmed',
  changes: [change(2, 'confirmed'), change(1, 'pending')],
  ...more,
});
const REAL = { simulated: false, origin: undefined } as const;
/** Texts of the elements at a path, in order. */
const texts = (feed: string, path: string): readonly string[] =>
  elementsIn(feed).flatMap((one) => (one.path === path ? [one.text] : []));
const hrefs = (feed: string): readonly (string | undefined)[] =>
  elementsIn(feed).flatMap((one) => (one.path.endsWith('link') ? [one.attributes['href']] : []));

describe('the feed of alerts', () => {
  it('has what RFC 4287 asks of a feed and of every entry, once each', () => {
    const feed = atomFeed([alert(), alert({ id: '00000000-0000-8000-8000-000000000002' })], REAL);
    for (const name of ['id', 'title', 'updated', 'author name']) expect(texts(feed, `feed ${name}`)).toHaveLength(1);
    for (const name of ['id', 'title', 'updated', 'published', 'summary'])
      expect(texts(feed, `feed entry ${name}`)).toHaveLength(2);
    expect(elementsIn(feed)[0]?.attributes['xmlns']).toBe('http://www.w3.org/2005/Atom');
    for (const time of [...texts(feed, 'feed updated'), ...texts(feed, 'feed entry updated')])
      expect(time).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/);
  });

  it('says an alert once, under an id that stays, at the time of its last change', () => {
    const before = atomFeed([alert({ state: 'pending', changes: [change(1, 'pending')] })], REAL);
    const after = atomFeed([alert()], REAL);
    expect(texts(after, 'feed entry id')).toEqual(texts(before, 'feed entry id'));
    expect(texts(after, 'feed id')).toEqual(texts(before, 'feed id'));
    expect(texts(before, 'feed updated')).toEqual(['2025-10-09T12:01:00Z']);
    expect(texts(after, 'feed updated')).toEqual(['2025-10-09T12:02:00Z']);
    expect(texts(after, 'feed entry published')).toEqual(['2025-10-09T12:01:00Z']);
    expect(texts(after, 'feed entry title')).toEqual([
      'Confirmed: ATOM on OKX, 10.00 % below its reference, from 2025-10-09 12:00 UTC',
    ]);
    expect(hrefs(after)).toContain('/ATOM?from=2025-10-09T11:00Z&to=2025-10-09T12:03Z&focus=okx');
  });

  it('says why an alert was withdrawn, with the figures seen last', () => {
    const changes = [change(2, 'withdrawn', { reason: 'revised', figures: null }), change(1, 'confirmed')];
    const feed = atomFeed([alert({ state: 'withdrawn', changes })], REAL);
    expect(texts(feed, 'feed entry title')[0]).toContain('Withdrawn: ATOM on OKX, 10.00 % below');
    expect(texts(feed, 'feed entry summary')[0]).toContain('by candles that came or changed later');
  });

  it('marks simulated alerts wherever a reader of feeds shows a text', () => {
    const feed = atomFeed([alert()], { ...REAL, simulated: true });
    for (const path of ['feed title', 'feed entry title', 'feed entry summary'])
      expect(texts(feed, path), path).toEqual([expect.stringMatching(/^SIMULATED/)]);
  });

  it('writes a name of any signs as text', () => {
    const feed = atomFeed([alert({ venue: '<b>&"x"' })], REAL);
    expect(texts(feed, 'feed entry title')[0]).toContain('<b>&"x"');
  });

  it('without an alert never changed', () => {
    expect(texts(atomFeed([], REAL), 'feed updated')).toEqual(['1970-01-01T00:00:00Z']);
  });
});
