import type { OrderLogAnswer } from '../../api/orderLog';
import type { LogAsked, LogLayout, LogSaid } from '../../claims/orderLog/layout';

/** A log as its first lines show it. */
export interface OpenedLogFile {
  readonly name: string;
  readonly layout: LogLayout;
  readonly firstLines: readonly string[];
  /** What is still to be said before it can be read. */
  readonly asked: readonly LogAsked[];
  /** Some of its times name no zone. */
  readonly isZoneless: boolean;
}

/** What the worker is told: files, and what is said of each, in their order. */
export interface OrderLogRequest {
  readonly files: readonly File[];
  readonly said: readonly LogSaid[];
}

export type OrderLogReply =
  | { readonly kind: 'opened'; readonly files: readonly OpenedLogFile[] }
  | { readonly kind: 'share'; readonly share: number }
  /** undefined: something is still to be said. */
  | { readonly kind: 'done'; readonly answer: OrderLogAnswer | undefined }
  | { readonly kind: 'failed'; readonly message: string };
