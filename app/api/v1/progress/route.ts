import { appContext } from '@/lib/server/context';
import { progress } from '@/lib/server/progress/progress';
import { guarded, reply } from '@/lib/server/http/reply';

export const dynamic = 'force-dynamic';

export const GET = (): Promise<Response> => guarded(async () => reply(await progress(await appContext())));
