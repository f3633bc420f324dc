import type { AuditAnswer } from '../api/audit';
import { auditTables } from './auditPage';
import { marketLabel } from './market';

type Named = Pick<AuditAnswer['episodes'][number], 'venue' | 'market' | 'kind' | 'side' | 'from' | 'to'>;

/** "Binance ATOM/USDT, below the reference, 2025-10-10 21:20–21:25 UTC" */
export const episodeName = ({ venue, market, kind, side, from, to }: Named): string =>
  venue === null || market === null || kind === null || side === null || from === null || to === null
    ? '…'
    : auditTables.episodeName(marketLabel({ venue, market, kind }), side === 'below', utcSpan(from, to));

/** "2025-10-10 21:20–21:25 UTC"; an episode ends on its own UTC day. */
const utcSpan = (from: string, to: string): string =>
  `${from.slice(0, 10)} ${from.slice(11, 16)}–${to.slice(11, 16)} UTC`;
