import type { ColumnsFlaw } from '../../api/columns/bytes';

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
