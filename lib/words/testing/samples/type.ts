import type * as en from '../../en';
import type { FiledRoom, SpokenRoom } from '../../language';

type Call = (...given: never[]) => unknown;
/** A text, a list, or a text with marks: what has no functions in it. */
type Text = string | readonly unknown[] | { readonly mark: unknown } | { readonly href: string };

/** `chartCaptions.price`: where each function of a room stands. */
type PathIn<Said, Before extends string = ''> = {
  [Name in keyof Said & string]: Said[Name] extends Call
    ? `${Before}${Name}`
    : Said[Name] extends Text
      ? never
      : Said[Name] extends object
        ? PathIn<Said[Name], `${Before}${Name}.`>
        : never;
}[keyof Said & string];

type ArgumentsAt<Said, Path extends string> = Path extends `${infer Name}.${infer Rest}`
  ? Name extends keyof Said
    ? ArgumentsAt<Said[Name], Rest>
    : never
  : Path extends keyof Said
    ? Said[Path] extends (...given: infer Given) => unknown
      ? Given
      : never
    : never;

/** Of every function of a room, arguments that it is called with in the test of translations: at least those that choose another sentence. */
export type Samples<Room extends SpokenRoom | FiledRoom> = {
  readonly [Path in PathIn<(typeof en)[Room]>]: readonly Readonly<ArgumentsAt<(typeof en)[Room], Path>>[];
};
