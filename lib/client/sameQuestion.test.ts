import { describe, expect, it } from 'vitest';
import type { AssetCoverage } from '../domain/assetCoverage';
import type { AssetNature } from '../domain/asset';
import type { Asset, Venue } from '../domain/market';
import { minute, minuteRange, parseMinute } from '../domain/minute';
import { promised } from '../domain/unit';
import { searchOf } from '../permalink/query';
import { readView } from '../permalink/readView';
import { minuteQuestion, viewPath, type View } from '../permalink/view';
import { deviationsQuery } from './deviations';
import { minuteQuery } from './minute';

const coverage = (code: string, nature: AssetNature = { kind: 'plain' }): AssetCoverage => ({
  entry: { asset: code as Asset, name: code, nature },
  venues: ['binance', 'coinbase', 'okx'].map((id) => ({
    venue: id as Venue,
    spot: true,
    books: [{ quote: 'USDT', kind: 'spot' as const }],
  })),
  window: minuteRange(minute(29_334_960), minute(29_335_200)),
});

/** The query as Next hands it to a page on the server: a name given twice is a list. */
function onTheServer(query: string): Promise<Readonly<Record<string, string | string[]>>> {
  const search = new URLSearchParams(query);
  return Promise.resolve(
    Object.fromEntries(
      [...new Set(search.keys())].map((name) => {
        const values = search.getAll(name);
        return [name, values.length === 1 ? (values[0] ?? '') : values];
      }),
    ),
  );
}

const MINUTE = '2025-10-10T21:20Z';

const QUERIES = [
  '',
  'v=1&from=2025-10-10T20:00Z&to=2025-10-11T00:00Z&venues=binance,okx',
  'v=3&m=2&reference=all&bloc=USDT',
  'v=1&reference=vwm',
  'bloc=USDT',
  'bloc=EUR',
  'reference=venue:okx&bloc=USDT',
  'm=1',
  'colour=red',
  'fbclid=IwAR0&utm_source=x',
  'minPeers=one',
  'v=99',
  'from=2025-10-11T00:00Z&to=2025-10-10T20:00Z',
  'minPeers=4&minPeers=5',
  'venues=binance,mtgox&focus=mtgox',
  'reference=venue:mtgox',
  'reference=wrapped',
  'markets=okx:EUR',
  'enter=0.05&colour=red',
  'asOf=2026-01-31T08:15Z&colour=red',
  'asOf=yesterday',
];

describe('the server and the browser ask the same question of one address', () => {
  it.each(QUERIES)('/ATOM?%s', async (query) => {
    const covered = coverage('ATOM');
    const server = readView({ minute: undefined, search: searchOf(await onTheServer(query)) }, covered);
    const browser = readView({ minute: undefined, search: new URLSearchParams(query) }, covered);
    expect(deviationsQuery(browser.view.question).queryKey).toEqual(deviationsQuery(server.view.question).queryKey);
    expect(browser).toEqual(server);
  });

  it.each(QUERIES)(`/ATOM/${MINUTE}?%s`, async (query) => {
    const covered = coverage('ATOM');
    const at = promised(parseMinute(MINUTE));
    const keyOf = ({ view }: { readonly view: View }) => minuteQuery(minuteQuestion(view, at), at).queryKey;
    const server = readView({ minute: MINUTE, search: searchOf(await onTheServer(query)) }, covered);
    const browser = readView({ minute: MINUTE, search: new URLSearchParams(query) }, covered);
    expect(keyOf(browser)).toEqual(keyOf(server));
    expect(deviationsQuery(browser.view.question).queryKey).toEqual(deviationsQuery(server.view.question).queryKey);
  });

  it('names every venue there is data from where the address names none, and says what it ignored', () => {
    const { view, ignored } = readView(
      { minute: undefined, search: new URLSearchParams('colour=red') },
      coverage('ATOM'),
    );
    expect(view.question.venues).toEqual(['binance', 'coinbase', 'okx']);
    expect(ignored).toEqual([{ kind: 'unknown-name', name: 'colour' }]);
  });

  it('asks of a minute what the address of its machine-readable answer asks: without an entry level', () => {
    const { view } = readView({ minute: MINUTE, search: new URLSearchParams('enter=0.05') }, coverage('ATOM'));
    expect(minuteQuestion(view, promised(parseMinute(MINUTE))).enter).toBe(0.02);
    expect(viewPath(view)).toContain('enter=0.05');
  });
});

describe('an asset that a user registered', () => {
  const wrapped = { kind: 'wrapped', underlying: 'ETH' as Asset, accrues: true } as const;

  it.each([
    ['wrapped', wrapped],
    ['peg', { kind: 'pegged' }],
    ['peg', { kind: 'stable', of: 'USD' }],
  ] as const)('takes reference=%s by the nature that comes with its coverage', (reference, nature) => {
    const search = new URLSearchParams(`reference=${reference}`);
    const read = readView({ minute: undefined, search }, coverage('XYZETH', nature));
    expect(read.view.question.reference).toEqual({ kind: reference });
    expect(read.ignored).toEqual([]);
  });

  it('of which the registry says otherwise than it ships is read as the user says', () => {
    const search = new URLSearchParams('reference=wrapped');
    const read = readView({ minute: undefined, search }, coverage('WBETH', { kind: 'plain' }));
    expect(read.view.question.reference).toEqual({ kind: 'others' });
    expect(read.ignored).toEqual([{ kind: 'refused', refusal: { kind: 'no-underlying', asset: 'WBETH' } }]);
  });
});
