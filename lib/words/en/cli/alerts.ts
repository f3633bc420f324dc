import type { AlertRule } from '../../../domain/alert';
import { writeCertainty, type WrittenCertainty } from '../../../domain/episode';
import { formatLevel } from '../numbers';
import { quoted } from '../refusals';

/** What `alerts` says for people, and `follow` of alerts. */

export const NO_ALERT_RULES = 'no rules; `plumbline alerts add --depth 0.05 --minutes 3 --peers 5` adds one';

/** A rule as it is written: "any asset, any venue, 5 % or deeper for 3 minutes, 5 other venues or more, certain". */
export const writtenRuleText = ({
  assets,
  venues,
  side,
  depth,
  minutes,
  peers,
  certainty,
}: Omit<AlertRule, 'assets' | 'venues' | 'certainty'> & {
  readonly assets: readonly string[] | undefined;
  readonly venues: readonly string[] | undefined;
  readonly certainty: readonly WrittenCertainty[];
}): string =>
  [
    assets?.join(' ') ?? 'any asset',
    venues?.join(' ') ?? 'any venue',
    `${formatLevel(depth)} or deeper${side === undefined ? '' : ` ${side}`} for ${String(minutes)} ${minutes === 1 ? 'minute' : 'minutes'}`,
    `${String(peers)} other venues or more`,
    certainty.join(' '),
  ].join(', ');

export const ruleText = (rule: AlertRule): string =>
  writtenRuleText({ ...rule, certainty: rule.certainty.map(writeCertainty) });

/** Of a receiver its host alone: the rest of an address may be a secret. */
export const receiverText = (host: string, isPrivate: boolean, inRehearsal: boolean): string =>
  [host, ...(isPrivate ? ['private addresses allowed'] : []), ...(inRehearsal ? ['of rehearsals, too'] : [])].join(
    ', ',
  );

export const listLine = (id: string, text: string): string => `${id}  ${text}\n`;
export const alertAdded = (id: string, text: string): string => `added as ${id}: ${text}`;
export const alertRemoved = (id: string): string => `${id} is removed; its past alerts stay`;

export const alertActionUnknown = (action: string): string =>
  `${quoted(action)} is not an action of alerts; it takes add, webhook and an address, remove and an id, or nothing to list rules and receivers`;
export const alertIdUnknown = (id: string): string =>
  `there is no rule or receiver ${quoted(id)}; \`plumbline alerts\` lists them`;

export const ALERT_FAULTS = {
  addTakesNothing: 'add takes no name; an id is made of the rule',
  removeNeedsId: 'remove takes the id of a rule or receiver; `plumbline alerts` lists them',
  webhookNeedsAddress: 'webhook takes an address with https',
  webhookUnusable: 'the webhook’s address cannot be used; it takes https, or http with --private',
  webhookPrivate: 'the webhook’s address has no TLS; add --private if that is meant',
  thereAlready: 'it is already there; `plumbline alerts` lists it',
  number: (option: string, least: number, most: number): string =>
    `${option} takes a number from ${String(least)} to ${String(most)}`,
} as const;

/** In the log of `follow`: of a receiver the host alone. */
export const alertGivenUp = (id: string, host: string, attempts: number, outcome: string): string =>
  `alerts: ${id} was not delivered to ${host} after ${String(attempts)} attempts (last: ${outcome})`;
export const alertsFailed = (reason: string): string => `alerts: not evaluated (${reason}); tried again in a minute`;
export const alertChanges = (changes: number): string =>
  `alerts: ${String(changes)} ${changes === 1 ? 'change' : 'changes'} recorded`;
