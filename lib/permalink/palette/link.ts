import { isEventId } from '../../domain/events/event';
import { parseVenue } from '../../domain/market';
import { parseMinute } from '../../domain/minute';
import { formRoute, namedForm } from '../forms';
import { mendedAddress } from '../mended/mended';
import { lookNames } from '../pictureLook';
import { writePath } from '../query';
import { segmentsOf } from '../segments';
import { addressOfCode, codeIn } from '../short/short';

/** Never asked; it completes a path to an address. */
const ANYWHERE = 'http://localhost';

/** A part of a page, as its links name it; what was written behind a link is none. */
const PART = /^#\w[\w-]*/;

/** What a link may lead to. */
export interface LinkTargets {
  /** Codes of assets. */
  readonly assets: readonly string[];
  /** Names of pages, without the slash. */
  readonly pages: readonly string[];
}

/**
 * The address on this site that a pasted link means, whatever host it names and however it was mangled on its way. undefined: the text is
 * no link, or one to a page that there is none of here.
 */
export function pastedLink(text: string, targets: LinkTargets): string | undefined {
  const found = /https?:\/\/\S+|(?<!\S)\/\S*/i.exec(text)?.[0];
  if (found === undefined || !URL.canParse(found, ANYWHERE)) return undefined;
  const { pathname, search, hash } = new URL(found, ANYWHERE);
  const code = codeIn(pathname);
  const meant =
    code === undefined ? (mendedAddress(`${pathname}${search}`) ?? `${pathname}${search}`) : addressOfCode(code);
  if (meant === undefined) return undefined;
  // Two slashes begin the name of a host.
  const { pathname: path, search: query } = new URL(pageOf(meant.replace(/^\/+/, '/')), ANYWHERE);
  return leadsTo(path, targets) ? `${path}${query}${PART.exec(hash)?.[0] ?? ''}` : undefined;
}

/** The page of a picture or of another form; of a page itself the same. How a picture was drawn is no concern of its page. */
function pageOf(address: string): string {
  const { pathname, search } = new URL(address, ANYWHERE);
  const named = formRoute(pathname) === undefined ? undefined : namedForm(pathname);
  if (named === undefined) return address;
  const fields = [...new URLSearchParams(search)].filter(([name]) => !lookNames(named.form).includes(name));
  const page = writePath(named.name, fields);
  // Its time stood before the form and could not be read.
  return mendedAddress(page) ?? page;
}

function leadsTo(path: string, { assets, pages }: LinkTargets): boolean {
  const [first, second, ...rest] = segmentsOf(path) ?? ['', '', ''];
  if (rest.length > 0) return false;
  if (first === undefined) return true;
  if (first === 'events' && second !== undefined) return isEventId(second);
  if (first === 'venues') return second !== undefined && parseVenue(second).ok;
  if (second === undefined) return pages.includes(first) || assets.includes(first.toUpperCase());
  return assets.includes(first.toUpperCase()) && parseMinute(second).ok;
}
