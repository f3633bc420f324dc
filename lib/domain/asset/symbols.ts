import type { Asset } from '../market';

/** Tickers that their issuers write with small letters; every other one is written as its code. */
const MIXED_CASE: Readonly<Record<string, string>> = {
  USDE: 'USDe',
  SUSDE: 'sUSDe',
  STETH: 'stETH',
  WSTETH: 'wstETH',
  RETH: 'rETH',
  CBETH: 'cbETH',
  WEETH: 'weETH',
  EETH: 'eETH',
  METH: 'mETH',
  CBBTC: 'cbBTC',
  JITOSOL: 'JitoSOL',
  MSOL: 'mSOL',
  FRXUSD: 'frxUSD',
  CRVUSD: 'crvUSD',
  DEUSD: 'deUSD',
};

/** An asset's ticker as people write it: `USDe` for USDE, `ATOM` for ATOM. */
export const symbolOf = (asset: Asset): string => MIXED_CASE[asset] ?? asset;
