import { withTexts } from '../../evidence/pngText';
import { textsOf } from '../../sealed/pngFile';
import { SEAL } from '../../sealed/sealText';
import { STAMP_KEYWORD } from '../../domain/stampNames';
import { stampText } from '../../sealed/stamps/stamp';
import { stampedBy, type Authority, type Stamped } from './authorities';

/** A picture with its stamps, and what each authority did. */
export interface StampedPicture {
  readonly png: Uint8Array;
  readonly stamped: readonly Stamped[];
}

/**
 * A sealed picture with stamps over its seal, beside it in the file; undefined: it has no seal. Its pixels, facts and seal stay as they are, and without a
 * stamp so does the file. Never the same bytes twice.
 */
export async function stampedPicture(
  png: Uint8Array,
  ...[authorities, timeoutMs]: readonly [authorities: readonly Authority[], timeoutMs?: number]
): Promise<StampedPicture | undefined> {
  const seal = textsOf(png).get(SEAL);
  if (seal === undefined) return undefined;
  const stamped = await stampedBy(authorities, Buffer.from(seal, 'utf8'), timeoutMs);
  const texts = stamped.flatMap((one): readonly (readonly [string, string])[] =>
    one.ok ? [[STAMP_KEYWORD, stampText(one.authority.name, one.answer)]] : [],
  );
  return { png: texts.length === 0 ? png : withTexts(Buffer.from(png), texts), stamped };
}
