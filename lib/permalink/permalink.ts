import { assetEntry } from '../domain/asset';
import { parseAsset } from '../domain/market';
import type { MinuteRange } from '../domain/minute';
import { readWritten, type WrittenView } from './readView';
import { LIST_PAGES } from './lists';
import { mendedAddress } from './mended/mended';
import { segmentsOf } from './segments';
import { addressOfCode, codeIn } from './short/short';

/**
 * A permalink as somebody pasted it: `/ATOM?…`, `/ATOM/2025-10-10T21:20Z?…`, a short one, a whole http address, or a query like
 * `asset=ATOM&…`; mangled on its way or not.
 */
export type Permalink =
  | { readonly kind: 'view'; readonly written: WrittenView }
  | { readonly kind: 'not-an-address' | 'broken-short-address' | 'no-asset' | 'two-assets' | 'no-window' }
  | { readonly kind: 'given-twice'; readonly name: string };

const ANYWHERE = 'http://localhost';

/** A short address is the one it stands for, undefined where its code is broken; a mangled one is what it was meant to be. */
function meantBy(given: URL): string | undefined {
  const written = `${given.pathname}${given.search}${given.hash}`;
  const code = codeIn(given.pathname);
  return code === undefined ? (mendedAddress(written) ?? written) : addressOfCode(code);
}

/** Reads a permalink. The window must be written out, or be a minute's surroundings: `window` is never what is shown. */
export function readPermalink(text: string, window: MinuteRange): Permalink {
  const isQuery = !text.includes('/');
  const address = isQuery ? `?${text.replace(/^\?/, '')}` : text;
  if (!URL.canParse(address, ANYWHERE)) return { kind: 'not-an-address' };
  const meant = meantBy(new URL(address, ANYWHERE));
  if (meant === undefined) return { kind: 'broken-short-address' };
  // Two slashes begin the name of a host.
  const url = new URL(meant.replace(/^\/+/, '/'), ANYWHERE);
  const search = new URLSearchParams(url.search);
  const names = [...search.keys()];
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) return { kind: 'given-twice', name: twice };
  const segments = isQuery ? [] : segmentsOf(url.pathname);
  if (segments === undefined) return { kind: 'not-an-address' };
  const [inPath, minute, ...rest] = segments;
  if (LIST_PAGES.some((page) => page === inPath)) return { kind: 'no-asset' };
  if (inPath !== undefined && search.has('asset')) return { kind: 'two-assets' };
  const asset = parseAsset(inPath ?? search.get('asset') ?? '');
  search.delete('asset');
  if (!asset.ok || rest.length > 0) return { kind: 'no-asset' };
  if (minute === undefined && !(search.has('from') && search.has('to'))) return { kind: 'no-window' };
  return { kind: 'view', written: readWritten({ minute, search }, { entry: assetEntry(asset.value), window }) };
}
