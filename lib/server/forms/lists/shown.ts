import type { Erratum } from '../../../api/errata';
import type { Instant } from '../../../domain/instant';
import type { ListDrawing } from '../../../evidence/listPicture';
import type { MinuteRange } from '../../../domain/minute';
import type { Table } from '../table';
import type { RowView } from './rowViews';

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

/** Rows of one kind, and the columns that name one: what else the table holds may become other. */
export interface NamedRows {
  readonly name: string;
  readonly keys: readonly string[];
  readonly table: Table;
}

/** What a list shows, in the shapes that its forms take: all of one answer. */
export interface ShownList {
  /** The API's answer, and what the page shows beside it. */
  readonly answer: Readonly<Record<string, unknown>> & { readonly method: number; readonly simulated: boolean };
  readonly table: () => Table;
  /** Its figures row by row, in which its digest's text and a verdict name them. */
  readonly rows: () => readonly NamedRows[];
  readonly text: () => ListText;
  /** Where the candles of its rows are; of the list of events nowhere: each event has a page of its own. */
  readonly views: (asOf: Instant | undefined) => readonly RowView[];
  /** What its picture shows. */
  readonly drawing: () => ListDrawing;
  /** The minutes that the answer speaks of, where some lie outside its window: an episode that runs across an end of it is shown whole. */
  readonly reach: MinuteRange | undefined;
}

/** The digest of a list, and the text that it is the hash of. */
export interface ListDigest {
  readonly digest: string;
  readonly digestText: string;
}

/** A list as its forms show it. */
export interface StatedList extends ShownList, ListDigest {
  /** What was said later of what it says, the newest first. */
  readonly errata: readonly Erratum[];
}

/** What every form of a list says beside its figures. */
export interface Stated {
  readonly address: string;
  readonly lastModified: Instant | undefined;
}
