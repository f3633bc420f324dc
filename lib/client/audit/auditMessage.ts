import type { AuditAnswer } from '../../api/audit';
import type { Pseudonyms } from '../../claims/audit/pseudonyms';
import type { AskedDay, StoredDay } from '../../claims/audit/market';
import type { Asked, Layout, Said } from '../../claims/reading/layout';
import type { MinuteRange } from '../../domain/minute';

/** A file as its first lines show it. */
export interface OpenedFile {
  readonly name: string;
  readonly bytes: number;
  /** undefined: no line of its beginning is a head of fills. */
  readonly layout: Layout | undefined;
  /** Then its beginning is neither UTF-8 nor UTF-16. */
  readonly isNotUtf8: boolean;
  readonly firstRows: readonly (readonly string[])[];
  /** Its rows name their own instants. */
  readonly isFixed: boolean;
  /** What is still to be said before it can be read. */
  readonly asked: readonly Asked[];
}

/** An audit, and who is who in it: the names stay on the page. */
export interface StatedAudit {
  readonly answer: AuditAnswer;
  readonly names: Pick<Pseudonyms, 'accounts' | 'files'>;
}

/** What the worker is told, in this order; `csv` and `state` as often as wanted. */
export interface AuditWork {
  readonly open: {
    readonly given: { readonly files: readonly File[]; readonly said: readonly Said[] };
    readonly comes: readonly OpenedFile[];
  };
  /** Reads the files once; comes to the days of books that the fills need. */
  readonly survey: {
    readonly given: { readonly period: MinuteRange | undefined };
    readonly comes: readonly AskedDay[];
  };
  /** Takes days; comes to those that other zones need, where the one that was read by does not fit. */
  readonly days: {
    readonly given: readonly { readonly asked: AskedDay; readonly stored: StoredDay }[];
    readonly comes: readonly AskedDay[];
  };
  /** Reads the files again, each fill against its minute. */
  readonly state: { readonly given: undefined; readonly comes: StatedAudit };
  /** The same, a row for each fill. */
  readonly csv: { readonly given: undefined; readonly comes: Blob };
}
export type AuditStep = keyof AuditWork;

export type AuditRequest = {
  readonly [Step in AuditStep]: { readonly step: Step; readonly given: AuditWork[Step]['given'] };
}[AuditStep];

export type AuditReply =
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly message: string };
