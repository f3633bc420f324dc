/**
 * How ccxt's class of a venue reads the venue's own tickers, where it does not take them as they are (its
 * `commonCurrencies`, version 4.5.84): what archives and the venue's pages write is on the left. A test holds it against
 * the ccxt that is installed.
 */
export const READINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  binance: { YOYO: 'YOYOW' },
  okx: { AE: 'AET' },
  coinbase: { CGLD: 'CELO' },
  kraken: {
    LUNA: 'LUNC', LUNA2: 'LUNA', REPV2: 'REP', REP: 'REPV1', UST: 'USTC', XDG: 'DOGE', FEE: 'KFEE', XETC: 'ETC', XETH: 'ETH',
    XLTC: 'LTC', XMLN: 'MLN', XREP: 'REP', XXBT: 'BTC', XXDG: 'DOGE', XXLM: 'XLM', XXMR: 'XMR', XXRP: 'XRP', XZEC: 'ZEC',
    ZAUD: 'AUD', ZCAD: 'CAD', ZEUR: 'EUR', ZGBP: 'GBP', ZJPY: 'JPY', ZUSD: 'USD',
  },
  kucoin: { BIFI: 'BIFIF', VAI: 'VAIOT', WAX: 'WAXP', ALT: 'APTOSLAUNCHTOKEN', KALT: 'ALT', FUD: "FTX Users' Debt" },
  gate: {
    ORT: 'XREATORS', ASS: 'ASSF', '88MPH': 'MPH', AXIS: 'AXISDEFI', BIFI: 'BITCOINFILE', BOX: 'DEFIBOX', BYN: 'BEYONDFI',
    EGG: 'GOOSEFINANCE', GTC: 'GAMECOM', GTC_HT: 'GAMECOM_HT', GTC_BSC: 'GAMECOM_BSC', HIT: 'HITCHAIN', MM: 'MILLION',
    MPH: 'MORPHER', POINT: 'GATEPOINT', RAI: 'RAIREFLEXINDEX', SBTC: 'SUPERBITCOIN', TNC: 'TRINITYNETWORKCREDIT', VAI: 'VAIOT', TRAC: 'TRACO',
  },
  bitget: { APX: 'AstroPepeX', DEGEN: 'DegenReborn', EVA: 'Evadore', JADE: 'Jade Protocol', OMNI: 'omni', TONCOIN: 'TON' },
  htx: {
    NGL: 'GFNGL', GET: 'THEMIS', GTC: 'GAMECOM', HIT: 'HITCHAIN', PNT: 'PENTA', SBTC: 'SUPERBITCOIN', SOUL: 'SOULSAVER',
    BIFI: 'BITCOINFILE', FUD: 'FTX Users Debt',
  },
  mexc: {
    XBT: 'XBT', BEYONDPROTOCOL: 'BEYOND', BIFI: 'BIFIF', BYN: 'BEYONDFI', COFI: 'COFIX', DFI: 'DFISTARTER', DFT: 'DFUTURE',
    EGC: 'EGORASCREDIT', FLUX1: 'FLUX', FLUX: 'FLUX1', FREE: 'FREEROSSDAO', GAS: 'GASDAO', GASNEO: 'GAS', GMT: 'GMTTOKEN',
    STEPN: 'GMT', HERO: 'STEPHERO', MIMO: 'MIMOSA', PROS: 'PROSFINANCE', SIN: 'SINCITYTOKEN', SOUL: 'SOULSWAP',
  },
  bitfinex: {
    UST: 'USDT', EUTF0: 'EURT', USTF0: 'USDT', ALG: 'ALGO', AMP: 'AMPL', ATO: 'ATOM', BCHABC: 'XEC', BCHN: 'BCH', DAT: 'DATA',
    DOG: 'MDOGE', DSH: 'DASH', EDO: 'PNT', EUS: 'EURS', EUT: 'EURT', HTX: 'HT', IDX: 'ID', IOT: 'IOTA', IQX: 'IQ',
    LUNA: 'LUNC', LUNA2: 'LUNA', MNA: 'MANA', ORS: 'ORS Group', PAS: 'PASS', QSH: 'QASH', QTM: 'QTUM', RBT: 'RBTC',
    SNG: 'SNGLS', STJ: 'STORJ', TERRAUST: 'USTC', TSD: 'TUSD', YGG: 'YEED', YYW: 'YOYOW', UDC: 'USDC', VSY: 'VSYS',
    WAX: 'WAXP', XCH: 'XCHF', ZBT: 'ZB',
  },
  bitstamp: { UST: 'USTC' },
  upbit: { TON: 'Tokamak Network' },
  cryptocom: { USD_STABLE_COIN: 'USDC' },
  bithumb: { FTC: 'FTC2', SOC: 'Soda Coin' },
};

/** What ccxt reads so on every venue that does not read it otherwise. */
export const READ_EVERYWHERE: Readonly<Record<string, string>> = { XBT: 'BTC', BCHSV: 'BSV' };
