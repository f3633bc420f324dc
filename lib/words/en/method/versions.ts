import { METHOD_VERSION } from '../../../domain/method';
import { strong, text, type RichText } from '../../richText';

export const versionName = (version: number): string => `Version ${String(version)}`;

export const IN_FORCE: RichText = text`${strong(versionName(METHOD_VERSION))} is in force. Any change to a rule on this page raises the version. Answers, pictures and digests name the version they were made with, so a number from before a change is never mistaken for one from after it.`;

/** What changed from one version of the method to the next, the newest first. */
export const CHANGES: readonly { readonly version: number; readonly what: string }[] = [
  {
    version: 1,
    what: 'The first version: every rule on this page. There are no earlier results, so none need to be read differently.',
  },
];
