import { METHOD_VERSION } from '../../../domain/method';
import type { Block } from '../../richText';

/** The head of the methodology page, and the words that every chapter shares. */
export const PAGE = {
  title: 'Method',
  description:
    'How every number is computed: rates and their uncertainty, references, deviations and episodes. Each rule comes with its formula, the reason for it, and an example worked out on stored candles.',
  heading: `Method, version ${String(METHOD_VERSION)}`,
  contents: 'On this page',
  why: 'Why',
} as const;

export const LEAD: readonly Block[] = [
  'A deviation is a statement about an exchange. This page explains how each one is computed, so that anyone can check it, reproduce it or dispute it.',
  'Each rule is given in words and as a formula, with the reason for it and a worked example. The examples are computed from stored candles, by the same code as every other number on this site. No figure in them was typed by hand. Figures are rounded for reading; the JSON answer has every digit.',
];

/** How a screen reader announces a formula, from what it says in words. */
export const formulaLabel = (formula: string): string => `Formula: ${formula}`;

/** The form that asks for another example. */
export const CHOICE = { asset: 'Asset', minute: 'Minute, UTC', submit: 'Show this minute' } as const;
