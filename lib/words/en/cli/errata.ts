import { codeOf } from '../../typed';
import type { Erratum } from '../../../api/errata';
import { erratumScope, erratumText } from '../errata';
import { plainLine } from '../../../domain/plainLine';
import { quoted } from '../refusals';

/** What `errata` says for people. */

export const noErrata = (): string => `no errata; ${codeOf('errata add')} enters one`;

export const entered = (id: number): string => `entered as number ${String(id)}`;
export const withdrawn = (id: number): string => `number ${String(id)} is withdrawn; it stays in the list`;

export const errataActionUnknown = (action: string): string =>
  `${quoted(action)} is not an action of errata; it takes add, withdraw and a number, or nothing to list them`;

export const noSuchErratum = (id: number, why: 'none' | 'already'): string =>
  why === 'none'
    ? `there is no erratum ${String(id)}; ${codeOf('errata')} lists them`
    : `number ${String(id)} is withdrawn already`;

export const linkUnusable = (text: string): string => `link is ${quoted(text)}; it takes an address with http or https`;

export const ERRATA_FAULTS = {
  addTakesNoNumber: 'add takes no number; numbers are given to entries',
  get withdrawNeedsNumber(): string {
    return `withdraw takes the number of an entry; ${codeOf('errata')} lists them`;
  },
  whoseStatement: 'name the venue that says it with --venue',
  addressHasScope: 'an address names its asset and its minutes; leave out --asset, --from and --to',
  concernsWhat: 'name what it concerns: --address, or --asset, --venue and --from',
  reversed: 'the minutes are empty or reversed; --from comes before --to',
  reasonMissing: 'say why with --reason',
  text: (name: string, most: number): string =>
    `--${name} is empty or has more than ${String(most)} letters; say it shorter, and --link to the rest`,
  unseen: (name: string, signs: readonly string[]): string =>
    `--${name} has signs that nobody sees: ${signs.join(', ')}; leave them out`,
} as const;

/** Of an entry that is made all the same: whoever signs it decides. `words`: as they stand in it. */
export const accusesIn = (name: string, words: readonly string[]): string =>
  `--${name} says whose doing something was, or why: ${words.map(quoted).join(', ')}; it is shown as given wherever the entry stands`;

/** The newest first: number, what it concerns, and what it says. */
export const errataText = (errata: readonly Erratum[]): string =>
  errata.map((one) => `${String(one.id)}  ${erratumScope(one)}\n   ${plainLine(erratumText(one))}\n`).join('');
