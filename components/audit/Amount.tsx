import { auditTables } from '@/lib/words/auditPage';
import { Hole } from '../frame/Cells';
import { usd } from '@/lib/words/usdText';

/** Money, unless the reader wants to show the page without, or nothing was added up. */
export const Amount = ({ text, isHidden }: { readonly text: string | null; readonly isHidden: boolean }) =>
  isHidden ? <Hole>{auditTables.hidden}</Hole> : text === null ? <Hole>–</Hole> : <>{usd(text)}</>;
