import { plainName } from '../reading/roles';
import { CODES, knownCode, layerOf, type Code, type Layer } from './codes';

/** A part of an entry: a cell with the name of its column, a value with its key, or a text without a name. */
export type Field = readonly [name: string, value: string];

/** What an entry says became of an order. */
export type Outcome =
  | { readonly kind: 'rejected'; readonly code: Code; readonly layer: Layer; readonly isReduceOnly: boolean }
  /** Taken: an order's number, or a state such as NEW or FILLED, and no code. */
  | { readonly kind: 'accepted'; readonly isReduceOnly: boolean }
  /** Neither. `isError`: it speaks of an error all the same. */
  | { readonly kind: 'none'; readonly isError: boolean };

/** Whose venue's codes a log has, where its reader says so; else each entry's own words, then the code's own shape. */
export type LogVenue = string | undefined;

/** More of an entry is not searched. */
const MOST_SEARCHED = 16_000;

const CODE_NAMES = new Set(['code', 'errcode', 'errorcode', 'retcode', 'scode', 'apicode', 'rejectcode', 'label']);
const MAYBE_CODE_NAMES = new Set(['error', 'err', 'errno', 'reason', 'apierror']);
const HTTP_NAMES = new Set([
  'status',
  'statuscode',
  'httpstatus',
  'httpcode',
  'http',
  'httpstatuscode',
  'responsecode',
]);
const STATE_NAMES = new Set([
  'status',
  'state',
  'orderstatus',
  'ordstatus',
  'orderstate',
  'result',
  'outcome',
  'event',
]);
const ID_NAMES = new Set(['orderid', 'ordid', 'exchangeorderid']);

const TAKEN = new Set([
  'NEW',
  'FILLED',
  'PARTIALLY_FILLED',
  'PARTIALLYFILLED',
  'ACCEPTED',
  'OPEN',
  'CLOSED',
  'LIVE',
  'CREATED',
  'PLACED',
]);
/** Of these a connection speaks as well. */
const OF_CONNECTIONS = new Set(['ACCEPTED', 'OPEN', 'CLOSED', 'LIVE', 'CREATED', 'NEW']);
const CONNECTION_TEXT = /socket|\b(?:ws|wss|stream|streams|connection|connections|reconnect\w*|heartbeat|session)\b/i;
/** Fields that nothing but an order has. */
const ORDER_STATE_NAMES = new Set(['orderstatus', 'ordstatus', 'orderstate']);
/** A state in which the venue did not take an order. */
const REFUSED = new Set(['REJECTED', 'ORDER_REJECTED']);
/** An error of any status, as axios names it: the status says more. */
const SAYS_NOTHING = new Set(['ERR_BAD_REQUEST', 'ERR_BAD_RESPONSE', 'ERROR', 'OK', 'SUCCESS']);

/** Nothing went wrong: `0` (OKX, Bybit), `00000` (Bitget), `200000` (KuCoin). */
const SUCCESS_CODES = /^(?:0+|200|200000)$/;
/** How a socket was closed (RFC 6455, section 7.4.1) is no answer to an order. */
const CLOSE_CODES = /^10(?:0\d|1[0-5])$/;

/** `"code":-2010`, `code=-2010`, `'retCode': '110007'`, `Retry-After: 5`; the quotes may be escaped. */
const PAIR =
  /([A-Za-z_][\w.-]{1,40})\\{0,3}["']?\s?[:=]\s?\\{0,3}["']?(-?[A-Za-z0-9_][\w.-]{0,60})(?![\w.-]|\\{0,3}["']?\s?[:=])/g;
/** `(400, -2010, 'Account has insufficient balance…')`, as Binance's own Python library writes its errors. */
const TUPLE = /\((\d{3}), (-\d{4,5}),/;
/** A Binance code that stands by itself: it is taken for one where the entry speaks of an error. */
const BARE = /(?<![\d.\w-])[-\u2212]([1-9]\d{3})(?![\d\w]|[.,]\d|%)/g;
const HTTP_TEXT = [
  /\bHTTP(?:\/\d(?:\.\d)?)?[\s:=-]{0,2}(?:status|error|code)?(?: code)?[\s:=-]{0,2}([45]\d\d)(?!\d)/i,
  /\bstatus(?: code)?[\s:=]{1,2}([45]\d\d)(?!\d)/i,
  /(?<![\d.-])([45]\d\d) (?:Service (?:Temporarily )?Unavailable|Too Many Requests|Gateway Time-?out|Bad Gateway|Internal Server Error|I['\u2019]?m a teapot|(?:Server|Client) Error|Request Time-?out)/i,
];
const NETWORK_TEXT =
  /\b(ETIMEDOUT|ESOCKETTIMEDOUT|ECONNABORTED|ECONNRESET|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EPIPE|ReadTimeout|ConnectTimeout|TimeoutError|ConnectionError)|\b(timed? ?out|socket hang up)\b/i;
const CCXT_TEXT = new RegExp(String.raw`\b(${Object.keys(CODES.ccxt).join('|')})\b`);
const SPEAKS_OF_ERROR = /error|reject|fail|refus|exception|denied|invalid|insufficient|\bcode\b/i;
/** What is said of another order, or of an order yet to be sent. */
const NOT_TAKEN =
  /cancel|\b(?:not|no|never|unable|cannot|could|submitting|sending|placing|creating|retry|retrying|will|attempt|attempting|request)\b|n['\u2019]t\b/i;
const TAKEN_TEXT = /\border\b[^.]{0,40}\b(?:filled|placed|accepted|created|executed)\b|\b(?:FILLED|PARTIALLY_FILLED)\b/;
const VENUE_TEXT =
  /\b(binance|okx|okex|bybit|bitget|kucoin|gateio|gate|mexc|htx|huobi|kraken|coinbase|deribit|bingx|bitfinex|phemex)/i;

/** Where the words `reduce only` are of the venue's advice and not of the order. */
const ADVICE =
  /unless you choose reduce ?only|can only place reduce ?only|only reduce ?only orders? (?:is|are) allowed/gi;
const REDUCE_ONLY_TEXT = /\breduce[ _-]?only\b(?!\\?["']?\s?[:=])/i;

/** What became of an order, as one entry says; the venue's own code goes before HTTP's status, and that before a network's or ccxt's name. */
export function outcomeOf(fields: readonly Field[], venue: LogVenue): Outcome {
  const found = new Found(venue, fields);
  for (const [name, value] of fields) {
    if (name !== '') found.pair(plainName(name), value);
    if (value.length > 3)
      for (const [, key = '', of = ''] of value.slice(0, MOST_SEARCHED).matchAll(PAIR)) found.pair(plainName(key), of);
  }
  return found.outcome();
}

/** Collects what an entry says. */
class Found {
  readonly #text: string;
  readonly #isError: boolean;
  readonly #family: string | undefined;
  readonly #codes: Code[] = [];
  #http: string | undefined;
  #named: string | undefined;
  #isTaken = false;
  /** By a state that a connection has, too. */
  #mayBeTaken = false;
  #isRefused = false;
  #hasId = false;
  #isZero = false;
  #reduceOnly: boolean | undefined;

  constructor(venue: LogVenue, fields: readonly Field[]) {
    this.#text = fields
      .map(([, value]) => value)
      .join(' ')
      .slice(0, MOST_SEARCHED);
    this.#isError =
      SPEAKS_OF_ERROR.test(this.#text) ||
      fields.some(([name, value]) => value !== '' && CODE_NAMES.has(plainName(name)));
    this.#family = familyOf(venue ?? VENUE_TEXT.exec(this.#text)?.[1]);
  }

  pair(name: string, given: string): void {
    const value = given.trim().replace('\u2212', '-').replace(/\.$/, '');
    if (value === '') return;
    if (name === 'reduceonly' || name === 'closeposition') this.#reduce(value);
    if (CODE_NAMES.has(name)) this.#code(name, value);
    else if (MAYBE_CODE_NAMES.has(name) && /^(?:-\d{4,5}|\d{5,6})$/.test(value)) this.#code(name, value);
    if (HTTP_NAMES.has(name) && /^[45]\d\d$/.test(value)) this.#http ??= value;
    if (STATE_NAMES.has(name)) this.#state(value.toUpperCase(), ORDER_STATE_NAMES.has(name));
    if (ID_NAMES.has(name) && /^[\w-]{3,}$/.test(value) && !/^(?:null|none|undefined)$/i.test(value))
      this.#hasId = true;
  }

  #reduce(value: string): void {
    if (/^(?:true|1|yes|y)$/i.test(value)) this.#reduceOnly = true;
    else this.#reduceOnly ??= false;
  }

  #code(name: string, value: string): void {
    if (SUCCESS_CODES.test(value)) this.#isZero ||= name === 'scode';
    else if (/^[45]\d\d$/.test(value)) this.#http ??= value;
    else if (CLOSE_CODES.test(value) && /socket|\bws\b/i.test(this.#text)) return;
    else if (/^(?:-\d{3,6}|\d{4,6})$/.test(value)) this.#add(value);
    else if (Object.hasOwn(CODES.network, value)) this.#named ??= value;
    else if (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(value) && !SAYS_NOTHING.has(value) && !TAKEN.has(value))
      this.#codes.push({ family: this.#family ?? 'other', code: value });
  }

  #add(code: string): void {
    this.#codes.push({ family: this.#family ?? shapeOf(code), code });
  }

  #state(state: string, isOfOrder: boolean): void {
    if (TAKEN.has(state)) {
      if (isOfOrder || !OF_CONNECTIONS.has(state)) this.#isTaken = true;
      else this.#mayBeTaken = true;
    }
    if (REFUSED.has(state)) this.#isRefused = true;
  }

  #ofText(): void {
    const tuple = TUPLE.exec(this.#text);
    if (tuple !== null) this.#add(tuple[2] ?? '');
    if (this.#codes.length === 0 && this.#isError)
      for (const [, digits = ''] of this.#text.matchAll(BARE)) {
        const code = { family: this.#family ?? 'binance', code: `-${digits}` };
        if (knownCode(code) !== undefined) this.#codes.push(code);
      }
    for (const pattern of HTTP_TEXT) this.#http ??= pattern.exec(this.#text)?.[1];
  }

  #chosen(): Code | undefined {
    const own = this.#codes.find((code) => knownCode(code) !== undefined) ?? this.#codes[0];
    if (own !== undefined) return own;
    if (this.#http !== undefined) return { family: 'http', code: this.#http };
    const network = NETWORK_TEXT.exec(this.#text);
    const name = this.#named ?? network?.[1] ?? (network === null ? undefined : wordsOf(network[2] ?? ''));
    if (name !== undefined) return { family: 'network', code: networkName(name) };
    const ccxt = CCXT_TEXT.exec(this.#text)?.[1];
    if (ccxt !== undefined) return { family: 'ccxt', code: ccxt };
    return this.#isRefused ? { family: this.#family ?? 'other', code: 'REJECTED' } : undefined;
  }

  outcome(): Outcome {
    this.#ofText();
    const code = this.#chosen();
    const said = this.#reduceOnly ?? REDUCE_ONLY_TEXT.test(this.#text.replace(ADVICE, ''));
    if (code !== undefined)
      return {
        kind: 'rejected',
        code,
        layer: layerOf(code),
        isReduceOnly: said || knownCode(code)?.isReduceOnly === true,
      };
    const mayBeTaken = !NOT_TAKEN.test(this.#text);
    const isTaken = this.#isTaken || (this.#mayBeTaken && (this.#hasId || !CONNECTION_TEXT.test(this.#text)));
    const isAccepted = this.#isZero || isTaken || (mayBeTaken && (this.#hasId || TAKEN_TEXT.test(this.#text)));
    if (isAccepted) return { kind: 'accepted', isReduceOnly: said };
    return { kind: 'none', isError: SPEAKS_OF_ERROR.test(this.#text) };
  }
}

/** As the table of codes writes it. */
// eslint-disable-next-line words/outside -- a code's own name
const wordsOf = (text: string): string => (/hang/i.test(text) ? 'socket hang up' : 'timed out');

/** As the table writes it, whatever the case. */
const networkName = (name: string): string =>
  Object.keys(CODES.network).find((known) => known.toLowerCase() === name.toLowerCase()) ?? name;

/** The family of a venue's name: Binance's markets share their codes. undefined: no venue is named. */
function familyOf(venue: string | undefined): string | undefined {
  const name = venue?.toLowerCase();
  if (name === undefined) return undefined;
  if (name.startsWith('binance')) return 'binance';
  if (name.startsWith('bybit')) return 'bybit';
  return name === 'okex' || name === 'myokx' ? 'okx' : name;
}

/** Whose code it is by its shape alone: Binance's are below 0, OKX's have five digits from 50000 on; `other` where that cannot be told. */
function shapeOf(code: string): string {
  if (/^-\d{4,5}$/.test(code)) return 'binance';
  if (/^5\d{4}$/.test(code)) return 'okx';
  return Object.hasOwn(CODES.bybit, code) ? 'bybit' : 'other';
}
