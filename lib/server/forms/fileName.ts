import { formatMinute } from '../../domain/minute';
import type { ViewForm } from '../../permalink/forms';
import type { View } from '../../permalink/view';

/** `plumbline-ATOM-2025-10-10T2000Z.csv`, SIMULATED in front where it is. */
export function viewFileName({ question, minute }: View, form: ViewForm, simulated: boolean): string {
  const at = formatMinute(minute ?? question.range.from).replaceAll(':', '');
  return `${simulated ? 'SIMULATED-' : ''}plumbline-${question.asset}-${at}.${form}`;
}
