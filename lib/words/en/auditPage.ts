import { codeOf } from '../typed';
import { count } from './numbers';

/** The page on which a person's own fills are compared with the market. What was measured, never why, nor whose doing. */
export const auditHead = {
  title: 'Your fills against the market',
  lead: 'Choose the trade history that an exchange exported for you (CSV). Each fill is compared with its minute: the candle of its own venue, and the prices of the other venues at the same time.',
  /** What leaves the browser. */
  kept: 'The files stay on this device. Your browser reads them, and asks this site only for public minutes: an asset, a market and a whole UTC day.',
} as const;

export const auditPicker = {
  label: 'The files with your fills',
  drop: 'Drop files here, or',
  dropNow: 'Release to read them',
  choose: 'Choose files',
  another: 'Choose other files',
  formats: 'CSV of Binance, OKX, Bybit, or any other with a time, symbol, side, price and quantity',
  get noScript(): string {
    return `Your browser needs JavaScript to read the files. Without it, use ${codeOf('audit FILE')}.`;
  },
} as const;

export const auditStages = {
  reading: 'Reading the files…',
  fetching: 'Fetching public minutes…',
  comparing: 'Comparing each fill with its minute…',
  progress: 'Progress of the audit',
} as const;

export const auditProblems = {
  notUtf8:
    'This file is neither UTF-8 nor UTF-16, so its columns cannot be read. Save it as UTF-8 (in Excel: CSV UTF-8).',
  notFills:
    'No line at the beginning of this file names the columns of fills. Export the trade history as CSV, with its first line.',
  get unreadable(): string {
    return `This browser could not read the files. Use a current version of it, or ${codeOf('audit FILE')} on the command line.`;
  },
  waits: 'Nothing is compared until every file can be read and nothing is asked of any. A file can be left out.',
  manyDays: (days: number, most: number): string =>
    `The fills span ${count(days)} days of single markets; at most ${count(most)} are fetched at once. Choose a day.`,
} as const;

/** How a file is read. */
export const auditFile = {
  title: 'How the files are read',
  guessed: 'No documentation of this export’s columns is known, so they are guessed. Check them.',
  asks: 'Choose what the file does not say:',
  zone: 'Clock of the file',
  zoneAsked: 'choose',
  zoneBy: {
    column: 'as its columns say',
    preamble: 'as its first line says',
    rows: 'each time names its zone',
  },
  venue: 'Market',
  venueAsked: 'choose',
  columns: 'Columns',
  noColumn: 'none',
  firstRows: 'First rows',
  account: 'Account',
  accountHint: 'name, for you alone',
  period: 'Fills of',
  leaveOut: 'Leave out',
  leaveOutFile: (name: string): string => `Leave out ${name}`,
  everyDay: 'every day',
  formats: {
    'binance-spot-trades': 'Binance, spot trades',
    'binance-spot-trades-old': 'Binance, spot trades (older form)',
    'binance-spot-orders': 'Binance, spot orders',
    'binance-futures-trades': 'Binance, futures trades',
    'okx-trades': 'OKX, trading history',
    'bybit-spot-trades': 'Bybit, spot trades',
    'bybit-derivatives-trades': 'Bybit, derivatives trades',
    'bybit-derivatives-old': 'Bybit, derivatives (older form)',
    generic: 'Unknown export',
  },
  roles: {
    time: 'time',
    symbol: 'symbol',
    side: 'side',
    price: 'price',
    quantity: 'quantity',
    unit: 'unit of the quantity',
    fee: 'fee',
    'fee-coin': 'currency of the fee',
    status: 'state of the order',
    flag: 'type (liquidation)',
    'client-id': 'own id of the order',
    account: 'account',
    'trade-id': 'id of the trade',
    'order-id': 'id of the order',
  },
} as const;

/** The zone does not fit. */
export const zoneWarning = {
  title: 'The clock of the file does not seem to be the one chosen',
  says: (chosen: string, inside: number, better: string, betterInside: number, fills: number): string =>
    `Read as ${chosen}, ${count(inside)} of ${count(fills)} fills lie inside their venue’s candle. Read as ${better}, ${count(betterInside)} do.`,
  use: (zone: string): string => `Read it as ${zone}`,
} as const;

export const auditTotals = {
  currency: 'USD',
  title: 'Total',
  net: 'Against the other venues',
  worse: 'Worse than the reference',
  better: 'Better than the reference',
  rests:
    'In USD. A sale is compared with the other venues’ median low of its minute, a purchase with their median high; the difference is multiplied by the quantity. Above 0 the fill was worse than the reference.',
  measured: (measured: number, fills: number): string => `${count(measured)} of ${count(fills)} fills have a figure.`,
  weak: (fills: number, usd: string): string => `${count(fills)} of these rest on a weak rate (${usd}).`,
  within: (fills: number): string => `${count(fills)} lie within the rate’s uncertainty: no figure.`,
  outside: (fills: number): string => `${count(fills)} lie outside their venue’s own candle.`,
  flags: (liquidations: number, adl: number): string =>
    `${count(liquidations)} liquidations and ${count(adl)} auto-deleveraged fills, as the file marks them.`,
  fees: 'Fees, as the file has them',
  noCurrency: 'currency not named',
  /** Behind the fees: those that are not in them. */
  unreadFees: (fills: number): string =>
    `The fees of ${count(fills)} ${fills === 1 ? 'fill' : 'fills'} could not be read, and are not in these sums.`,
  unmeasured: 'Without a figure',
  reasons: {
    'unknown-symbol': 'unknown symbol',
    'contract-size': 'size of the contract not known',
    'not-asked': 'minute not fetched',
    'not-stored': 'nothing stored of this market and day',
    'not-fetched': 'minute never fetched from the venue',
    'no-trade': 'no trade at the venue in this minute',
    'no-rate': 'no rate to USD',
    'too-few-peers': 'too few other venues',
    'left-out': 'market left out that day',
    moved: 'volume 0, prices moved',
    'set-aside': 'candle could not be used',
  },
} as const;

/** The rule of the exchange, as far as it is known. */
export const officialRule = {
  title: 'The official rule, as the press reported it',
  says: 'Liquidations at Binance between 21:36 and 22:16 UTC on 10 October 2025: for a long the price at 00:00 UTC on 11 October minus the liquidation price, for a short the reverse, never below 0. This is a reading of a press report, not the exchange’s own text.',
  paid: 'Inside these hours, by the rule',
  outside: 'Outside these hours, by this audit',
  unknown: (fills: number): string => `For ${count(fills)}, a price that the rule needs is not stored.`,
  fills: (fills: number): string => `${count(fills)} liquidations`,
  list: 'The liquidations of this rule',
  first: (shown: number, all: number): string => `The first ${count(shown)} of ${count(all)}, by time.`,
  byRule: 'By the rule,\nUSD',
  byAudit: 'By this audit,\nUSD',
  outsideHours: 'outside these hours',
  notStored: 'price not stored',
} as const;

export const auditTables = {
  assets: 'By asset',
  episodes: 'By episode',
  accounts: 'By account',
  fills: 'The largest fills',
  fillsLead: 'By the size of the difference. Every fill is in the CSV.',
  asset: 'Asset',
  episode: 'Episode',
  account: 'Account',
  count: 'Fills',
  worse: 'Worse,\nUSD',
  better: 'Better,\nUSD',
  net: 'Total,\nUSD',
  line: 'Line',
  time: 'Time, UTC',
  market: 'Market',
  side: 'Side',
  sides: { sell: 'sold', buy: 'bought' },
  flags: { liquidation: 'liquidation', adl: 'auto-deleveraged' },
  order: 'average of an order',
  quantity: 'Quantity',
  price: 'Price',
  candle: 'Candle,\nUSD',
  outside: 'outside it',
  reference: 'Reference,\nUSD',
  deviation: 'Deviation',
  money: 'USD',
  more: (more: number): string => `Show ${count(more)} more`,
  hide: 'Hide amounts',
  hidden: 'hidden',
  accountsLead: 'Accounts are letters, by the time of their first fill. Who is who stays with you.',
  /** "Binance ATOM/USDT, below the reference, 2025-10-10 21:20–21:25 UTC" */
  episodeName: (market: string, below: boolean, when: string): string =>
    `${market}, ${below ? 'below' : 'above'} the reference, ${when}`,
  saveShared: 'Save without amounts (JSON)',
  copyShared: 'Copy without amounts',
  copied: 'Copied',
  print: 'Print, or save as PDF',
  saveNames: 'Save who is who (CSV)',
  saveCsv: 'Save every fill (CSV)',
  saveJson: 'Save the audit (JSON)',
} as const;

/** Rows that are no figures. */
export const auditRows = {
  title: 'Rows that could not be read',
  lead: (flawed: number, rows: number): string =>
    `${count(flawed)} of ${count(rows)} rows. None of them counts in the figures.`,
  line: 'Line',
  what: 'What is wrong',
  text: 'In the file',
  unreadFees: (fills: number): string =>
    `${count(fills)} ${fills === 1 ? 'fill counts' : 'fills count'} without the fee, which could not be read.`,
  unended: (line: number): string =>
    `The file has no line end after line ${count(line)}: the last value there may be cut off, and counts as it is read.`,
  flaws: {
    'too-long': 'line too long',
    encoding: 'not UTF-8; save the file as UTF-8',
    quotes: 'quotes do not close',
    cells: 'cells are missing',
    time: 'not a time',
    zone: 'no zone',
    symbol: 'no symbol',
    side: 'neither bought nor sold',
    price: 'not a price',
    quantity: 'not a quantity',
    fee: 'not a fee',
    conflict: 'another row of this trade id says something else; neither counts',
  },
  others: 'Rows that are no fills',
  unknown: 'Unknown symbols',
  notAgain: 'Fills that are not counted again',
  sameAs: (file: string): string => `The same bytes as file ${file}: it adds nothing.`,
  repeated: (fills: number): string =>
    `${count(fills)} ${fills === 1 ? 'fill is' : 'fills are'} already counted, and left out here.`,
  ordersOfTrades: (orders: number): string =>
    `${count(orders)} ${orders === 1 ? 'order is' : 'orders are'} left out: the trades count.`,
  oneAccount:
    'Files without an account are compared as those of one account. Enter the accounts where they are of different ones.',
  ordersBeside: (account: string, venue: string, orders: number): string =>
    `Account ${account}: ${count(orders)} ${orders === 1 ? 'order' : 'orders'} at ${venue} counted beside trades. They may be the same fills: give either the orders or the trades.`,
  reason: 'Reason',
  why: { repeated: 'already counted', order: 'its trades count' },
} as const;

/** What the figures rest on, and what they do not say. */
export const auditLimits = {
  title: 'What this rests on',
  peers: (least: number): string =>
    `Minutes are the smallest step: within a minute a fill is compared with the lowest and highest prices. A figure needs at least ${count(least)} other venues.`,
  orders: 'A row with an average price stands for a whole order, at the time of its row.',
  midnight: 'An episode that goes on over midnight (UTC) is counted as two.',
  cause: 'The figures say how far and how much. They do not say why, nor whose doing it was.',
  digests: 'The minutes compared, with the digest of each view',
  day: 'Day',
  digest: 'Digest',
} as const;

/** Money added up over time. */
export const auditCurves = {
  title: 'Over time',
  lead: 'Sold less bought, added up from the first fill on, in USD: at the prices of the fills, and at their references. The difference is the money of this audit. Fills within the rate’s uncertainty, and fills without a figure, add nothing: they are marks below the curves.',
  was: 'as traded',
  atReference: 'at the reference',
  difference: 'difference',
  within: 'within the rate’s uncertainty',
  unmeasured: 'without a figure',
  together: 'Total',
  account: (account: string): string => `Account ${account}`,
  step: (minutes: number): string => `Each step is ${count(minutes)} minutes.`,
  description: (name: string, when: string, was: string, reference: string, difference: string): string =>
    `${name}, ${when}: ${was} USD as traded, ${reference} USD at the reference, difference ${difference} USD.`,
} as const;
/** Sizes that the export does not say. */
export const auditContracts = {
  title: 'Contracts of unknown size',
  lead: 'The file counts contracts and does not say how large they are. Look up the size that held on the day of the fills, and enter it.',
  one: (symbol: string, fills: number, unit: string): string =>
    `${symbol} (${count(fills)} ${fills === 1 ? 'fill' : 'fills'}): 1 contract in ${unit}`,
  use: 'Use these sizes',
} as const;
/** The result as others may see it. */
export const auditShare = {
  title: 'Fills against the market, without amounts',
  note: 'No quantity, price or money. Accounts are letters, files are numbers.',
  sides: (worse: number, better: number): string =>
    `${count(worse)} worse than the reference, ${count(better)} better.`,
  weak: (fills: number): string => `${count(fills)} of these rest on a weak rate.`,
  rule: (inside: number, outside: number, unknown: number): string =>
    `Official rule, as the press reported it: ${count(inside)} liquidations inside its hours, ${count(outside)} outside, ${count(unknown)} not known.`,
  notCompared: 'not compared',
  file: (file: string, format: string, fills: number, rows: number): string =>
    `File ${file}: ${format}, ${count(fills)} fills in ${count(rows)} rows`,
  days: 'Compared with',
} as const;
