import { NextResponse, type NextRequest } from 'next/server';
import { brokenAddress } from '@/lib/words/problems';
import { EMBEDDED_HEADER, embedThemeOf, type EmbedTheme } from '@/lib/permalink/embed';
import { formRoute } from '@/lib/permalink/forms';
import { isMalformedLeague } from '@/lib/permalink/league';
import { mendedAddress } from '@/lib/permalink/mended/mended';
import { isMalformedMinute, segmentsOf } from '@/lib/permalink/segments';
import { isMalformedVenueWindow } from '@/lib/permalink/venue';
import { shortLeadsTo } from '@/lib/permalink/short/sentTo';
import { codeIn } from '@/lib/permalink/short/short';

/**
 * Sends short addresses, and those that programs mangled on their way, on to the one right spelling. Addresses that are written wrongly
 * get status 400, which a page cannot set itself. The page of a malformed minute says how to write one; a broken percent-encoding or
 * short address reaches no page at all. A day the calendar does not have (30 February) is well written and is the page's own 404.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  if (codeIn(pathname) !== undefined) {
    const address = shortLeadsTo(`${pathname}${search}`);
    return address === undefined ? malformed(brokenAddress.short) : sentTo(address, request);
  }
  const segments = segmentsOf(pathname);
  if (segments === undefined) return malformed(brokenAddress.encoding);
  const theme = embedThemeOf(pathname, search);
  if (theme !== undefined) return embedded(request, theme);
  // The app's own links are spelled rightly; what its router asks for in between is never redirected.
  const mended = request.headers.has('rsc') ? undefined : mendedAddress(`${pathname}${search}`);
  if (mended !== undefined) return sentTo(mended, request);
  if (formRoute(pathname) !== undefined) return NextResponse.next();
  const [page, minute] = segments;
  if (page === 'venues') return NextResponse.next(isMalformedVenueWindow(search) ? { status: 400 } : {});
  if (page === 'league') return NextResponse.next(isMalformedLeague(search) ? { status: 400 } : {});
  return segments.length === 2 && page !== 'events' && minute !== undefined && isMalformedMinute(minute)
    ? NextResponse.next({ status: 400 })
    : NextResponse.next();
}

/** A page inside somebody else's: its layout is told what it is. That anybody may frame it, lib/server/guard says. */
function embedded(request: NextRequest, theme: EmbedTheme): NextResponse {
  const headers = new Headers(request.headers);
  headers.set(EMBEDDED_HEADER, theme);
  return NextResponse.next({ request: { headers } });
}

const sentTo = (address: string, request: NextRequest): NextResponse =>
  NextResponse.redirect(new URL(address, request.url), 307);

const malformed = (text: string): NextResponse => new NextResponse(text, { status: 400 });

export const config = {
  matcher: ['/((?!api/v1/|_next/|(?:healthz|readyz|alerts\\.atom)$|\\.well-known/plumbline-keys\\.json$).+)'],
};
