import { minuteRange, plus } from '../../domain/minute';
import type { Venue } from '../../domain/market';
import type { Question } from '../../domain/question';
import { minuteQuestion, type View } from '../../permalink/view';

/** A question whose digest an address may name. */
export interface PinnedQuestion {
  readonly of: 'window' | 'minute';
  readonly question: Question;
}

/**
 * The questions of a view whose digests are told somewhere: of its window (its page and its picture); of its minute, by the view's own entry level (its JSON
 * and Markdown) and by the asset's (its page).
 */
export function pinnedQuestions(view: View): readonly PinnedQuestion[] {
  const { question, minute } = view;
  if (minute === undefined) return [{ of: 'window', question }];
  const byPage = minuteQuestion(view, minute);
  const byFile = { ...question, range: minuteRange(minute, plus(minute, 1)) };
  return [
    { of: 'minute', question: byPage },
    ...(byPage.enter === byFile.enter ? [] : [{ of: 'minute' as const, question: byFile }]),
    { of: 'window', question },
  ];
}

/**
 * The same question with all venues named where it names none, and none where it names all (`venues`: those with data): a command asks without them, a
 * page's address spells them out, and the figures are the same.
 */
export function spellings(question: Question, venues: readonly Venue[]): readonly Question[] {
  if (question.venues === undefined) return [question, { ...question, venues }];
  const named = question.venues;
  return venues.length > 0 && venues.every((venue) => named.includes(venue))
    ? [question, { ...question, venues: undefined }]
    : [question];
}
