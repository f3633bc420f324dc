import { viewOf } from '../../sealed/verdict';
import type { View } from '../../permalink/view';

/** An address as a picture prints it, and the view that it is of. */
export interface AskedAddress {
  readonly address: string;
  readonly view: View;
}

/** undefined: it is no whole address of a view. */
export function askedAddress(address: string): AskedAddress | undefined {
  const view = viewOf(address);
  return view === undefined ? undefined : { address, view };
}
