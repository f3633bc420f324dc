import type { FigureAnswer } from '../../api/events';
import { ASKED_QUOTES } from '../../domain/askedBooks';
import type { MarketEvent, Road } from '../../domain/events/event';
import { formatMinute } from '../../domain/minute';
import { pairOf } from '../../domain/market';
import { typedImport, typedIngest, type TypedCommand } from '../typed';
import { venueName } from './venues';

export interface RoadWords extends TypedCommand {
  readonly what: string;
}

/** How an event's candles come in, as typed. */
export function roadWords({ assets, window }: Pick<MarketEvent, 'assets' | 'window'>, road: Road): RoadWords {
  switch (road.kind) {
    case 'preset':
      return {
        what: 'The event with its assets, venues and windows',
        ...typedIngest(`--preset ${road.preset}`),
      };
    case 'window':
      return {
        what: 'The venues that serve candles of that time (UTC)',
        ...typedIngest(`${assets.join(' ')} --from ${formatMinute(window.from)} --to ${formatMinute(window.to)}`),
      };
    case 'file':
      return {
        what: `${venueName(road.market.venue)} ${pairOf(road.market)}, which an ingest does not ask for: from a file of candles or trades`,
        ...typedImport(`FILE.csv --venue ${road.market.venue} --market ${pairOf(road.market)}`),
      };
  }
}

/** Over the commands for figures of which no candle is stored. */
export const missingFigures = { lead: 'To fetch what is not stored here:' } as const;

/** What brings in the candles of figures that are not stored, over the event's own days (`from`, `to`): spot books, contracts, files. */
export function missingCommands(
  figures: readonly FigureAnswer[],
  { from, to }: { readonly from: string; readonly to: string },
): readonly TypedCommand[] {
  const missing = figures.filter(({ verdict }) => verdict === 'not-stored');
  const spot = missing.filter(({ kind }) => kind === 'spot');
  const asked = spot.filter(({ market }) => ASKED_QUOTES.some((quote) => market.endsWith(`/${quote}`)));
  const contracts = missing.filter(({ kind }) => kind !== 'spot');
  const ingest = (some: readonly FigureAnswer[], more: string): readonly TypedCommand[] =>
    some.length === 0 ? [] : [typedIngest(`${distinct(some.map(baseOf)).join(' ')} --from ${from} --to ${to}${more}`)];
  const kinds = distinct(contracts.map(({ kind }) => kind)).join(',');
  const venues = distinct(contracts.map(({ venue }) => venue)).join(',');
  return [
    ...ingest(asked, ''),
    ...ingest(contracts, ` --kinds ${kinds} --venues ${venues}`),
    ...distinct(
      spot
        .filter((one) => !asked.includes(one))
        .map(({ venue, market }) => `FILE.csv --venue ${venue} --market ${market}`),
    ).map(typedImport),
  ];
}

const baseOf = ({ market }: FigureAnswer): string => market.split('/')[0] ?? market;
const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];
