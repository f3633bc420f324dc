import * as english from './en/market';
import { spoken } from './spoken';

export type * from './en/market';
export const { marketLabel, marketName, marketText, pairText, pairWords, venueAndKind } = spoken('market', english);
