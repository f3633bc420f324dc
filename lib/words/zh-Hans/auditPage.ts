import { codeOf } from '../typed';
import { count } from './numbers';

export const auditHead = {
  title: '您的成交与市场比较',
  lead: '请选择交易所为您导出的成交记录（CSV）。每笔成交都与其所在的分钟比较：该交易所自身的 K 线，以及同一时间其他交易所的价格。',
  kept: '文件留在您的设备上。浏览器自行读取文件，只向本站查询公开的分钟数据：资产、市场，以及完整的一个 UTC 日。',
} as const;

export const auditPicker = {
  label: '您的成交记录文件',
  drop: '将文件拖放到这里，或',
  dropNow: '放开即开始读取',
  choose: '选择文件',
  another: '选择其他文件',
  formats: 'Binance、OKX、Bybit 的 CSV，或含时间、代码、方向、价格、数量的其他 CSV',
  get noScript(): string {
    return `本页需要脚本，浏览器才能读取文件。若无法使用，请运行 ${codeOf('audit FILE')}。`;
  },
} as const;

export const auditStages = {
  reading: '正在读取文件…',
  fetching: '正在获取公开的分钟数据…',
  comparing: '正在将每笔成交与其分钟比较…',
  progress: '比较进度',
} as const;

export const auditProblems = {
  notUtf8: '这个文件不是 UTF-8，也不是 UTF-16，无法读取各列。请保存为 UTF-8（Excel：CSV UTF-8）。',
  notFills: '文件开头没有成交记录的列名称。请将成交记录连同第一行导出为 CSV。',
  get unreadable(): string {
    return `这个浏览器无法读取文件。请使用较新的版本，或在命令行运行 ${codeOf('audit FILE')}。`;
  },
  waits: '每个文件都能读取、且不再有需要说明之处，才会进行比较。可以略去其中的文件。',
  manyDays: (days: number, most: number): string =>
    `各市场的成交共涉及 ${count(days)} 日，一次最多获取 ${count(most)} 日。请选择日期。`,
} as const;

export const auditFile = {
  title: '文件的读取方式',
  guessed: '这种导出文件的列没有文件可查，以下为推测，请检查。',
  asks: '请选择文件没有说明的内容：',
  zone: '文件的时区',
  zoneAsked: '请选择',
  zoneBy: {
    column: '按列名称',
    preamble: '按第一行',
    rows: '每个时间都注明时区',
  },
  venue: '市场',
  venueAsked: '请选择',
  columns: '列',
  noColumn: '无',
  firstRows: '前几行',
  account: '账户',
  accountHint: '名称，只有您看得到',
  period: '日期',
  leaveOut: '略去',
  leaveOutFile: (name: string): string => `略去 ${name}`,
  everyDay: '全部',
  formats: {
    'binance-spot-trades': 'Binance 现货成交',
    'binance-spot-trades-old': 'Binance 现货成交（较早格式）',
    'binance-spot-orders': 'Binance 现货委托',
    'binance-futures-trades': 'Binance 合约成交',
    'okx-trades': 'OKX 成交记录',
    'bybit-spot-trades': 'Bybit 现货成交',
    'bybit-derivatives-trades': 'Bybit 合约成交',
    'bybit-derivatives-old': 'Bybit 合约（较早格式）',
    generic: '未知的格式',
  },
  roles: {
    time: '时间',
    symbol: '代码',
    side: '方向',
    price: '价格',
    quantity: '数量',
    unit: '数量的单位',
    fee: '手续费',
    'fee-coin': '手续费的币种',
    status: '委托状态',
    flag: '类型（强制平仓）',
    'client-id': '自订委托编号',
    account: '账户',
    'trade-id': '成交编号',
    'order-id': '委托编号',
  },
} as const;

export const zoneWarning = {
  title: '文件的时区似乎不是所选的时区',
  says: (chosen: string, inside: number, better: string, betterInside: number, fills: number): string =>
    `以 ${chosen} 读取时，${count(fills)} 笔成交中有 ${count(inside)} 笔在该交易所的 K 线之内；以 ${better} 读取时有 ${count(betterInside)} 笔。`,
  use: (zone: string): string => `以 ${zone} 读取`,
} as const;

export const auditTotals = {
  currency: 'USD',
  title: '合计',
  net: '与其他交易所相比',
  worse: '差于基准',
  better: '优于基准',
  rests:
    '以 USD 计。卖出与同一分钟其他交易所最低价的中位数比较，买入与最高价的中位数比较；差额乘以数量。大于 0 表示差于基准。',
  measured: (measured: number, fills: number): string => `${count(fills)} 笔成交中有 ${count(measured)} 笔有金额。`,
  weak: (fills: number, usd: string): string => `其中 ${count(fills)} 笔的汇率依据薄弱（${usd}）。`,
  within: (fills: number): string => `${count(fills)} 笔在汇率不确定度之内，没有金额。`,
  outside: (fills: number): string => `${count(fills)} 笔在该交易所自身的 K 线之外。`,
  flags: (liquidations: number, adl: number): string =>
    `按文件的标注，强制平仓 ${count(liquidations)} 笔，自动减仓 ${count(adl)} 笔。`,
  fees: '手续费（按文件所载）',
  noCurrency: '未注明币种',
  unreadFees: (fills: number): string => `有 ${count(fills)} 笔成交的手续费无法读取，不计入合计。`,
  unmeasured: '没有金额',
  reasons: {
    'unknown-symbol': '未知的代码',
    'contract-size': '合约大小不明',
    'not-asked': '未获取该分钟',
    'not-stored': '没有存储此市场该日的数据',
    'not-fetched': '从未向交易所获取的分钟',
    'no-trade': '该分钟交易所没有成交',
    'no-rate': '没有对 USD 的汇率',
    'too-few-peers': '其他交易所太少',
    'left-out': '该日不计入的市场',
    moved: '成交量为 0，价格有变动',
    'set-aside': '无法使用的 K 线',
  },
} as const;

export const officialRule = {
  title: '媒体报导的官方规则',
  says: '2025 年 10 月 10 日 21:36 至 22:16 UTC 在 Binance 的强制平仓：多头为 10 月 11 日 00:00 UTC 的价格减去强制平仓价格，空头相反，且不低于 0。这是对媒体报导的解读，不是交易所的原文。',
  paid: '在此时段之内，按此规则',
  outside: '在此时段之外，按本比较',
  unknown: (fills: number): string => `有 ${count(fills)} 笔缺少此规则所需的价格。`,
  fills: (fills: number): string => `强制平仓 ${count(fills)} 笔`,
  list: '此规则所涉及的强制平仓',
  first: (shown: number, all: number): string => `按时间排列，共 ${count(all)} 笔，显示 ${count(shown)} 笔。`,
  byRule: '按此规则，\nUSD',
  byAudit: '按本比较，\nUSD',
  outsideHours: '在此时段之外',
  notStored: '没有存储价格',
} as const;

export const auditTables = {
  assets: '按资产',
  episodes: '按偏离时段',
  accounts: '按账户',
  fills: '金额最大的成交',
  fillsLead: '按差额大小排列。全部成交在 CSV 中。',
  asset: '资产',
  episode: '偏离时段',
  account: '账户',
  count: '成交',
  worse: '较差，\nUSD',
  better: '较优，\nUSD',
  net: '合计，\nUSD',
  line: '行',
  time: '时间，UTC',
  market: '市场',
  side: '方向',
  sides: { sell: '卖出', buy: '买入' },
  flags: { liquidation: '强制平仓', adl: '自动减仓' },
  order: '委托均价',
  quantity: '数量',
  price: '价格',
  candle: 'K 线，\nUSD',
  outside: '在 K 线之外',
  reference: '基准，\nUSD',
  deviation: '偏离',
  money: '金额，USD',
  more: (more: number): string => `再显示 ${count(more)} 笔`,
  hide: '隐藏金额',
  hidden: '已隐藏',
  accountsLead: '账户按第一笔成交的时间以字母表示。名称的对照只留在您这里。',
  /** "Binance ATOM/USDT, below the reference, 2025-10-10 21:20–21:25 UTC" */
  episodeName: (market: string, below: boolean, when: string): string =>
    `${market}，${below ? '低于基准' : '高于基准'}，${when}`,
  saveShared: '保存不含金额的结果（JSON）',
  copyShared: '复制不含金额的结果',
  copied: '已复制',
  print: '打印或保存为 PDF',
  saveNames: '保存名称对照（CSV）',
  saveCsv: '保存全部成交（CSV）',
  saveJson: '保存比较结果（JSON）',
} as const;

export const auditRows = {
  title: '无法读取的行',
  lead: (flawed: number, rows: number): string => `${count(rows)} 行中有 ${count(flawed)} 行，不计入任何金额。`,
  line: '行',
  what: '问题',
  text: '文件内容',
  unreadFees: (fills: number): string => `有 ${count(fills)} 笔成交的手续费无法读取，成交仍计入金额。`,
  unended: (line: number): string => `第 ${count(line)} 行之后没有换行：该行最后一个值可能不完整，按读到的计算。`,
  flaws: {
    'too-long': '行太长',
    encoding: '不是 UTF-8，请将文件保存为 UTF-8',
    quotes: '引号没有结束',
    cells: '缺少单元格',
    time: '不是时间',
    zone: '没有时区',
    symbol: '没有代码',
    side: '既非买入也非卖出',
    price: '不是价格',
    quantity: '不是数量',
    fee: '不是手续费',
    conflict: '成交编号相同的另一行内容不同，两行都不计入',
  },
  others: '不是成交的行',
  unknown: '未知的代码',
  notAgain: '不再计入的成交',
  sameAs: (file: string): string => `与文件 ${file} 的内容完全相同，不计入任何金额。`,
  repeated: (fills: number): string => `有 ${count(fills)} 笔成交已计入金额，这里不再计入。`,
  ordersOfTrades: (orders: number): string => `有 ${count(orders)} 笔委托不计入，因为其成交已计入。`,
  oneAccount: '没有账户的文件按同一账户比较。如果账户不同，请输入账户。',
  ordersBeside: (account: string, venue: string, orders: number): string =>
    `账户 ${account}：${venue} 有 ${count(orders)} 笔委托与成交同时计入，可能是相同的成交。请只选择委托或成交。`,
  reason: '原因',
  why: { repeated: '已计入金额', order: '其成交已计入' },
} as const;

export const auditLimits = {
  title: '这些结果的依据',
  peers: (least: number): string =>
    `分钟是最小的单位：成交与该分钟的最低价和最高价比较。至少有 ${count(least)} 家其他交易所才有金额。`,
  orders: '有均价的一行代表该时间的整笔委托。',
  midnight: '跨过午夜（UTC）的偏离时段计为 2 个。',
  cause: '这些数字只说明相差多远、多少，不说明原因，也不说明由谁造成。',
  digests: '所比较的分钟数据及各自的摘要值',
  day: '日期',
  digest: '摘要值',
} as const;

export const auditCurves = {
  title: '随时间的合计',
  lead: '自第一笔成交起，卖出减买入的合计，以 USD 计：按成交价格，以及按基准。两者的差额就是本比较的金额。在汇率不确定度之内或没有金额的成交不计入，只在图表下方标示。',
  was: '按成交价格',
  atReference: '按基准',
  difference: '差额',
  within: '在汇率不确定度之内',
  unmeasured: '没有金额',
  together: '合计',
  account: (account: string): string => `账户 ${account}`,
  step: (minutes: number): string => `每一段为 ${count(minutes)} 分钟。`,
  description: (name: string, when: string, was: string, reference: string, difference: string): string =>
    `${name}，${when}：按成交价格 ${was} USD，按基准 ${reference} USD，差额 ${difference} USD。`,
} as const;

export const auditContracts = {
  title: '大小不明的合约',
  lead: '文件只有合约的数量，没有合约的大小。请向交易所查询成交当日的大小并填入。',
  one: (symbol: string, fills: number, unit: string): string =>
    `${symbol}（成交 ${count(fills)} 笔）：1 张合约，以 ${unit} 计`,
  use: '以此计算',
} as const;

export const auditShare = {
  title: '成交与市场比较，不含金额',
  note: '没有数量、价格和金额。账户为字母，文件为编号。',
  sides: (worse: number, better: number): string => `差于基准 ${count(worse)} 笔，优于基准 ${count(better)} 笔。`,
  weak: (fills: number): string => `其中 ${count(fills)} 笔的汇率依据薄弱。`,
  rule: (inside: number, outside: number, unknown: number): string =>
    `媒体报导的官方规则：时段之内强制平仓 ${count(inside)} 笔，之外 ${count(outside)} 笔，不明 ${count(unknown)} 笔。`,
  notCompared: '没有比较',
  file: (file: string, format: string, fills: number, rows: number): string =>
    `文件 ${file}：${format}，${count(rows)} 行，成交 ${count(fills)} 笔`,
  days: '所比较的数据',
} as const;
