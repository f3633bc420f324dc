import { appContext } from '@/lib/server/context';
import { guarded, fileReply, pictureReply, problemReply } from '@/lib/server/http/reply';
import { viewFormIn } from '@/lib/server/http/request';
import { fileBeside, pictureBeside } from '@/lib/server/thread/door';

export const dynamic = 'force-dynamic';

interface Segments {
  readonly params: Promise<{ readonly path: readonly string[] }>;
}

/** `/api/v1/charts/ATOM.png?…` and `/api/v1/charts/ATOM/2025-10-10T21:20Z.csv?…`: a view in one of its forms. */
export const GET = (request: Request, { params }: Segments): Promise<Response> =>
  guarded(async () => {
    const asked = await viewFormIn(await appContext(), (await params).path, new URL(request.url));
    if (!asked.ok) return problemReply(asked);
    const { view, form, look } = asked.value;
    return form === 'png'
      ? pictureReply(await pictureBeside(view, look, request.signal))
      : fileReply(await fileBeside(view, form, look, request.signal));
  });
