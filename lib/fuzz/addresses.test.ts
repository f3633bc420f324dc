import { describe, expect } from 'vitest';
import { NextRequest } from 'next/server';
import { proxy } from '../../proxy';
import { assetEntry } from '../domain/asset';
import type { AssetCoverage } from '../domain/assetCoverage';
import { EVENTS_SPAN } from '../domain/events/presets';
import type { Asset, Venue } from '../domain/market';
import { parseRange } from '../domain/minute';
import { promised } from '../domain/unit';
import { readComparison } from '../permalink/compare';
import { formRoute, namedForm } from '../permalink/forms';
import { languageOf, withLanguage } from '../permalink/language';
import { listOf, listPath } from '../permalink/lists';
import { mendedApiAddress } from '../permalink/mended/apiAddress';
import { mendedAddress } from '../permalink/mended/mended';
import { exhibitsIn, readExhibit } from '../permalink/pack';
import { destinations } from '../permalink/palette/destinations';
import { readPermalink } from '../permalink/permalink';
import { readLook } from '../permalink/pictureLook';
import { readQuestion } from '../permalink/question';
import { readStrictly, searchIn } from '../permalink/query';
import { readView } from '../permalink/readView';
import { addressOfShort, shortAddress } from '../permalink/short/short';
import { readTypedWindow, typedMinutePath } from '../permalink/typed';
import { viewPath } from '../permalink/view';
import { costOf } from '../server/guard/cost';
import { headersFor } from '../server/guard/headers';
import { keyOf } from '../server/kept/address';
import { anyAddress, anyQuery, anyValue } from './testing/addresses';
import { fuzzed } from './testing/fuzzed';

const ORIGIN = 'https://plumbline.example';
const WINDOW = promised(parseRange('2025-10-10T20:00Z', '2025-10-11T00:00Z'));
const COVERAGE: AssetCoverage = {
  entry: assetEntry('ATOM' as Asset),
  venues: ['binance', 'kraken'].map((venue) => ({
    venue: venue as Venue,
    spot: true,
    books: [{ kind: 'spot', quote: 'USDT' }],
  })),
  window: WINDOW,
};
const SCENE = {
  assets: [{ asset: 'ATOM', name: 'Cosmos', venues: ['binance', 'kraken'], range: EVENTS_SPAN }],
  pages: [{ page: 'lows', name: 'Lows' }],
  here: { pathname: '/ATOM', search: '' },
};

/** Whoever is sent there stays on this site. */
function staysHere(address: string | undefined): void {
  if (address !== undefined) expect(new URL(address, ORIGIN).origin).toBe(ORIGIN);
}

const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

describe('an address that anybody may write', () => {
  fuzzed('is sent on within this site, answered or refused, and never breaks what stands before the pages', {
    perMille: 80,
    of: anyAddress,
    check: (address) => {
      if (!URL.canParse(address, ORIGIN)) return;
      const url = new URL(address, ORIGIN);
      // `data:x` is an address of another kind; a request's path begins with a slash.
      if (!url.pathname.startsWith('/')) return;
      const response = proxy(new NextRequest(`${ORIGIN}${url.pathname}${url.search}`));
      expect(response.status).toBeLessThan(500);
      const location = response.headers.get('location');
      if (location !== null) {
        staysHere(location);
        expect(isAscii(location)).toBe(true);
      }
    },
  });

  fuzzed('is mended within this site, and what is mended needs no mending', {
    perMille: 60,
    of: anyAddress,
    check: (address) => {
      const meant = mendedAddress(address);
      if (meant !== undefined) {
        if (address.startsWith('/')) staysHere(meant);
        expect(mendedAddress(meant)).toBeUndefined();
      }
      const ofApi = mendedApiAddress(address);
      staysHere(ofApi);
      if (ofApi !== undefined) expect(mendedApiAddress(ofApi)).toBeUndefined();
    },
  });

  fuzzed('is read as a permalink, a short address, an exhibit and a list, or as none', {
    perMille: 60,
    of: anyAddress,
    check: (address) => {
      const read = readPermalink(address, WINDOW);
      if (read.kind === 'view' && read.written.ignored.length === 0) {
        const path = viewPath(read.written.view);
        staysHere(path);
        const short = shortAddress(path);
        if (short !== undefined) expect(addressOfShort(short)).toBe(path);
      }
      staysHere(addressOfShort(address));
      readExhibit(address, WINDOW);
      const list = listOf(address);
      if (list !== undefined) expect(listOf(listPath(list))).toEqual(list);
    },
  });

  fuzzed('costs a number of points, has headers and a key', {
    perMille: 20,
    of: anyAddress,
    check: (address) => {
      const cost = costOf(address);
      expect(Number.isInteger(cost) && cost >= 1).toBe(true);
      for (const value of Object.values(headersFor(address, {}))) expect(isAscii(value)).toBe(true);
      keyOf({ method: 'GET', url: address, headers: {} });
      staysHere(formRoute(address));
      namedForm(address);
      languageOf(address.startsWith('/') ? `${ORIGIN}${address}` : ORIGIN);
    },
  });

  fuzzed(
    'has a query that is read into a view, a question, a look, a comparison and exhibits, each with what was ignored or refused',
    {
      perMille: 60,
      of: anyQuery,
      check: (query) => {
        const { view } = readView({ minute: undefined, search: searchIn(query) }, COVERAGE);
        staysHere(viewPath(view));
        const fields = readStrictly(query, 4_096);
        exhibitsIn(searchIn(query));
        staysHere(withLanguage(`/ATOM?${query}`, 'ko'));
        if (!fields.ok) return;
        readQuestion(fields.value);
        readLook(fields.value);
        readComparison(fields.value);
      },
    },
  );

  fuzzed('is typed into the palette and into fields, and leads nowhere but to this site', {
    perMille: 40,
    of: anyValue,
    check: (typed) => {
      for (const { path } of destinations(typed, SCENE)) staysHere(path);
      readTypedWindow(typed, typed);
      if (!/\p{Cs}/u.test(typed)) staysHere(typedMinutePath(typed, typed));
    },
  });
});
