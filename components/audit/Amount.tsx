import { auditTables } from '@/lib/words/auditPage';
import { Hole } from '../frame/Cells';
import { usd } from '@/lib/words/usdText';

/** Money, unless the reader wants to show the page without, or there is none. */
export const Amount = ({ text, isHidden }: { readonly text: string | undefined; readonly isHidden: boolean }) =>
  isHidden ? <Hole>{auditTables.hidden}</Hole> : text === undefined ? <Hole>–</Hole> : <>{usd(text)}</>;
