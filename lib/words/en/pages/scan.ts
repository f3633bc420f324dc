import { count } from '../numbers';

export const scanWords = {
  title: 'Every asset, worst first',
  lead: 'Every period in which a venue’s price strayed from the market, for all assets with data. The figures say how far and for how long, not why.',
  table: 'Episodes of every asset',
} as const;

interface Found {
  readonly found: number;
  readonly assets: number;
  readonly shown: number;
}

/** "1,234 episodes in 9 assets. The first 200 are shown; the JSON takes a limit." The number apart, to be set in bold. */
export const scanFound = ({ found, assets, shown }: Found): { readonly found: string; readonly rest: string } => ({
  found: count(found),
  rest: `${found === 1 ? 'episode' : 'episodes'} in ${count(assets)} ${assets === 1 ? 'asset' : 'assets'}.${
    found > shown ? ` The first ${count(shown)} are shown; the JSON takes a limit.` : ''
  }`,
});
