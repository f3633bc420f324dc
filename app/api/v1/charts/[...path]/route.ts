import { appContext } from '@/lib/server/context';
import { picture } from '@/lib/server/pictures/picture';
import { guarded, pictureReply, problemReply } from '@/lib/server/http/reply';
import { pictureViewIn } from '@/lib/server/http/request';

export const dynamic = 'force-dynamic';

interface Segments {
  readonly params: Promise<{ readonly path: readonly string[] }>;
}

/** `/api/v1/charts/ATOM.png?…` and `/api/v1/charts/ATOM/2025-10-10T21:20Z.png?…` */
export const GET = (request: Request, { params }: Segments): Promise<Response> =>
  guarded(async () => {
    const context = await appContext();
    const asked = await pictureViewIn(context, (await params).path, new URL(request.url));
    return asked.ok ? pictureReply(await picture(context, asked.value)) : problemReply(asked);
  });
