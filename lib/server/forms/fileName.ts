import { formatMinute, type Minute } from '../../domain/minute';
import type { ViewForm } from '../../permalink/forms';
import type { LeagueForm } from '../../permalink/league';
import type { ListView } from '../../permalink/lists';
import type { View } from '../../permalink/view';

/** `plumbline-ATOM-2025-10-10T2000Z.csv`, SIMULATED in front where it is. */
export const viewFileName = ({ question, minute }: View, form: ViewForm, simulated: boolean): string =>
  fileName([question.asset, written(minute ?? question.range.from)], form, simulated);

/** `plumbline-lows-2025-10-10T2000Z.csv`, `plumbline-events-2025-10-10.md`, likewise. */
export const listFileName = (list: ListView, form: ViewForm, simulated: boolean): string =>
  fileName(partsOf(list), form, simulated);

/** `plumbline-league-2025-10-10.csv`, likewise. */
export const leagueFileName = (day: string, form: LeagueForm, simulated: boolean): string =>
  fileName(['league', day], form, simulated);

const fileName = (parts: readonly string[], form: ViewForm, simulated: boolean): string =>
  `${[...(simulated ? ['SIMULATED'] : []), 'plumbline', ...parts].join('-')}.${form}`;

function partsOf(list: ListView): readonly string[] {
  switch (list.kind) {
    case 'events':
      return ['events'];
    case 'event':
      return ['events', list.view.event];
    case 'venues':
      return ['venues', written(list.range.from)];
    case 'venue':
      return ['venues', list.venue, written(list.range.from)];
    case 'lows':
    case 'scan':
    case 'compare':
      return [list.kind, written(list.asked.range.from)];
  }
}

const written = (at: Minute): string => formatMinute(at).replaceAll(':', '');
