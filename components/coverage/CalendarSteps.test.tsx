import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AssetSteps, DaySteps } from './CalendarSteps';

const linksOf = (markup: string): readonly string[] =>
  [...markup.matchAll(/<a [^>]*href="([^"]*)"[^>]*>([^<]*)/g)].map(([, href = '', text = '']) => `${text}: ${href}`);

describe('the steps of the calendar', () => {
  const assets = { first: 41, last: 80, all: 600, page: 2, pages: 15 };
  const days = { first: '2025-09-10', last: '2025-10-10', earlier: '2025-09-09', later: '2025-11-10' };

  it('lead to the assets before and after, over the same days', () => {
    const markup = renderToStaticMarkup(<AssetSteps assets={assets} until="2025-10-10" />);
    expect(markup).toContain('Assets 41 to 80 of 600');
    expect(linksOf(markup)).toEqual([
      'Previous assets: /coverage?until=2025-10-10',
      'Next assets: /coverage?page=3&amp;until=2025-10-10',
    ]);
  });

  it('lead to earlier and later days of the same assets', () => {
    const markup = renderToStaticMarkup(<DaySteps asset={undefined} page={2} days={days} />);
    expect(markup).toContain('2025-09-10 to 2025-10-10, UTC days');
    expect(linksOf(markup)).toEqual([
      'Earlier days: /coverage?page=2&amp;until=2025-09-09',
      'Later days: /coverage?page=2&amp;until=2025-11-10',
    ]);
    expect(
      linksOf(renderToStaticMarkup(<DaySteps asset="ATOM" page={1} days={{ ...days, later: undefined }} />)),
    ).toEqual(['Earlier days: /coverage?asset=ATOM&amp;until=2025-09-09']);
  });

  it('end with the last page, and are none where all is shown', () => {
    const last = { first: 561, last: 600, all: 600, page: 15, pages: 15 };
    expect(linksOf(renderToStaticMarkup(<AssetSteps assets={last} until={undefined} />))).toEqual([
      'Previous assets: /coverage?page=14',
    ]);
    const all = { first: 1, last: 13, all: 13, page: 1, pages: 1 };
    expect(renderToStaticMarkup(<AssetSteps assets={all} until={undefined} />)).toBe('');
    const every = { ...days, earlier: undefined, later: undefined };
    expect(renderToStaticMarkup(<DaySteps asset="ATOM" page={1} days={every} />)).toBe('');
  });
});
