import type { AddressNow, PicturesNow } from '../../api/verification';
import { USUAL_LOOK, type PictureLook } from '../../domain/pictureLook';
import { listPixels } from '../../evidence/listPicture';
import { pixelsTextOf } from '../../evidence/seal';
import type { PublicKey } from '../../sealed/sealText';
import type { Context } from '../context';
import { picturedOf, shown } from '../forms/lists/listFile';
import type { StatedList } from '../forms/lists/shown';
import { answer, type Outcome } from '../http/outcome';
import { listPictureOf } from '../pictures/listPicture';
import type { AskedList } from './address';
import { inItsLanguage, originIn } from './now';

/** What the page of an address gives now, in the language of the address. */
export const listNow = (context: Context, { address, list }: AskedList): Promise<Outcome<AddressNow>> =>
  inItsLanguage(address, async () => {
    const found = await shown(context, list, {});
    if (!found.ok) return found;
    return answer({
      ...digested(found.value),
      digestText: found.value.digestText,
      sentence: found.value.drawing().sentence,
      errata: [...found.value.errata],
    });
  });

/** Its picture drawn anew, as whoever had each key would. */
export const listPicturesNow = (
  context: Context,
  { address, list }: AskedList,
  { keys, look = USUAL_LOOK }: { readonly keys: readonly PublicKey[]; readonly look: PictureLook | undefined },
): Promise<Outcome<PicturesNow>> =>
  inItsLanguage(address, async () => {
    const found = await shown(context, list, {});
    if (!found.ok) return found;
    const content = picturedOf(found.value);
    const pictures = keys.flatMap((publicKey) => {
      const picture = listPictureOf(list, content, { origin: originIn(address), signer: { publicKey }, look });
      return picture === undefined ? [] : [{ publicKey, pixels: pixelsTextOf(listPixels(picture)) }];
    });
    return answer({ ...digested(found.value), pictures });
  });

const digested = ({
  answer: figures,
  digest,
}: StatedList): { readonly simulated: boolean; readonly digest: string } => ({
  simulated: figures.simulated,
  digest,
});
