import { numberOf } from '../../domain/decimal';
import type { Fill, FillBook } from '../fill';
import { auditFill, type AuditedFill } from './auditFill';
import { Curving, type Curves } from './curves';
import type { BookEpisode, Market } from './market';
import { ruledBy, RuleSumming, type Ruled, type RuleSum } from './official';
import { Summing, type Sum } from './sums';

/** A sum and what it is of. */
export interface Part {
  readonly key: string;
  readonly sum: Sum;
}

/** Of an episode, with the book it is of; undefined: of further episodes together. */
export interface EpisodePart extends Part {
  readonly of: { readonly book: FillBook; readonly episode: BookEpisode } | undefined;
}

/** A fill with what it comes to, and by the official rule. */
export interface StatedFill extends AuditedFill {
  readonly ruled: Ruled | undefined;
}

/** What an audit comes to. */
export interface Statement {
  readonly all: Sum;
  /** By asset as our registry names it; unknown symbols as the file has them. */
  readonly assets: readonly Part[];
  /** By episode id; fills outside every episode of their book and side are in none. */
  readonly episodes: readonly EpisodePart[];
  readonly accounts: readonly Part[];
  readonly rule: RuleSum;
  /** The first liquidations that the rule speaks of, by their time. */
  readonly ruled: readonly StatedFill[];
  readonly curves: Curves;
  /** Those of the largest sums of money, either way, the largest first; then those without one, in the order of the file. */
  readonly shown: readonly StatedFill[];
}

/** Totals of more parts than anybody reads are added up in one: a hostile file names a new symbol in every row. */
const MOST_PARTS = 500;
const REST = '…';
/** Liquidations listed beside the official rule; all are counted. */
const MOST_RULED = 1_000;

/** Audits fills one after the other; holds totals and the largest, never all of them. */
export class Stating {
  readonly #all = new Summing();
  readonly #assets = new Map<string, Summing>();
  readonly #episodes = new Map<string, Summing>();
  readonly #accounts = new Map<string, Summing>();
  readonly #rule = new RuleSumming();
  readonly #curves = new Curving();
  readonly #episodesOf = new Map<string, EpisodePart['of']>();
  readonly #ruled: StatedFill[] = [];
  readonly #largest: { readonly size: number; readonly fill: StatedFill }[] = [];
  /** Below this size none is among the largest. */
  #least = -Infinity;

  /** `mostShown`: how many fills are held. */
  constructor(
    readonly market: Market,
    readonly mostShown: number,
  ) {}

  take(fill: Fill): StatedFill {
    const audited = auditFill(fill, this.market);
    const ruled = ruledBy(audited, this.market);
    const stated = { ...audited, ruled };
    this.#all.take(audited);
    part(this.#assets, fill.book?.base ?? fill.symbol).take(audited);
    part(this.#accounts, fill.account).take(audited);
    this.#curves.take(audited);
    const { episode } = audited;
    if (fill.book !== undefined && episode !== undefined) {
      part(this.#episodes, episode.id).take(audited);
      this.#episodesOf.set(episode.id, { book: fill.book, episode });
    }
    this.#rule.take(audited, ruled);
    if (ruled !== undefined && this.#ruled.length < MOST_RULED) this.#ruled.push(stated);
    this.#show(stated);
    return stated;
  }

  #show(fill: StatedFill): void {
    const size = fill.money === undefined ? -1 : Math.abs(numberOf(fill.money));
    if (size < this.#least || (size === this.#least && this.#largest.length >= this.mostShown)) return;
    this.#largest.push({ size, fill });
    if (this.#largest.length < 2 * this.mostShown) return;
    this.#cut();
    this.#least = this.#largest.at(-1)?.size ?? -Infinity;
  }

  #cut(): void {
    // Of equals the one that came first stays before the other.
    this.#largest.sort((a, b) => b.size - a.size);
    this.#largest.length = Math.min(this.#largest.length, this.mostShown);
  }

  get statement(): Statement {
    this.#cut();
    return {
      all: this.#all.sum,
      assets: partsOf(this.#assets),
      episodes: partsOf(this.#episodes).map((one) => ({ ...one, of: this.#episodesOf.get(one.key) })),
      accounts: partsOf(this.#accounts),
      rule: this.#rule.sum,
      ruled: this.#ruled.toSorted((a, b) => a.fill.atMs - b.fill.atMs),
      curves: this.#curves.curves,
      shown: this.#largest.map(({ fill }) => fill),
    };
  }
}

function part(parts: Map<string, Summing>, key: string): Summing {
  const own = parts.has(key) || parts.size < MOST_PARTS ? key : REST;
  const known = parts.get(own);
  if (known !== undefined) return known;
  const made = new Summing();
  parts.set(own, made);
  return made;
}

const partsOf = (parts: ReadonlyMap<string, Summing>): readonly Part[] =>
  [...parts].map(([key, { sum }]) => ({ key, sum }));
