import type { Instant } from '../../domain/instant';
import { MEDIA_TYPES, type ViewForm } from '../../permalink/forms';

/** A view or a list in one form, under its file name. */
export interface ViewFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly fileName: string;
  /** Whether a browser shows it rather than saving it. */
  readonly isShown: boolean;
  readonly simulated: boolean;
  /** Of its page, beginning with PLUMBLINE_ORIGIN where there is one. */
  readonly address: string;
  /** When the data that it rests on became what it is, not when it was made; undefined: there is none. */
  readonly lastModified: Instant | undefined;
}

const PARAMETERS: Partial<Readonly<Record<ViewForm, string>>> = {
  csv: '; charset=utf-8; header=present',
  md: '; charset=utf-8',
  svg: '; charset=utf-8',
};

/** The `content-type` of a file. */
export const fileTypeOf = (form: ViewForm): string => `${MEDIA_TYPES[form]}${PARAMETERS[form] ?? ''}`;
