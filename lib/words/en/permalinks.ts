import { quoted, refusalWords } from './refusals';

/** Why a pasted permalink names no view, in one line with the mend. */
export type BrokenPermalink =
  | { readonly kind: 'not-an-address' | 'broken-short-address' | 'no-asset' | 'two-assets' | 'no-window' }
  | { readonly kind: 'given-twice'; readonly name: string };

/** Beside the figures of an address written in an earlier form. */
export const earlierForm = (form: number, method: number): string =>
  `This address has the form of version ${String(form)}: where it names no reference, prices are compared with the other venues’ median. The figures are computed by version ${String(method)} of the method.`;

export function brokenPermalink(text: string, broken: BrokenPermalink): string {
  switch (broken.kind) {
    case 'not-an-address':
      return `${quoted(text)} is not an address; give one like /ATOM?v=3&m=2&from=…&to=…`;
    case 'broken-short-address':
      return `${quoted(text)} is a short address that is incomplete or was changed on its way; copy the whole link again`;
    case 'no-asset':
      return `${quoted(text)} names no asset; give an address like /ATOM?v=3&m=2&from=…&to=… or a query like asset=ATOM&from=…&to=…`;
    case 'two-assets':
      return `${quoted(text)} names an asset in its path and in its query; leave one of them out`;
    case 'no-window':
      return 'the address names no window; add from=…&to=… as UTC minutes like 2025-10-10T20:00Z';
    case 'given-twice':
      return refusalWords(broken);
  }
}
