import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it } from 'vitest';
import { brokenOff } from '@/lib/api/client/refused';
import { parseInstant } from '@/lib/domain/instant';
import type { Asset } from '@/lib/domain/market';
import { minute, minuteRange } from '@/lib/domain/minute';
import { promised } from '@/lib/domain/unit';
import { setInRehearsal, typedImport } from '@/lib/words/typed';
import { windowView } from '../links';
import { NoData } from '../overview/NoData';
import { Apology } from './Apology';
import { AsOf } from './AsOf';
import { AssetFilter } from './AssetFilter';
import { Commands } from './Commands';
import { EarlierForm } from './EarlierForm';
import { Failure } from './Failure';
import { Footer } from './Footer';
import { Ignored } from './Ignored';
import { Notes } from './Notes';
import { PictureLink } from './PictureLink';
import { OutLink } from './OutLink';
import { PageHead } from './PageHead';
import { Scroller, Section } from './Section';
import { SimulatedBanner } from './SimulatedBanner';

const html = (node: ReactNode): string => renderToStaticMarkup(node);
const links = (markup: string): readonly string[] =>
  [...markup.matchAll(/href="([^"]*)"/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&'));

describe('what stands around a page', () => {
  it('says when it shows an earlier state, and leads to the present one', () => {
    const at = promised(parseInstant('2026-01-31T08:15Z'));
    const markup = html(<AsOf at={at} now="/ATOM" />);
    expect(markup).toMatch(/As known at <span[^>]*>2026-01-31<\/span> 08:15/);
    expect(links(markup)).toEqual(['/ATOM']);
    expect(html(<AsOf at={undefined} now="/ATOM" />)).toBe('');
  });

  it('names each part of an address that was ignored, and nothing where none was', () => {
    expect(html(<Ignored ignored={['a', 'b']} />)).toMatch(/role="alert".*<li[^>]*>a<\/li><li[^>]*>b<\/li>/);
    expect(html(<Ignored ignored={[]} />)).toBe('');
  });

  it('says that an address has an earlier form, and nothing of one of today', () => {
    expect(html(<EarlierForm form={1} />)).toMatch(/role="status".*form of version 1.*by version 2 of the method/);
    expect(html(<EarlierForm form={undefined} />)).toBe('');
  });

  it('lists what a reader must know before the numbers', () => {
    expect(html(<Notes notes={['few venues']} />)).toContain('<li>few venues</li>');
    expect(html(<Notes notes={[]} />)).toBe('');
  });

  it('speaks a failure aloud', () => {
    expect(html(<Failure of={new Error('OKX did not answer')} />)).toMatch(/^<p role="alert"[^>]*>OKX did not answer</);
    // Where the server is away a person is told what to do, and no address of the API.
    expect(html(<Failure of={brokenOff('/api/v1/deviations?asset=ATOM')} />)).toMatch(
      /^<p role="alert"[^>]*>The server cannot be reached\. Check your connection, then reload the page\.</,
    );
  });

  afterEach(() => {
    setInRehearsal(false);
  });

  it('says which commands bring data in; in a rehearsal as typed for one, which takes no files', () => {
    const typed = (markup: string): readonly string[] =>
      [...markup.matchAll(/<code[^>]*>(.*?)<\/code>/g)].map(([, inner = '']) => inner.replaceAll(/<[^>]*>/g, ''));
    const shown = (is: boolean, node: ReactNode) => {
      setInRehearsal(is);
      return typed(html(node));
    };
    const preset = 'npm run -s plumbline -- ingest --preset crash-2025-10-10';
    const window = 'npm run -s plumbline -- ingest ATOM --from 2025-10-10T20:00Z --to 2025-10-11T00:00Z';
    const file = 'npm run -s plumbline -- import FILE.csv --venue binance --market ATOM/USDT';
    expect(shown(false, <NoData />)).toEqual([preset, window, file]);
    expect(shown(true, <NoData />)).toEqual([`${preset} --rehearsal`, `${window} --rehearsal`]);
    const missing = (
      <Commands lead="To fetch it:" commands={[typedImport('FILE.csv --venue binance --market ATOM/USDT')]} />
    );
    expect(shown(false, missing)).toEqual([file]);
    setInRehearsal(true);
    expect(html(missing)).toBe('');
  });

  it.each([true, false])('stamps the foot of a page as simulated: %s', (simulated) => {
    expect(html(<Footer simulated={simulated} />).includes('SIMULATED')).toBe(simulated);
  });

  it('stamps the head of a page whose prices no exchange published', () => {
    expect(html(<SimulatedBanner />)).toMatch(/SIMULATED.*No exchange published these prices\./);
  });

  it('leads on from a page that has to say no', () => {
    expect(links(html(<Apology title="Not found">x</Apology>))).toEqual(['/']);
  });
});

describe('the way between the pages on the stored data', () => {
  const assets = [
    { asset: 'ATOM', name: 'ATOM' },
    { asset: 'DOGE', name: 'DOGE' },
  ];

  it('writes an asset as people do, its address as the data does', () => {
    const markup = html(
      <AssetFilter path="/coverage" assets={[{ asset: 'USDE', name: 'USDe' }]} current={undefined} />,
    );
    expect(links(markup)).toEqual(['/coverage', '/coverage?asset=USDE']);
    expect(markup).toContain('>USDe</a>');
  });

  it('keeps the moment from one asset to the next, and marks the present one', () => {
    const markup = html(<AssetFilter path="/coverage" assets={assets} current="DOGE" asOf="2026-01-31T08:15Z" />);
    expect(links(markup)).toEqual([
      '/coverage?asOf=2026-01-31T08:15Z',
      '/coverage?asset=ATOM&asOf=2026-01-31T08:15Z',
      '/coverage?asset=DOGE&asOf=2026-01-31T08:15Z',
    ]);
    expect(markup).toMatch(/aria-current="page"[^>]*>DOGE</);
    expect(html(<AssetFilter path="/coverage" assets={assets} current={undefined} />)).toMatch(
      /aria-current="page"[^>]*>All assets</,
    );
  });

  it('leads from a page of one asset to its chart, its other side and its answer', () => {
    const head = (asset: string | undefined): readonly string[] =>
      links(
        html(
          <PageHead title="t" asset={asset} other="/revisions" answer="/api/v1/coverage">
            x
          </PageHead>,
        ),
      );
    expect(head('ATOM')).toEqual(['/ATOM', '/revisions?asset=ATOM', '/api/v1/coverage']);
    expect(head(undefined)).toEqual(['/revisions', '/api/v1/coverage']);
  });

  it('offers a picture as usual, and behind it in every frame, light and dark', () => {
    const range = minuteRange(minute(29_334_540), minute(29_334_600));
    const view = windowView('ATOM' as Asset, { range, asOf: undefined });
    const [usual, ...others] = links(html(<PictureLink view={view} />));
    expect(usual).toMatch(/^\/api\/v1\/charts\/ATOM\.png\?v=3.*scale=auto$/);
    expect(others.map((href) => href.slice(usual?.length))).toEqual(
      ['', '&size=square', '&size=card', '&size=page', '&size=sheet'].flatMap((size) => [size, `${size}&theme=dark`]),
    );
  });

  it('tells a picture from an answer', () => {
    expect(html(<OutLink href="/x" kind="picture" />)).toContain('PNG');
    expect(html(<OutLink href="/x" kind="answer" />)).toContain('JSON');
  });
});

it('names a section by its title, and a table for those who hear it and those who reach it by keyboard', () => {
  const markup = html(
    <Section id="falls" title="Falls">
      <Scroller label="Falls">x</Scroller>
    </Section>,
  );
  expect(markup).toContain('<section aria-labelledby="falls">');
  expect(markup).toContain('role="region" aria-label="Table: Falls" tabindex="0"');
});
