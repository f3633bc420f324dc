/** What is stored takes so many bytes on disk. */
export interface DiskSizes {
  readonly databaseBytes: number;
  readonly assets: readonly { readonly asset: string; readonly candleBytes: number; readonly replyBytes: number }[];
}
