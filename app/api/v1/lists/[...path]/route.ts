import { appContext } from '@/lib/server/context';
import { fileReply, guarded, problemReply } from '@/lib/server/http/reply';
import { listFormIn } from '@/lib/server/http/request';
import { listBeside, refreshBeside } from '@/lib/server/thread/door';

export const dynamic = 'force-dynamic';

interface Segments {
  readonly params: Promise<{ readonly path: readonly string[] }>;
}

/** `/api/v1/lists/lows.csv?…` and `/api/v1/lists/events/2025-10-10.json`: a page of many assets in one of its forms. */
export const GET = (request: Request, { params }: Segments): Promise<Response> =>
  guarded(async () => {
    const asked = await listFormIn(await appContext(), (await params).path, new URL(request.url), refreshBeside);
    return asked.ok ? fileReply(await listBeside(asked.value, request.signal)) : problemReply(asked);
  });
