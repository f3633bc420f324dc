import { healthReply, whyNotReady } from '@/lib/server/health/health';

export const dynamic = 'force-dynamic';

/** Whether the database answers and has every migration; else one line that says why not. */
export const GET = async (): Promise<Response> => healthReply(await whyNotReady(process.env), 'ready');
