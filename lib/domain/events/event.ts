import type { PriceField } from '../candle';
import type { Asset, Market } from '../market';
import type { Minute, MinuteRange } from '../minute';

/** The events that have a page, oldest first; an id is the address. */
export const EVENT_IDS = ['2020-03-12', '2021-10-21', '2023-03-11', '2025-10-10', '2025-12-24', '2026-02-06'] as const;
export type EventId = (typeof EVENT_IDS)[number];

/** Who published a figure or a statement. `press`: second-hand, as quoted there. */
export const PUBLISHERS = [
  'yanagihalab',
  'benson-sun',
  'jamster187',
  'daviesluo',
  'quantlet',
  'theglory',
  'binance-statement',
  'binance-index-notice',
  'binance-display-notice',
  'claimants',
  'public-candles',
  'press',
] as const;
export type Publisher = (typeof PUBLISHERS)[number];

/** A figure as it was published: its digits say how far it can be compared. `0.001`, `98726.74`. */
export type Digits = `${number}`;

/**
 * What a published figure can be held against. `candle`: prices of one minute. `low`, `high`: the extreme of a range. `closes-below`: in how
 * many minutes of a range a market closed below a level. `deviation`: how far a low lay from its asset's own reference.
 */
export type Check =
  | {
      readonly kind: 'candle';
      readonly market: Market;
      readonly at: Minute;
      readonly prices: Readonly<Partial<Record<PriceField, Digits>>>;
    }
  | {
      readonly kind: 'low' | 'high';
      readonly market: Market;
      readonly range: MinuteRange;
      readonly price: Digits;
      /** The minute that was published with it. */
      readonly at?: Minute;
    }
  | {
      readonly kind: 'closes-below';
      readonly market: Market;
      readonly range: MinuteRange;
      readonly level: Digits;
      readonly minutes: Digits;
    }
  | {
      readonly kind: 'deviation';
      readonly market: Market;
      readonly at: Minute;
      /** In percent. */
      readonly percent: Digits;
    };

/** A published figure that can be held against stored candles, and who published it. */
export interface PublishedFigure {
  readonly publisher: Publisher;
  /** Published as "about". */
  readonly isAbout?: boolean;
  readonly check: Check;
}

/** What was published and no candle can confirm; its text is in words. */
export interface Statement {
  readonly id: string;
  readonly publisher: Publisher;
}

/** How candles of an event come in: by a preset, by assets and a window, or, where no venue's API is asked for them, from a file. */
export type Road =
  | { readonly kind: 'preset'; readonly preset: string }
  | { readonly kind: 'window' }
  | { readonly kind: 'file'; readonly market: Market };

export interface MarketEvent {
  readonly id: EventId;
  /** What is shown of it. */
  readonly window: MinuteRange;
  /** Whose prices it is about, the one in question first. */
  readonly assets: readonly Asset[];
  /** Episodes of every stored asset belong to it, not of `assets` alone. */
  readonly isMarketWide: boolean;
  /** The hours that a venue declared as its own; undefined: none did. */
  readonly declared: Declared | undefined;
  readonly figures: readonly PublishedFigure[];
  readonly statements: readonly Statement[];
  readonly roads: readonly Road[];
}

/** The hours a venue declared, half-open, and where. */
export interface Declared {
  readonly venue: Market['venue'];
  readonly range: MinuteRange;
  readonly publisher: Publisher;
}

export const isEventId = (text: string): text is EventId => EVENT_IDS.some((id) => id === text);
