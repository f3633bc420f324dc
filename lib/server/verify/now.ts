import type { AddressNow, PicturesNow } from '../../api/verification';
import type { PictureLook } from '../../domain/pictureLook';
import { picturePixels } from '../../evidence/picture';
import { pixelsTextOf } from '../../evidence/seal';
import { languageOf } from '../../permalink/language';
import type { PublicKey } from '../../sealed/sealText';
import type { Context } from '../context';
import type { DeviationsOptions } from '../deviations/deviations';
import { answer, type Outcome } from '../http/outcome';
import { speakingAs } from '../language/speaking';
import { loadTranslations } from '../language/translations';
import { pictureContent } from '../pictures/picture';
import { viewAnswers, type ViewAnswers } from '../views/answers';
import type { AskedAddress } from './address';

type Options = Pick<DeviationsOptions, 'signal' | 'onProgress'>;

/** What the view of an address gives now, in the language of the address. */
export const addressNow = (
  context: Context,
  { address, view }: AskedAddress,
  options: Options = {},
): Promise<Outcome<AddressNow>> =>
  inItsLanguage(address, async () => {
    const found = await viewAnswers(context, view, options);
    if (!found.ok) return found;
    const content = pictureContent(found.value, originIn(address));
    return answer({ ...factsOf(found.value), sentence: content.sentence ?? null, errata: [...found.value.errata] });
  });

export interface PicturesAsked {
  readonly keys: readonly PublicKey[];
  /** How they are drawn; undefined: as pictures were before they said. */
  readonly look: PictureLook | undefined;
}

/** The picture of an address drawn anew, in its language, as whoever had each key would. */
export const picturesNow = (
  context: Context,
  { address, view }: AskedAddress,
  { keys, look }: PicturesAsked,
  options: Options = {},
): Promise<Outcome<PicturesNow>> =>
  inItsLanguage(address, async () => {
    const found = await viewAnswers(context, view, options);
    if (!found.ok) return found;
    const { simulated, digest } = factsOf(found.value);
    return answer({
      simulated,
      digest,
      pictures: keys.map((publicKey) => ({
        publicKey,
        pixels: pixelsTextOf(
          picturePixels(pictureContent(found.value, originIn(address), { signer: { publicKey }, look })),
        ),
      })),
    });
  });

/** Says what is said in the language of an address. */
export function inItsLanguage<T>(address: string, work: () => Promise<T>): Promise<T> {
  loadTranslations();
  return speakingAs({ language: languageOf(address) ?? 'en', isChosen: true }, work);
}

export const factsOf = ({ window: { facts }, digestText }: ViewAnswers): Omit<AddressNow, 'sentence' | 'errata'> => ({
  simulated: facts.simulated,
  digest: facts.digest,
  digestText: digestText ?? null,
});

/** What stands before the path of an address; undefined: nothing. */
export const originIn = (address: string): string | undefined =>
  /^https?:\/\//.test(address) && URL.canParse(address) ? new URL(address).origin : undefined;
