import { NextResponse, type NextRequest } from 'next/server';
import { isMalformedPath } from '@/lib/client/address';

/**
 * Addresses that are written wrongly are answered with status 400 and a page that says how to write one; a page cannot
 * set that status itself. A day the calendar does not have (30 February) is well written and is the page's own 404.
 */
export function proxy(request: NextRequest): NextResponse {
  if (!isMalformedPath(request.nextUrl.pathname)) return NextResponse.next();
  return NextResponse.rewrite(new URL('/bad-address', request.url), { status: 400 });
}

export const config = { matcher: ['/((?!api/|_next/|bad-address).+)'] };
