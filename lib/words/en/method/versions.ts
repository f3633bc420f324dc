import { METHOD_VERSION } from '../../../domain/method';
import { code, strong, text, type RichText } from '../../richText';

export const versionName = (version: number): string => `Version ${String(version)}`;

export const IN_FORCE: readonly RichText[] = [
  text`${strong(versionName(METHOD_VERSION))} is in force. Any change to a rule on this page raises the version. Answers, pictures and digests name the version they were made with, so a number from before a change is never mistaken for one from after it.`,
  text`In the address of a page, ${code('m')} is the version of the method, and ${code('v')} the version of the address’s own form. An address of ${code('v=1')} keeps the defaults of that form, is computed by version ${String(METHOD_VERSION)}, and says so.`,
];

/** What changed from one version of the method to the next, the newest first. */
export const CHANGES: readonly { readonly version: number; readonly what: string }[] = [
  {
    version: 2,
    what: 'The first version with published results: every rule on this page.',
  },
  {
    version: 1,
    what: 'Never published. Its rates rested on fewer books, a venue’s own among them, and carried no uncertainty. No number of it remains.',
  },
];
