import { appContext } from '@/lib/server/context';
import { guarded, problemReply, reply } from '@/lib/server/http/reply';
import { viewIn } from '@/lib/server/http/request';
import { pinnedBeside } from '@/lib/server/thread/door';

export const dynamic = 'force-dynamic';

interface Segments {
  readonly params: Promise<{ readonly path: readonly string[] }>;
}

/** `/api/v1/pinned/ATOM?…&digest=…`, `/api/v1/pinned/ATOM/2025-10-10T21:20Z?…&digest=…`: whether a pinned address still shows its figures, and what changed. */
export const GET = (request: Request, { params }: Segments): Promise<Response> =>
  guarded(async () => {
    const view = await viewIn(await appContext(), (await params).path, new URL(request.url));
    return view.ok ? reply(await pinnedBeside(view.value, request.signal)) : problemReply(view);
  });
