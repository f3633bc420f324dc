import type { Side, WRITTEN_CERTAINTIES } from '../../domain/episode';
import type { EventId } from '../../domain/events/event';
import type { Yardstick } from '../../domain/events/yardsticks';
import type { Kind } from '../../domain/market';
import type { PictureDensity, PictureSize, PictureTheme } from '../../domain/pictureLook';
import type { RateChoice } from '../../domain/question';
import type { Rank } from '../../domain/scan';
import type { ViewForm } from '../../permalink/forms';
import type { ListPage } from '../../permalink/lists';
import type { Zone } from '../../domain/zone';
import type { Language } from '../../words/languages';

/** One value or several: several are written with commas between, but of `view`, which is written as often as there are values. */
type Several<T = string> = T | readonly T[];

/**
 * What each parameter of the API takes. Times are ISO 8601 UTC (`2025-10-10T21:20Z`), ratios plain numbers (0.02 is 2 %). What is
 * text here is read, and refused in one line, by the server.
 */
export interface ParameterValues {
  readonly asset: string;
  readonly from: string;
  readonly to: string;
  readonly minute: string;
  /** `2025-10-10`. */
  readonly day: string;
  readonly venues: Several;
  readonly venue: string;
  readonly markets: Several;
  readonly reference: string;
  readonly bloc: string;
  readonly rate: RateChoice;
  readonly minPeers: number;
  /** Which trailing median an underlying is multiplied by, or a number. */
  readonly ratio: 'own' | 'others' | number;
  readonly ratioMinutes: number;
  readonly ratioBefore: string;
  readonly enter: number;
  readonly asOf: string;
  readonly resolution: number | 'auto';
  readonly format: string;
  readonly limit: number;
  readonly rank: Rank;
  readonly assets: Several;
  readonly kinds: Several<Kind>;
  readonly side: Side;
  readonly certainty: Several<(typeof WRITTEN_CERTAINTIES)[number]>;
  readonly depth: number;
  readonly peers: number;
  readonly yardstick: Yardstick;
  readonly event: EventId;
  readonly sha256: string;
  readonly address: string;
  readonly size: PictureSize;
  readonly theme: PictureTheme;
  readonly density: PictureDensity;
  readonly view: Several;
  readonly zone: Zone;
  readonly lang: Language;
  readonly url: string;
  readonly maxwidth: number;
  readonly maxheight: number;
  readonly form: ViewForm;
  readonly page: ListPage | 'league';
  readonly name: string;
  readonly v: string;
  readonly m: string;
  readonly scale: string;
  readonly focus: string;
  readonly lines: Several;
  readonly digest: string;
}
export type ParameterName = keyof ParameterValues;
