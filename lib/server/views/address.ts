import { inPageLanguage } from '../../permalink/language';
import { viewPath, type View } from '../../permalink/view';

/** A view's own address in the language spoken; `origin`: of the app's public address, undefined: the path alone. */
export const viewAddress = (view: View, origin: string | undefined): string =>
  `${origin ?? ''}${inPageLanguage(viewPath(view))}`;
