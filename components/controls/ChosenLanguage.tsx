import { LANGUAGE_FIELD } from '@/lib/permalink/language';
import { speech } from '@/lib/words/spoken';

/** Part of a plain form: what it leads to stays in the language that its reader chose. */
export function ChosenLanguage() {
  const { language, isChosen } = speech();
  return isChosen ? <input type="hidden" name={LANGUAGE_FIELD} value={language} /> : null;
}
