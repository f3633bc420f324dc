import { appContext } from '@/lib/server/context';
import { fileReply, guarded, problemReply } from '@/lib/server/http/reply';
import { leagueFormIn, listFormIn } from '@/lib/server/http/request';
import { leagueFile } from '@/lib/server/league/leagueFile';
import { listBeside, refreshBeside } from '@/lib/server/thread/door';

export const dynamic = 'force-dynamic';

interface Segments {
  readonly params: Promise<{ readonly path: readonly string[] }>;
}

/** `/api/v1/lists/lows.csv?…` and `/api/v1/lists/events/2025-10-10.json`: a page of many assets in one of its forms. */
export const GET = (request: Request, { params }: Segments): Promise<Response> =>
  guarded(async () => {
    const { path } = await params;
    const [context, url] = [await appContext(), new URL(request.url)];
    const ofLeague = leagueFormIn(path, url);
    if (ofLeague?.ok === true) {
      const { day, form } = ofLeague.value;
      return fileReply(await leagueFile(context, day, form, refreshBeside));
    }
    if (ofLeague !== undefined) return problemReply(ofLeague);
    const asked = await listFormIn(context, path, url, refreshBeside);
    return asked.ok ? fileReply(await listBeside(asked.value, request.signal)) : problemReply(asked);
  });
