import { healthReply } from '@/lib/server/health/health';

export const dynamic = 'force-dynamic';

/** Whether the process is alive; it asks for nothing. */
export const GET = (): Response => healthReply(undefined, 'ok');
