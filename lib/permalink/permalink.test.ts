import { describe, expect, it } from 'vitest';
import { minute, minuteRange } from '../domain/minute';
import { readPermalink } from './permalink';
import { shortAddress } from './short/short';
import { viewPath } from './view';

const WINDOW = minuteRange(minute(0), minute(60));
const ADDRESS =
  '/ATOM?v=3&m=2&from=2025-10-10T20:00Z&to=2025-10-11T00:00Z&reference=others&bloc=all&rate=usd&minPeers=3&enter=0.02&scale=linear';

const meant = (text: string): string => {
  const read = readPermalink(text, WINDOW);
  return read.kind === 'view' ? viewPath(read.written.view) : read.kind;
};

describe('a pasted permalink', () => {
  it.each([
    ['as a path', ADDRESS],
    ['as a whole address', `https://plumbline.example${ADDRESS}`],
    ['as a query', ADDRESS.replace('/ATOM?', 'asset=ATOM&')],
    ['as a short address', `https://plumbline.example${shortAddress(ADDRESS) ?? ''}`],
    ['with a full stop behind', `https://plumbline.example${ADDRESS}.`],
    ['with what a network appended', `${ADDRESS}&utm_source=x`],
    ['as HTML writes it', ADDRESS.replaceAll('&', '&amp;')],
  ])('%s', (_how, text) => {
    expect(meant(text)).toBe(ADDRESS);
  });

  it('with two slashes, which would begin the name of a host, is read as with one', () => {
    expect(meant(`https://plumbline.example/${ADDRESS}`)).toBe(ADDRESS);
    expect(meant('https://plumbline.example//ATOM%25%25')).toBe('no-asset');
  });

  it('of a page of many assets names no asset: LOWS is none', () => {
    for (const page of ['lows', 'scan', 'compare', 'venues/binance', 'events/2025-10-10'])
      expect(meant(`/${page}?from=2025-10-10T20:00Z&to=2025-10-11T00:00Z`)).toBe('no-asset');
    expect(meant('/LOWS?from=2025-10-10T20:00Z&to=2025-10-11T00:00Z')).toMatch(/^\/LOWS\?/);
  });

  it('that is a short address cut short says so', () => {
    expect(meant((shortAddress(ADDRESS) ?? '').slice(0, -1))).toBe('broken-short-address');
  });
});
