import { alertFeed } from '@/lib/server/alerts/alerts';
import { appContext } from '@/lib/server/context';
import { feedReply, guarded } from '@/lib/server/http/reply';

export const dynamic = 'force-dynamic';

/** Alerts as an Atom feed. */
export const GET = (): Promise<Response> =>
  guarded(async () => feedReply(await alertFeed(await appContext(), process.env)));
