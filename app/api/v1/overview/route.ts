import { appContext } from '@/lib/server/context';
import { overview } from '@/lib/server/held/overview';
import { guarded, reply } from '@/lib/server/http/reply';

export const dynamic = 'force-dynamic';

export const GET = (): Promise<Response> => guarded(async () => reply(await overview(await appContext())));
