import { appContext } from '@/lib/server/context';
import { progress } from '@/lib/server/progress';
import { guarded, reply } from '@/lib/server/reply';

export const dynamic = 'force-dynamic';

export const GET = (): Promise<Response> => guarded(async () => reply(await progress(await appContext())));
