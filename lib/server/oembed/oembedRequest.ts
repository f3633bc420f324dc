import { mendedAddress } from '../../permalink/mended/mended';
import { segmentsOf } from '../../permalink/segments';
import { oembedFaults } from '../../words/en/oembed';
import type { Context } from '../context';
import { publicOrigin } from '../http/origin';
import { answer, problem, type Outcome } from '../http/outcome';
import { oembedParameters, viewFormIn } from '../http/request';
import type { OembedAsked } from './oembed';

/**
 * What is asked with `url`, `format`, `maxwidth` and `maxheight` (https://oembed.com, section 2.2). Only pages below PLUMBLINE_ORIGIN are known: the
 * answer stands on other people's pages, and no request names where it leads.
 */
export async function oembedIn(context: Context, url: URL): Promise<Outcome<OembedAsked>> {
  const given = oembedParameters(url);
  if (!given.ok) return given;
  const { url: page, format = 'json', maxwidth, maxheight } = given.value;
  const origin = publicOrigin(process.env);
  if (origin === undefined) return problem('not-found', oembedFaults.noOrigin);
  if (format !== 'json') return problem('not-implemented', oembedFaults.format(format));
  if (page === undefined) return problem('bad-request', oembedFaults.noUrl);
  for (const [name, text] of Object.entries({ maxwidth, maxheight }))
    if (text !== undefined && !/^[1-9]\d*$/.test(text)) return problem('bad-request', oembedFaults.side(name, text));
  const parsed = URL.canParse(page) ? new URL(page) : undefined;
  if (parsed?.origin !== origin) return problem('not-found', oembedFaults.notHere(page, origin));
  const address = `${parsed.pathname}${parsed.search}`;
  const meant = new URL(mendedAddress(address) ?? address, origin);
  const segments = segmentsOf(meant.pathname);
  if (segments === undefined || segments.length === 0) return problem('not-found', oembedFaults.notHere(page, origin));
  const found = await viewFormIn(context, [...segments.slice(0, -1), `${segments.at(-1) ?? ''}.json`], meant);
  if (!found.ok) return found;
  const side = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));
  return answer({ view: found.value.view, origin, maxWidth: side(maxwidth), maxHeight: side(maxheight) });
}
