/** What a column of an export may be. */
export const ROLES = [
  'time',
  'symbol',
  'side',
  'price',
  'quantity',
  'unit',
  'fee',
  'fee-coin',
  'status',
  'flag',
  'client-id',
  'account',
  'trade-id',
  'order-id',
] as const;
export type Role = (typeof ROLES)[number];

/** Without these a row is no fill. */
export const NEEDED = ['time', 'symbol', 'side', 'price', 'quantity'] as const satisfies readonly Role[];

/** A column's name as the lists below write it: small letters and digits, without what stands in brackets. */
export const plainName = (name: string): string =>
  name
    .replace(/^\uFEFF/, '')
    .replace(/\([^)]*\)/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/**
 * The names under which exports write each, the likelier first: of an order the average price goes before its limit, and what was filled before
 * what was asked for.
 */
export const ROLE_NAMES: Readonly<Record<Role, readonly string[]>> = {
  time: [
    'transactiontime',
    'filledtime',
    'tradetime',
    'updatetime',
    'timestamp',
    'time',
    'utctime',
    'datetime',
    'date',
    'createdtime',
    'createtime',
  ],
  symbol: [
    'symbol',
    'pair',
    'market',
    'spotpairs',
    'contracts',
    'contract',
    'instrument',
    'instid',
    'instrumentid',
    'underlying',
  ],
  side: ['side', 'direction', 'action', 'type'],
  price: [
    'averageprice',
    'avgtradingprice',
    'avgprice',
    'avgfilledprice',
    'averagefilledprice',
    'filledprice',
    'filledavgprice',
    'execprice',
    'fillprice',
    'tradeprice',
    'price',
  ],
  quantity: [
    'executed',
    'filledquantity',
    'filledqty',
    'executedqty',
    'filled',
    'execqty',
    'fillsize',
    'quantity',
    'qty',
    'size',
    'amount',
    'volume',
  ],
  unit: ['tradingunit', 'quantityunit'],
  fee: ['fee', 'tradingfee', 'fees', 'feepaid', 'execfee', 'commission'],
  'fee-coin': ['feecoin', 'feeunit', 'feecurrency', 'commissionasset', 'feeasset'],
  status: ['status', 'orderstatus', 'state'],
  flag: ['filledtype', 'exectype', 'tradetype', 'ordertype', 'category', 'type'],
  'client-id': ['clientorderid', 'clientid'],
  account: ['uid', 'userid', 'accountid', 'subaccount'],
  // `Trasaction ID` is Bybit's own spelling. A plain `id` may number the rows of a file alone.
  'trade-id': ['tradeid', 'execid', 'executionid', 'fillid', 'transactionid', 'trasactionid'],
  'order-id': ['orderid', 'orderno', 'ordernumber'],
};

/** Of an order these say its average price: the row stands for all fills of the order. */
export const AVERAGES: readonly string[] = [
  'averageprice',
  'avgtradingprice',
  'avgprice',
  'avgfilledprice',
  'averagefilledprice',
  'filledavgprice',
];
