import type { Instant } from '../../../domain/instant';
import type { ListDrawing } from '../../../evidence/listPicture';
import type { MinuteRange } from '../../../domain/minute';
import type { Table } from '../table';

/** A table as people read it. */
export interface TextTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A list as text, in the language spoken. */
export interface ListText {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly tables: readonly TextTable[];
  readonly notes: readonly string[];
}

/** What a list shows, in the shapes that its forms take: all of one answer. */
export interface ShownList {
  /** The API's answer, and what the page shows beside it. */
  readonly answer: Readonly<Record<string, unknown>> & { readonly method: number; readonly simulated: boolean };
  readonly table: () => Table;
  readonly text: () => ListText;
  /** What its picture shows, where it has one. */
  readonly drawing?: () => ListDrawing;
  /** The minutes that the answer speaks of, where some lie outside its window: an episode that runs across an end of it is shown whole. */
  readonly reach: MinuteRange | undefined;
}

/** What every form of a list says beside its figures. */
export interface Stated {
  readonly address: string;
  readonly lastModified: Instant | undefined;
}
