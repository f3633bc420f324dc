import { auditTables } from '@/lib/words/auditPage';
import { Hole } from '../frame/Cells';
import { usd } from '@/lib/words/usdText';

/** Money, unless the reader wants to show the page without. */
export const Amount = ({ text, isHidden }: { readonly text: string; readonly isHidden: boolean }) =>
  isHidden ? <Hole>{auditTables.hidden}</Hole> : <>{usd(text)}</>;
