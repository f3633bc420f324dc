import type { LeftOutMarket, WrittenWhy } from '../../api/leftOut';
import { factorWords } from './numbers';
import { spelled } from './spelled';

const WHY: Readonly<Record<WrittenWhy, string>> = {
  alias: 'second name of another book',
  'suspected alias': 'suspected second name of another book',
  'suspected namesake': 'suspected to be another coin or unit',
};

/** Why a market takes no part, in a cell or in brackets; undefined: it is not known which. */
export const whyWords = (why: WrittenWhy | undefined): string => (why === undefined ? 'left out' : WHY[why]);

/** The same with what is known of it: "second name of BTC/USD", "suspected to be another coin or unit: 0.034 times the other venues’ median". */
export function leftOutWords({ why, aliasOf, factor }: Pick<LeftOutMarket, 'why' | 'aliasOf' | 'factor'>): string {
  switch (why) {
    case 'alias':
      return aliasOf === null ? WHY[why] : `second name of ${aliasOf}`;
    case 'suspected alias':
      return aliasOf === null ? WHY[why] : `suspected second name of ${aliasOf}`;
    case 'suspected namesake':
      return factor === null ? WHY[why] : `${WHY[why]}: ${factorWords(factor)} the other venues’ median`;
  }
}

/** "on 2025-10-10", "on two UTC days, 2025-10-10 to 2025-10-12"; nothing of no day. Days as `2025-10-10`, ascending. */
export function onDays(days: number, first: string, last: string): string {
  return days === 1 ? `on ${first}` : `on ${spelled(days)} UTC days, ${first} to ${last}`;
}

export const leftOutTable = {
  title: 'Markets left out',
  lead: 'They take no part: nobody is compared with them, and they lend no rate a leg. A second name of a book would count that book twice; another coin or unit under the same ticker has a price of its own.',
  label: 'Markets left out',
  venue: 'Venue',
  market: 'Market',
  source: 'Source',
  why: 'Why',
  days: 'UTC days',
} as const;
