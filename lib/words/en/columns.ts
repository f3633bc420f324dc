/** What is wrong with columns that came from the server. */
export type ColumnsFlaw =
  | { readonly kind: 'not-columns' }
  /** Another version wrote them. */
  | { readonly kind: 'version'; readonly version: number }
  | { readonly kind: 'length'; readonly said: number; readonly came: number }
  | { readonly kind: 'checksum' }
  | { readonly kind: 'content'; readonly part: string };

/** Why columns cannot be read, as a clause: what follows names the address and the mend. */
export function columnsFlaw(flaw: ColumnsFlaw): string {
  switch (flaw.kind) {
    case 'not-columns':
      return 'these are no columns';
    case 'version':
      return `its columns are of version ${String(flaw.version)}, which this page does not know`;
    case 'length':
      return `its columns are ${String(flaw.came)} bytes long and say ${String(flaw.said)}`;
    case 'checksum':
      return 'its columns were altered on the way: their checksum is another';
    case 'content':
      return `its columns do not fit together (${flaw.part})`;
  }
}
