import { appContext } from '@/lib/server/context';
import { guarded, pictureReply, problemReply } from '@/lib/server/http/reply';
import { pictureViewIn } from '@/lib/server/http/request';
import { pictureBeside } from '@/lib/server/thread/door';

export const dynamic = 'force-dynamic';

interface Segments {
  readonly params: Promise<{ readonly path: readonly string[] }>;
}

/** `/api/v1/charts/ATOM.png?…` and `/api/v1/charts/ATOM/2025-10-10T21:20Z.png?…` */
export const GET = (request: Request, { params }: Segments): Promise<Response> =>
  guarded(async () => {
    const asked = await pictureViewIn(await appContext(), (await params).path, new URL(request.url));
    return asked.ok ? pictureReply(await pictureBeside(asked.value, request.signal)) : problemReply(asked);
  });
