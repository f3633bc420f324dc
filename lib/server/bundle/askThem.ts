import type { MinuteAnswer } from '../../api/minute';
import { brokenPromise } from '../../domain/unit';
import { parseMinute } from '../../domain/minute';
import { marketQuestion } from '../../venues/question';
import { rowText } from '../../venues/row';
import { askThem, type AskedThem } from '../../words/en/askThem';

/** How to ask every venue of a minute for its candle: addresses, rows expected, files of archives. */
export function askThemText({ name, minute: written, simulated, venues }: MinuteAnswer): string {
  const minute = parseMinute(written);
  if (!minute.ok) throw brokenPromise(minute.error);
  const all = venues.map((venue): AskedThem => {
    const question = marketQuestion(venue, minute.value);
    if (question === undefined) return { venue, question };
    const { form, row } = question;
    return { venue, question: { ...question, names: row.map((place) => place.name), row: rowText(form, row) } };
  });
  return askThem(name, written, simulated, all);
}
