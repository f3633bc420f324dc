/* eslint-disable words/outside -- what a code is called is quoted as its publisher has it, in English, and is not translated */
/**
 * `transport`: the request did not get through, or its answer did not: HTTP status, rate limits, time-outs, a server that says it is busy.
 * `business`: the request got through, and the venue's rules or its risk control refused the order. `unknown`: the table below does not say.
 */
export const LAYERS = ['transport', 'business', 'unknown'] as const;
export type Layer = (typeof LAYERS)[number];

/** Whose code it is: a venue's own, HTTP's, that of a program's network library, or the name of a ccxt error class. */
export type Family = 'binance' | 'okx' | 'bybit' | 'http' | 'network' | 'ccxt';

/** One code of the table. */
export interface KnownCode {
  readonly layer: Exclude<Layer, 'unknown'>;
  /** What its publisher calls it, in the publisher's English. */
  readonly says: string;
  /** Only an order that may but reduce a position is answered so. */
  readonly isReduceOnly?: true;
}

/** Where each family's codes and their words are published. ccxt: the tables `exceptions` of its venue classes, read in version 4.5. */
export const CODE_SOURCES: Readonly<Record<Family, readonly string[]>> = {
  binance: [
    'https://developers.binance.com/docs/binance-spot-api-docs/errors',
    'https://developers.binance.com/docs/derivatives/usds-margined-futures/error-code',
    'https://github.com/ccxt/ccxt/blob/master/ts/src/binance.ts',
  ],
  okx: ['https://www.okx.com/docs-v5/en/#error-code', 'https://github.com/ccxt/ccxt/blob/master/ts/src/okx.ts'],
  bybit: ['https://bybit-exchange.github.io/docs/v5/error', 'https://github.com/ccxt/ccxt/blob/master/ts/src/bybit.ts'],
  http: [
    'https://www.rfc-editor.org/rfc/rfc9110#section-15',
    'https://www.rfc-editor.org/rfc/rfc6585#section-4',
    'https://developers.binance.com/docs/binance-spot-api-docs/rest-api/general-api-information',
  ],
  network: [
    'https://nodejs.org/api/errors.html#common-system-errors',
    'https://docs.python.org/3/library/exceptions.html',
  ],
  ccxt: ['https://github.com/ccxt/ccxt/blob/master/ts/src/base/errorHierarchy.ts'],
};

const transport = (says: string): KnownCode => ({ layer: 'transport', says });
const business = (says: string): KnownCode => ({ layer: 'business', says });
const reducing = (says: string): KnownCode => ({ layer: 'business', says, isReduceOnly: true });

/**
 * The two layers, code by code. Left out, and so `unknown`: codes whose meaning differs between markets of one venue (Binance's −1004), and those of a request
 * that was wrongly made (a signature, a parameter, a price step), which say nothing of either layer.
 */
export const CODES: Readonly<Record<Family, Readonly<Record<string, KnownCode>>>> = {
  binance: {
    '-1000': transport('UNKNOWN: an unknown error occurred while processing the request'),
    '-1001': transport('DISCONNECTED: internal error; unable to process the request'),
    '-1003': transport('TOO_MANY_REQUESTS: too much request weight used'),
    '-1006': transport('UNEXPECTED_RESP: unexpected response from the message bus, execution status unknown'),
    '-1007': transport('TIMEOUT: no response from the backend server, execution status unknown'),
    '-1008': transport('SERVER_BUSY: the server is overloaded with other requests'),
    '-1015': transport('TOO_MANY_ORDERS: too many new orders'),
    '-1016': transport('SERVICE_SHUTTING_DOWN: this service is no longer available'),
    '-1021': transport('INVALID_TIMESTAMP: the request arrived outside its recvWindow'),
    '-2010': business('NEW_ORDER_REJECTED'),
    '-2011': business('CANCEL_REJECTED'),
    '-2018': business('BALANCE_NOT_SUFFICIENT'),
    '-2019': business('MARGIN_NOT_SUFFICIENT'),
    '-2020': business('UNABLE_TO_FILL'),
    '-2021': business('ORDER_WOULD_IMMEDIATELY_TRIGGER'),
    '-2022': reducing('REDUCE_ONLY_REJECT: ReduceOnly Order is rejected (futures)'),
    '-2023': business('USER_IN_LIQUIDATION'),
    '-2024': business('POSITION_NOT_SUFFICIENT'),
    '-2025': business('MAX_OPEN_ORDER_EXCEEDED'),
    '-2026': business('REDUCE_ONLY_ORDER_TYPE_NOT_SUPPORTED'),
    '-2027': business('MAX_LEVERAGE_RATIO: above the allowed position at this leverage'),
    '-2028': business('MIN_LEVERAGE_RATIO: leverage below what is permitted'),
    '-4016': business('PRICE_HIGHTER_THAN_MULTIPLIER_UP: price above the cap of the mark price'),
    '-4024': business('PRICE_LOWER_THAN_MULTIPLIER_DOWN: price below the floor of the mark price'),
    '-4117': business('STOP_ORDER_TRIGGERING'),
    '-4118': reducing('REDUCE_ONLY_MARGIN_CHECK_FAILED: ReduceOnly Order Failed'),
    '-4131': business('MARKET_ORDER_REJECT: the counterparty’s best price does not meet the PERCENT_PRICE filter'),
    '-4140': business('INVALID_OPENING_POSITION_STATUS: symbol status does not allow opening'),
    '-4400': business('TRADING_QUANTITATIVE_RULE: only reduceOnly orders are allowed'),
    '-5021': business('FOK_ORDER_REJECT'),
    '-5022': business('GTX_ORDER_REJECT: the Post Only order would not be a maker'),
  },
  okx: {
    '50001': transport('Matching engine upgrading'),
    '50004': transport('Endpoint request timeout; does not say whether the order was placed'),
    '50005': transport('API is offline or unavailable'),
    '50011': transport('Request too frequent'),
    '50013': transport('System is busy'),
    '50026': transport('System error'),
    '50061': transport('The maximum order rate of the account is reached'),
    '50102': transport('Timestamp request expired'),
    '50009': business('Account is suspended due to ongoing liquidation'),
    '50017': business('The position is frozen due to ADL'),
    '50018': business('Currency is frozen due to ADL'),
    '50019': business('The account is frozen due to ADL'),
    '50020': business('The position is frozen due to liquidation'),
    '50021': business('Currency is frozen due to liquidation'),
    '50022': business('The account is frozen due to liquidation'),
    '50027': business('The account is restricted from trading'),
    '51004': business('Order amount exceeds the current tier limit'),
    '51006': business('Order price out of the limit'),
    '51008': business('Order placement failed due to insufficient balance or margin'),
    '51022': business('Contract suspended'),
    '51023': business('Position does not exist'),
    '51025': business('Order count exceeds the limit'),
    '51030': business('Funding fee is being settled'),
    '51031': business('The order price is not within the closing price range'),
    '51108': business('Positions exceed the limit for closing out with the market price'),
    '51112': business('Close order size exceeds the available size'),
    '51115': business('Cancel all pending close-orders before liquidation'),
    '51116': business('Order price or trigger price exceeds the limit'),
    '51127': business('Available balance is 0'),
    '51131': business('Insufficient balance'),
    '51136': business('The closing price has triggered the limit price'),
    '51137': business('The opening price has triggered the limit price (buy)'),
    '51138': business('The opening price has triggered the limit price (sell)'),
    '51400': business('Cancellation failed as the order does not exist'),
  },
  bybit: {
    '10006': transport('Too many requests'),
    '10016': transport('System error; try again later'),
    '10018': transport('IP rate limit exceeded'),
    '170007': transport('Timeout waiting for response from the backend server'),
    '170146': transport('Order creation timeout'),
    '170147': transport('Order cancellation timeout'),
    '110003': business('Order price is out of the permissible range'),
    '110004': business('Insufficient wallet balance'),
    '110006': business('Cannot afford the estimated position margin'),
    '110007': business('Available balance not enough for a new order'),
    '110009': business('The number of stop orders exceeds the limit'),
    '110011': business('The adjustment would trigger immediate liquidation'),
    '110012': business('Available balance not enough'),
    '110017': reducing('Reduce-only rule not satisfied'),
    '110020': business('Too many active orders'),
    '110021': business('Open interest exceeded'),
    '110022': business('Quantity has been limited'),
    '110023': business('This contract supports position reduction only'),
    '110040': business('The order would trigger forced liquidation'),
    '110044': business('Insufficient available margin'),
    '110045': business('Insufficient wallet balance'),
    '110063': business('Settlement in progress'),
    '110066': business('No trading is allowed at the current time'),
    '170033': business('Margin: insufficient account balance'),
    '170131': business('Balance insufficient'),
    '170193': business('Buy order price cannot be higher than the limit'),
    '170194': business('Sell order price cannot be lower than the limit'),
    '170210': business('New order rejected'),
    '30063': reducing('Reduce-only rule not satisfied (older API)'),
  },
  http: {
    '408': transport('Request Timeout'),
    '418': transport('IP banned after further requests beyond the limit (Binance)'),
    '429': transport('Too Many Requests'),
    '500': transport('Internal Server Error'),
    '502': transport('Bad Gateway'),
    '503': transport('Service Unavailable'),
    '504': transport('Gateway Timeout'),
    '520': transport('Unknown error between Cloudflare and the server'),
    '522': transport('Connection timed out between Cloudflare and the server'),
    '524': transport('A timeout between Cloudflare and the server'),
  },
  network: {
    ETIMEDOUT: transport('Operation timed out'),
    ESOCKETTIMEDOUT: transport('Socket timed out'),
    ECONNABORTED: transport('Connection aborted, of axios a time-out'),
    ECONNRESET: transport('Connection reset by peer'),
    ECONNREFUSED: transport('Connection refused'),
    ENOTFOUND: transport('DNS lookup failed'),
    EAI_AGAIN: transport('DNS lookup timed out'),
    EPIPE: transport('Broken pipe'),
    ReadTimeout: transport('No answer in time'),
    ConnectTimeout: transport('No connection in time'),
    TimeoutError: transport('Operation timed out'),
    ConnectionError: transport('Connection failed'),
    'timed out': transport('Said in words'),
    'socket hang up': transport('Connection closed without an answer'),
  },
  ccxt: {
    RequestTimeout: transport('NetworkError: the request timed out'),
    ExchangeNotAvailable: transport('NetworkError: the exchange is not reachable'),
    OnMaintenance: transport('ExchangeNotAvailable: maintenance'),
    DDoSProtection: transport('NetworkError: refused by protection against floods'),
    RateLimitExceeded: transport('DDoSProtection: too many requests'),
    NetworkError: transport('OperationFailed: the connection failed'),
    OperationFailed: transport('The operation failed, for reasons beyond the request'),
    InvalidNonce: transport('The request’s time or number was not accepted'),
    InsufficientFunds: business('Not enough balance or margin'),
    InvalidOrder: business('The order is not accepted'),
    OrderImmediatelyFillable: business('InvalidOrder: a post-only order would be filled'),
    OrderNotFillable: business('InvalidOrder: cannot be filled'),
    OperationRejected: business('The operation is refused'),
    MarketClosed: business('OperationRejected: the market is closed'),
    ContractUnavailable: business('The contract is not traded now'),
    AccountSuspended: business('The account is suspended'),
  },
};

/** A code as it is counted: whose it is, and what it is. `family` is another venue's name where that is no family of the table. */
export interface Code {
  readonly family: string;
  readonly code: string;
}

const isFamily = (name: string): name is Family => Object.hasOwn(CODES, name);

/** What is published of a code; undefined: the table does not have it. */
export function knownCode({ family, code }: Code): KnownCode | undefined {
  if (!isFamily(family) || !Object.hasOwn(CODES[family], code)) return undefined;
  return CODES[family][code];
}

/** The layer of a code; `unknown` where the table does not have it. */
export const layerOf = (code: Code): Layer => knownCode(code)?.layer ?? 'unknown';

/** `binance -2010`: one code, one key. */
export const codeKey = ({ family, code }: Code): string => `${family} ${code}`;
