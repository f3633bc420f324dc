import { listOf, type ListView } from '../../permalink/lists';
import type { View } from '../../permalink/view';
import { viewOf } from '../../sealed/verdict';

/** An address as a picture prints it, and the view that it is of. */
export interface AskedAddress {
  readonly address: string;
  readonly view: View;
}

/** An address of a page of many assets, and the page as it names it. */
export interface AskedList {
  readonly address: string;
  readonly list: ListView;
}

/** An address as a picture prints it: of a view, or of a page of many assets. */
export type PrintedAddress = AskedAddress | AskedList;

/** undefined: it is no whole address of either. */
export function printedAddress(address: string): PrintedAddress | undefined {
  const list = listOf(address);
  // The page of many assets comes first: by its spelling alone /lows could be that of an asset.
  return list === undefined ? askedAddress(address) : { address, list };
}

/** undefined: it is no whole address of a view. */
function askedAddress(address: string): AskedAddress | undefined {
  const view = viewOf(address);
  return view === undefined ? undefined : { address, view };
}
