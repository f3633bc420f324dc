import { publicOrigin } from '../http/origin';
import type { PictureLook } from '../../domain/pictureLook';
import type { View } from '../../permalink/view';
import type { Context } from '../context';
import type { DeviationsOptions } from '../deviations/deviations';
import { answer, type Outcome } from '../http/outcome';
import { signerOrNone } from '../keys/signer';
import { refusedUnlessSame } from '../pinned/pinned';
import { viewAnswers } from '../views/answers';
import { pictureOf, type PictureFile } from './picture';

/**
 * The picture of a view. Its address begins with PLUMBLINE_ORIGIN, where the app has a public address; a request's own host is
 * not trusted to name one.
 */
export async function exportPicture(
  context: Context,
  view: View,
  { look, ...options }: Pick<DeviationsOptions, 'signal' | 'onProgress'> & { readonly look?: PictureLook } = {},
): Promise<Outcome<PictureFile>> {
  const same = await refusedUnlessSame(context, view, 'window');
  if (!same.ok) return same;
  const found = await viewAnswers(context, view, options);
  if (!found.ok) return found;
  return answer(pictureOf(found.value, publicOrigin(process.env), await signerOrNone(process.env), look));
}
