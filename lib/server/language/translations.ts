import * as ko from '../../words/ko';
import { filed as koFiled } from '../../words/ko/filed';
import * as hans from '../../words/zh-Hans';
import { filed as hansFiled } from '../../words/zh-Hans/filed';
import * as hant from '../../words/zh-Hant';
import { filed as hantFiled } from '../../words/zh-Hant/filed';
import { addTranslation } from '../../words/spoken';

/** All that pages and pictures can be read in, at hand for whoever makes them. */
export function loadTranslations(): void {
  addTranslation('ko', ko, koFiled);
  addTranslation('zh-Hant', hant, hantFiled);
  addTranslation('zh-Hans', hans, hansFiled);
}
