import type { AddressNow, PicturesNow } from '../../api/verification';
import type { Erratum } from '../../api/errata';
import { eventOf } from '../../domain/events/presets';
import { formatMinute } from '../../domain/minute';
import { USUAL_LOOK, type PictureLook } from '../../domain/pictureLook';
import { listPixels } from '../../evidence/listPicture';
import { pixelsTextOf } from '../../evidence/seal';
import type { ListView } from '../../permalink/lists';
import type { PublicKey } from '../../sealed/sealText';
import type { Context } from '../context';
import { errataOfWindow } from '../errata/errata';
import { shown } from '../forms/lists/listFile';
import type { ShownList } from '../forms/lists/shown';
import { answer, type Outcome } from '../http/outcome';
import { listDigest, listPictureOf } from '../pictures/listPicture';
import { inItsLanguage, originIn } from './now';

/** A page of many assets, as its address names it. */
export interface AskedList {
  readonly address: string;
  readonly list: ListView;
}

/** What the page of an address gives now, in the language of the address. Its digest is of figures, which no text of books tells apart. */
export const listNow = (context: Context, { address, list }: AskedList): Promise<Outcome<AddressNow>> =>
  inItsLanguage(address, async () => {
    const found = await shown(context, list, {});
    if (!found.ok) return found;
    return answer({
      ...digested(found.value),
      digestText: null,
      sentence: found.value.drawing?.().sentence ?? null,
      errata: [...(await errataOfList(context, list))],
    });
  });

/** What was said later of an event's figures. The other pages say nothing of single minutes, and show none. */
async function errataOfList(context: Context, list: ListView): Promise<readonly Erratum[]> {
  if (list.kind !== 'event') return [];
  const { window, assets } = eventOf(list.view.event);
  return errataOfWindow(context, { from: formatMinute(window.from), to: formatMinute(window.to), assets });
}

/** Its picture drawn anew, as whoever had each key would. */
export const listPicturesNow = (
  context: Context,
  { address, list }: AskedList,
  { keys, look = USUAL_LOOK }: { readonly keys: readonly PublicKey[]; readonly look: PictureLook | undefined },
): Promise<Outcome<PicturesNow>> =>
  inItsLanguage(address, async () => {
    const found = await shown(context, list, {});
    if (!found.ok) return found;
    const { answer: figures, text, drawing } = found.value;
    const pictures = keys.flatMap((publicKey) => {
      if (drawing === undefined) return [];
      const content = { answer: figures, notes: text().notes, drawing: drawing() };
      const picture = listPictureOf(list, content, { origin: originIn(address), signer: { publicKey }, look });
      return picture === undefined ? [] : [{ publicKey, pixels: pixelsTextOf(listPixels(picture)) }];
    });
    return answer({ ...digested(found.value), pictures });
  });

const digested = ({ answer: figures }: ShownList): { readonly simulated: boolean; readonly digest: string } => ({
  simulated: figures.simulated,
  digest: listDigest(figures),
});
