import type { Asset } from '../../market';
import type { AssetEntry, AssetNature } from '../types';

/** `CODE Name with spaces`; a code alone is its own name. */
function entriesIn(text: string, nature: AssetNature): readonly AssetEntry[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [code = '', ...words] = line.trim().split(' ');
      return { asset: code as Asset, name: words.length === 0 ? code : words.join(' '), nature };
    });
}

const stable = (of: string, text: string): readonly AssetEntry[] => entriesIn(text, { kind: 'stable', of });
const wrapped = (underlying: string, accrues: boolean, text: string): readonly AssetEntry[] =>
  entriesIn(text, { kind: 'wrapped', underlying: underlying as Asset, accrues });

/** Backed one for one by dollars, treasury bills or more than their worth in collateral, and redeemable at par. */
const USD_STABLES = stable(
  'USD',
  `
  USDT Tether
  USDC USD Coin
  FDUSD First Digital USD
  TUSD TrueUSD
  DAI Dai
  USDS Sky Dollar
  BUSD Binance USD
  USDP Pax Dollar
  PYUSD PayPal USD
  USD1 World Liberty Financial USD
  USDG Global Dollar
  RLUSD Ripple USD
  GUSD Gemini Dollar`,
);

const OTHER_STABLES = [
  ...stable(
    'EUR',
    `
  EURC Euro Coin
  EURT Tether Euro
  EURS STASIS Euro
  EURI Eurite
  EURQ Quantoz Euro
  EURR StablR Euro
  AEUR Anchored Coins Euro`,
  ),
  ...stable('CHF', 'XCHF CryptoFranc'),
  ...stable('SGD', 'XSGD'),
];

/** Held at 1 USD by hedges, algorithms or other assets' collateral: parity is what is studied, never assumed. */
const PEGGED = entriesIn(
  `
  USDE Ethena USDe
  USDD
  FRAX Legacy Frax Dollar
  FRXUSD Frax USD
  CRVUSD Curve USD
  GHO
  LUSD Liquity USD
  SUSD Synthetix USD
  MIM Magic Internet Money
  USDF Falcon USD
  USD0 Usual USD
  DEUSD Elixir deUSD
  USDJ
  BFUSD`,
  { kind: 'pegged' },
);

/**
 * Staking tokens whose ratio grows with the rewards, and bridged ones that stand for one unit. stETH pays its rewards in
 * further stETH, so that one stays a claim on one ETH.
 */
const WRAPPED = [
  ...wrapped(
    'ETH',
    true,
    `
  WBETH Wrapped Beacon ETH
  WSTETH Lido Wrapped Staked ETH
  CBETH Coinbase Wrapped Staked ETH
  RETH Rocket Pool ETH
  WEETH Wrapped eETH
  METH Mantle Staked ETH
  CMETH Mantle Restaked ETH
  RSETH Kelp DAO Restaked ETH
  EZETH Renzo Restaked ETH
  SFRXETH Staked Frax Ether`,
  ),
  ...wrapped(
    'ETH',
    false,
    `
  STETH Lido Staked ETH
  WETH Wrapped ETH
  FRXETH Frax Ether
  ETH2 Staked ETH`,
  ),
  ...wrapped(
    'SOL',
    true,
    `
  BNSOL Binance Staked SOL
  JITOSOL Jito Staked SOL
  MSOL Marinade Staked SOL
  BBSOL Bybit Staked SOL
  BGSOL Bitget Staked SOL
  JUPSOL Jupiter Staked SOL
  OKSOL OKX Staked SOL`,
  ),
  ...wrapped(
    'BTC',
    false,
    `
  WBTC Wrapped Bitcoin
  CBBTC Coinbase Wrapped BTC
  TBTC Threshold Bitcoin
  BTCB Binance-Peg BTC
  RBTC Rootstock Smart Bitcoin
  SOLVBTC Solv Protocol BTC`,
  ),
  ...wrapped('USDE', true, 'SUSDE Ethena Staked USDe'),
  ...wrapped('AVAX', true, 'SAVAX Benqi Staked AVAX'),
  ...wrapped('BNB', false, 'WBNB Wrapped BNB'),
];

/** The event's assets, and the largest by market capitalisation around October 2025. */
const PLAIN = entriesIn(
  `
  BTC Bitcoin
  ETH Ethereum
  XRP
  BNB
  SOL Solana
  DOGE Dogecoin
  TRX TRON
  ADA Cardano
  HYPE Hyperliquid
  LINK Chainlink
  SUI Sui
  AVAX Avalanche
  XLM Stellar
  BCH Bitcoin Cash
  HBAR Hedera
  LEO UNUS SED LEO
  LTC Litecoin
  SHIB Shiba Inu
  TON Toncoin
  CRO Cronos
  DOT Polkadot
  MNT Mantle
  XMR Monero
  WLFI World Liberty Financial
  UNI Uniswap
  AAVE Aave
  ENA Ethena
  PEPE Pepe
  OKB
  BGB Bitget Token
  NEAR NEAR Protocol
  APT Aptos
  TAO Bittensor
  ONDO Ondo
  ETC Ethereum Classic
  ASTER Aster
  ZEC Zcash
  WLD Worldcoin
  POL Polygon Ecosystem Token
  ICP Internet Computer
  ARB Arbitrum
  KAS Kaspa
  ALGO Algorand
  VET VeChain
  ATOM Cosmos Hub
  PUMP Pump.fun
  RENDER Render
  SEI Sei
  FIL Filecoin
  TRUMP OFFICIAL TRUMP
  IP Story
  BONK Bonk
  JUP Jupiter
  SKY Sky
  QNT Quant
  INJ Injective
  TIA Celestia
  STX Stacks
  OP Optimism
  IMX Immutable
  CRV Curve DAO
  FET Artificial Superintelligence Alliance
  LDO Lido DAO
  SPX SPX6900
  FLR Flare
  KAIA Kaia
  XPL Plasma
  PENGU Pudgy Penguins
  GRT The Graph
  XTZ Tezos
  FLOKI Floki
  KCS KuCoin Token
  GT GateToken
  XDC XDC Network
  ENS Ethereum Name Service
  WIF dogwifhat
  PYTH Pyth Network
  S Sonic
  A Vaulta
  IOTX IoTeX
  ENJ Enjin Coin
  IOTA
  THETA Theta Network
  GALA Gala
  SAND The Sandbox
  MANA Decentraland
  DASH Dash
  NEO
  BSV Bitcoin SV
  DYDX
  CELO Celo
  COMP Compound
  PAXG PAX Gold
  XAUT Tether Gold
  LUNA Terra
  LUNC Terra Classic
  USTC TerraClassicUSD
  MKR Maker
  AGIX SingularityNET
  OCEAN Ocean Protocol
  HNT Helium
  GAL Galxe (before the 1:60 exchange for G)
  G Gravity
  STRAX Stratis
  BTT BitTorrent (before the 1:1,000 exchange)
  BTTC BitTorrent
  REV Revain
  FXS Frax Share
  AWE AWE Network
  TOKAMAK Tokamak Network
  KPOL Proof of Liquidity`,
  { kind: 'plain' },
);

/** Assets that ccxt sets apart under names that are no code, or whose ticker is another asset's too: the codes are ours. */
const COINED_ENTRIES = entriesIn(
  `
  MAGATRUMP MAGA (TRUMP)
  OMNIBITGET Omni on Bitget (not Omni Network)
  ASTROPEPEX AstroPepeX
  DEGENREBORN Degen Reborn
  EVADORE Evadore
  JADEPROTOCOL Jade Protocol
  FTXDEBT FTX Users' Debt
  ORSGROUP ORS Group
  SODACOIN Soda Coin`,
  { kind: 'plain' },
);

export const COINED: ReadonlySet<Asset> = new Set(COINED_ENTRIES.map(({ asset }) => asset));

export const ENTRIES: readonly AssetEntry[] = [
  ...PLAIN,
  ...COINED_ENTRIES,
  ...USD_STABLES,
  ...OTHER_STABLES,
  ...PEGGED,
  ...WRAPPED,
];
