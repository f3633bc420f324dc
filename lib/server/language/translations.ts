import * as ko from '../../words/ko';
import * as hans from '../../words/zh-Hans';
import * as hant from '../../words/zh-Hant';
import { addTranslation } from '../../words/spoken';

/** All that pages and pictures can be read in, at hand for whoever makes them. */
export function loadTranslations(): void {
  addTranslation('ko', ko);
  addTranslation('zh-Hant', hant);
  addTranslation('zh-Hans', hans);
}
