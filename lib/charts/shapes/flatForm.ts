/**
 * How the numbers of a flat path are read, in CSS pixels. `line`: x, y; NaN breaks it. `polygon`: the same, each part closed.
 * `uprights`: x, y, y. `boxes`: x, y, x, y, corner and corner. `segments`: x, y, x, y.
 */
export type Form = 'line' | 'polygon' | 'uprights' | 'boxes' | 'segments';

export interface FlatPath {
  readonly form: Form;
  readonly numbers: readonly number[];
}

/**
 * Under this name `renderItem` draws flat paths: thousands of strokes as one element, which no frame has to walk through. Apart from the shape itself, for
 * options are made before the drawing library is there.
 */
export const FLAT_PATH = 'flat-path';
