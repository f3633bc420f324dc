import { NextResponse, type NextRequest } from 'next/server';
import { BROKEN_ENCODING } from '@/lib/words/en/problems';
import { isMalformedMinute, segmentsOf } from '@/lib/permalink/segments';

/**
 * Addresses that are written wrongly get status 400, which a page cannot set itself. The page of a malformed minute says
 * how to write one; a broken percent-encoding reaches no page at all. A day the calendar does not have (30 February) is
 * well written and is the page's own 404.
 */
export function proxy(request: NextRequest): NextResponse {
  const segments = segmentsOf(request.nextUrl.pathname);
  if (segments === undefined) return new NextResponse(BROKEN_ENCODING, { status: 400 });
  const minute = segments[1];
  return segments.length === 2 && minute !== undefined && isMalformedMinute(minute)
    ? NextResponse.next({ status: 400 })
    : NextResponse.next();
}

export const config = { matcher: ['/((?!api/|_next/).+)'] };
