import type { DeviationsAnswer } from '../../api/deviations';
import type { MinuteAnswer } from '../../api/minute';
import type { View } from '../../permalink/view';
import { marketsHeld } from '../../store/coverage/holdings';
import type { Context } from '../context';
import { deviations, type DeviationsOptions } from '../deviations/deviations';
import { answer, type Outcome } from '../http/outcome';
import { minuteOf } from '../minutes/minute';

/** A view with what it shows. */
export interface ViewAnswers {
  /** With its venues spelled out, so that its address and its digest stay what they are when more venues come in. */
  readonly view: View;
  readonly window: DeviationsAnswer;
  /** Of the marked minute, where one is marked. */
  readonly minute: MinuteAnswer | undefined;
}

/** What a view shows: the analysis of its window, and of its minute. */
export async function viewAnswers(
  context: Context,
  asked: View,
  options: Pick<DeviationsOptions, 'signal' | 'onProgress'> = {},
): Promise<Outcome<ViewAnswers>> {
  const view = await spelledOut(context, asked);
  const window = await deviations(context, view.question, options);
  if (!window.ok) return window;
  if (view.minute === undefined) return answer({ view, window: window.value, minute: undefined });
  const minute = await minuteOf(context, view.question, view.minute);
  return minute.ok ? answer({ view, window: window.value, minute: minute.value }) : minute;
}

/** As of a moment the venues are those of which anything was known then. */
async function spelledOut(context: Context, view: View): Promise<View> {
  const { asset, venues, asOf } = view.question;
  if (venues !== undefined) return view;
  const held = await marketsHeld(context.database, { asset, asOf });
  const all = [...new Set(held.map(({ market }) => market.venue))].sort();
  return all.length === 0 ? view : { ...view, question: { ...view.question, venues: all } };
}
