import { failureText } from '../../domain/failure';
import { fontFiles } from '../../evidence/fonts';
import { LANGUAGES } from '../../words/languages';

/** One line with the mend where the fonts of pictures are missing in some language; undefined: all are there. */
export function fontFault(): string | undefined {
  try {
    for (const language of LANGUAGES) fontFiles(language);
    return undefined;
  } catch (failure) {
    return failureText(failure);
  }
}
