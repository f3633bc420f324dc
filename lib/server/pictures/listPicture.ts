import { formatInstant, type Instant } from '../../domain/instant';
import { METHOD_VERSION } from '../../domain/method';
import { formatMinute } from '../../domain/minute';
import type { PictureLook } from '../../domain/pictureLook';
import type { ListDrawing, ListPicture } from '../../evidence/listPicture';
import { keyId, type Signer } from '../../evidence/seal';
import { inPageLanguage } from '../../permalink/language';
import { listAsOf, listPath, listSpan, type ListView } from '../../permalink/lists';
import { pictureAsOf, pictureWindow } from '../../words/picture';

/** What of a list a picture shows. */
export interface PicturedList {
  readonly simulated: boolean;
  readonly digest: string;
  readonly digestText: string;
  readonly notes: readonly string[];
  readonly drawing: ListDrawing;
}

export interface ListMade {
  readonly origin: string | undefined;
  readonly signer: Pick<Signer, 'publicKey'> | undefined;
  readonly look: PictureLook;
  /** When the data became what it is; undefined: not said. It is no part of the pixels. */
  readonly lastModified?: Instant | undefined;
}

/** A list as a picture; undefined: the frame is none of these pictures. */
export function listPictureOf(
  list: ListView,
  { simulated, digest, digestText, notes, drawing }: PicturedList,
  { origin, signer, look, lastModified }: ListMade,
): ListPicture | undefined {
  const [window, asOf] = [listSpan(list), listAsOf(list)];
  const { size } = look;
  if (size === 'sheet') return undefined;
  const [from, to] = [formatMinute(window.from), formatMinute(window.to)];
  return {
    drawing,
    window: pictureWindow({ from, to }),
    notes,
    asOf: asOf === undefined ? undefined : pictureAsOf(formatInstant(asOf)),
    metadata: {
      permalink: `${origin ?? ''}${inPageLanguage(listPath(list))}`,
      digest,
      method: METHOD_VERSION,
      venues: [],
      from,
      to,
      simulated,
      ...(lastModified === undefined ? {} : { lastModified: formatInstant(lastModified) }),
    },
    digestText,
    key: signer === undefined ? undefined : keyId(signer.publicKey),
    look: { ...look, size },
  };
}
