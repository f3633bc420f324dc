import { codeOf } from '../typed';
import { count } from './numbers';

export const auditHead = {
  title: '체결 내역과 시장 비교',
  lead: '거래소에서 내보낸 체결 내역(CSV)을 선택하십시오. 체결마다 같은 분의 그 거래소 캔들, 그리고 같은 시각 다른 거래소의 가격과 비교합니다.',
  kept: '파일은 이 기기에 남습니다. 브라우저가 직접 파일을 읽고, 이 사이트에는 공개된 분 데이터만 요청합니다. 요청에는 자산, 시장, UTC 하루만 들어갑니다.',
} as const;

export const auditPicker = {
  label: '체결 내역 파일',
  drop: '파일을 여기에 놓거나',
  dropNow: '놓으면 읽습니다',
  choose: '파일 선택',
  another: '다른 파일 선택',
  formats: 'Binance, OKX, Bybit의 CSV 또는 시각, 종목, 방향, 가격, 수량이 있는 다른 CSV',
  get noScript(): string {
    return `브라우저가 파일을 읽으려면 스크립트가 필요합니다. 없으면 ${codeOf('audit FILE')} 명령을 사용하십시오.`;
  },
} as const;

export const auditStages = {
  reading: '파일을 읽는 중…',
  fetching: '공개된 분 데이터를 가져오는 중…',
  comparing: '체결마다 같은 분과 비교하는 중…',
  progress: '비교 진행 상황',
} as const;

export const auditProblems = {
  notUtf8: '이 파일은 UTF-8도 UTF-16도 아니어서 열을 읽을 수 없습니다. UTF-8로 저장하십시오(Excel: CSV UTF-8).',
  notFills: '이 파일의 앞부분에 체결 내역의 열 이름이 없습니다. 체결 내역을 첫 줄까지 포함해 CSV로 내보내십시오.',
  get unreadable(): string {
    return `이 브라우저에서는 파일을 읽을 수 없습니다. 최신 브라우저 또는 ${codeOf('audit FILE')} 명령을 사용하십시오.`;
  },
  waits: '모든 파일을 읽을 수 있고 선택할 내용이 남지 않아야 비교를 시작합니다. 파일을 제외할 수 있습니다.',
  manyDays: (days: number, most: number): string =>
    `체결이 마켓별로 모두 ${count(days)}일에 걸쳐 있습니다. 한 번에 최대 ${count(most)}일까지 가져옵니다. 날짜를 선택하십시오.`,
} as const;

export const auditFile = {
  title: '파일을 읽는 방법',
  guessed: '이 내역의 열은 문서로 확인되지 않아 추정한 것입니다. 확인하십시오.',
  asks: '파일에 없는 내용을 선택하십시오:',
  zone: '파일의 시간대',
  zoneAsked: '선택',
  zoneBy: {
    column: '열 이름에 있는 대로',
    preamble: '첫 줄에 있는 대로',
    rows: '시각마다 시간대가 있음',
  },
  venue: '마켓',
  venueAsked: '선택',
  columns: '열',
  noColumn: '없음',
  firstRows: '첫 행',
  account: '계정',
  accountHint: '이름, 본인만 봅니다',
  period: '날짜',
  leaveOut: '제외',
  leaveOutFile: (name: string): string => `${name} 제외`,
  everyDay: '전체',
  formats: {
    'binance-spot-trades': 'Binance 현물 체결',
    'binance-spot-trades-old': 'Binance 현물 체결(이전 형식)',
    'binance-spot-orders': 'Binance 현물 주문',
    'binance-futures-trades': 'Binance 선물 체결',
    'okx-trades': 'OKX 체결 내역',
    'bybit-spot-trades': 'Bybit 현물 체결',
    'bybit-derivatives-trades': 'Bybit 파생 체결',
    'bybit-derivatives-old': 'Bybit 파생(이전 형식)',
    generic: '알 수 없는 내역',
  },
  roles: {
    time: '시각',
    symbol: '종목',
    side: '방향',
    price: '가격',
    quantity: '수량',
    unit: '수량의 단위',
    fee: '수수료',
    'fee-coin': '수수료의 통화',
    status: '주문 상태',
    flag: '종류(청산)',
    'client-id': '주문의 자체 번호',
    account: '계정',
    'trade-id': '체결 번호',
    'order-id': '주문 번호',
  },
} as const;

export const zoneWarning = {
  title: '파일의 시간대가 선택한 것과 다른 것으로 보입니다',
  says: (chosen: string, inside: number, better: string, betterInside: number, fills: number): string =>
    `${chosen} 기준으로 읽으면 체결 ${count(fills)}건 가운데 ${count(inside)}건이 그 거래소의 캔들 안에 있습니다. ${better} 기준으로 읽으면 ${count(betterInside)}건입니다.`,
  use: (zone: string): string => `${zone} 기준으로 읽기`,
} as const;

export const auditTotals = {
  currency: 'USD',
  title: '합계',
  net: '다른 거래소 대비',
  worse: '기준 가격보다 불리',
  better: '기준 가격보다 유리',
  rests:
    'USD 기준입니다. 매도는 같은 분 다른 거래소 저가의 중앙값과, 매수는 고가의 중앙값과 비교하고, 그 차이에 수량을 곱합니다. 0보다 크면 기준 가격보다 불리합니다.',
  measured: (measured: number, fills: number): string =>
    `체결 ${count(fills)}건 가운데 ${count(measured)}건에 금액이 있습니다.`,
  weak: (fills: number, usd: string): string => `그중 ${count(fills)}건은 근거가 약한 환산율에 따른 것입니다(${usd}).`,
  within: (fills: number): string => `${count(fills)}건은 환산율의 불확실성 안에 있어 금액이 없습니다.`,
  outside: (fills: number): string => `${count(fills)}건은 그 거래소의 캔들 밖에 있습니다.`,
  flags: (liquidations: number, adl: number): string =>
    `파일의 표시에 따르면 청산 ${count(liquidations)}건, 자동 감축 ${count(adl)}건입니다.`,
  fees: '수수료(파일에 있는 대로)',
  noCurrency: '통화 표시 없음',
  unreadFees: (fills: number): string => `체결 ${count(fills)}건의 수수료는 읽지 못해 합계에 들어가지 않습니다.`,
  unmeasured: '금액 없음',
  reasons: {
    'unknown-symbol': '알 수 없는 종목',
    'contract-size': '계약 크기를 알 수 없음',
    'not-asked': '분 데이터를 요청하지 않음',
    'not-stored': '이 마켓과 날짜의 데이터가 저장되어 있지 않음',
    'not-fetched': '거래소에서 가져온 적이 없는 분',
    'no-trade': '이 분에 거래소의 체결이 없음',
    'no-rate': 'USD 환산율 없음',
    'too-few-peers': '다른 거래소가 너무 적음',
    'left-out': '그날 제외된 마켓',
    moved: '거래량 0, 가격 변동',
    'set-aside': '사용할 수 없는 캔들',
  },
} as const;

export const officialRule = {
  title: '언론이 보도한 공식 기준',
  says: '2025년 10월 10일 21:36부터 22:16 UTC까지의 Binance 청산: 매수 포지션은 10월 11일 00:00 UTC의 가격에서 청산 가격을 뺀 값, 매도 포지션은 그 반대이며 0보다 작지 않습니다. 언론 보도를 읽은 것이며 거래소의 원문이 아닙니다.',
  paid: '이 시간 안, 이 기준에 따른 금액',
  outside: '이 시간 밖, 이 비교에 따른 금액',
  unknown: (fills: number): string => `${count(fills)}건은 기준에 필요한 가격이 저장되어 있지 않습니다.`,
  fills: (fills: number): string => `청산 ${count(fills)}건`,
  list: '이 기준이 적용되는 청산',
  first: (shown: number, all: number): string => `시각 순서로 ${count(all)}건 가운데 ${count(shown)}건입니다.`,
  byRule: '이 기준,\nUSD',
  byAudit: '이 비교,\nUSD',
  outsideHours: '이 시간 밖',
  notStored: '가격이 저장되어 있지 않음',
} as const;

export const auditTables = {
  assets: '자산별',
  episodes: '괴리 구간별',
  accounts: '계정별',
  fills: '금액이 큰 체결',
  fillsLead: '차이가 큰 순서입니다. 모든 체결은 CSV에 있습니다.',
  asset: '자산',
  episode: '괴리 구간',
  account: '계정',
  count: '체결',
  worse: '불리,\nUSD',
  better: '유리,\nUSD',
  net: '합계,\nUSD',
  line: '행',
  time: '시각, UTC',
  market: '마켓',
  side: '방향',
  sides: { sell: '매도', buy: '매수' },
  flags: { liquidation: '청산', adl: '자동 감축' },
  order: '주문의 평균',
  quantity: '수량',
  price: '가격',
  candle: '캔들,\nUSD',
  outside: '캔들 밖',
  reference: '기준 가격,\nUSD',
  deviation: '괴리',
  money: '금액, USD',
  more: (more: number): string => `${count(more)}건 더 보기`,
  hide: '금액 숨기기',
  hidden: '숨김',
  accountsLead: '계정은 첫 체결의 시각 순서대로 문자로 표시합니다. 누가 누구인지는 본인만 압니다.',
  /** "Binance ATOM/USDT, below the reference, 2025-10-10 21:20–21:25 UTC" */
  episodeName: (market: string, below: boolean, when: string): string =>
    `${market}, 기준 가격 ${below ? '하회' : '상회'}, ${when}`,
  saveShared: '금액 없이 저장(JSON)',
  copyShared: '금액 없이 복사',
  copied: '복사했습니다',
  print: '인쇄 또는 PDF로 저장',
  saveNames: '계정 이름 저장(CSV)',
  saveCsv: '모든 체결 저장(CSV)',
  saveJson: '비교 결과 저장(JSON)',
} as const;

export const auditRows = {
  title: '읽지 못한 행',
  lead: (flawed: number, rows: number): string =>
    `${count(rows)}행 가운데 ${count(flawed)}행입니다. 금액에는 들어가지 않습니다.`,
  line: '행',
  what: '문제',
  text: '파일의 내용',
  unreadFees: (fills: number): string => `체결 ${count(fills)}건은 수수료를 읽지 못했지만 금액에는 들어갑니다.`,
  unended: (line: number): string =>
    `${count(line)}행 뒤에 줄 끝이 없습니다. 그 행의 마지막 값은 잘렸을 수 있으며, 읽은 그대로 계산합니다.`,
  flaws: {
    'too-long': '줄이 너무 김',
    encoding: 'UTF-8이 아님. 파일을 UTF-8로 저장하십시오',
    quotes: '따옴표가 닫히지 않음',
    cells: '칸이 부족함',
    time: '시각이 아님',
    zone: '시간대 없음',
    symbol: '종목 없음',
    side: '매수도 매도도 아님',
    price: '가격이 아님',
    quantity: '수량이 아님',
    fee: '수수료가 아님',
    conflict: '체결 번호가 같은 다른 행과 내용이 다름. 두 행 모두 금액에 들어가지 않음',
  },
  others: '체결이 아닌 행',
  unknown: '알 수 없는 종목',
  notAgain: '다시 더하지 않는 체결',
  sameAs: (file: string): string => `${file} 파일과 내용이 같아 아무것도 더하지 않습니다.`,
  repeated: (fills: number): string => `체결 ${count(fills)}건은 이미 금액에 들어가 있어 다시 더하지 않습니다.`,
  ordersOfTrades: (orders: number): string => `주문 ${count(orders)}건은 그 체결이 금액에 들어가므로 더하지 않습니다.`,
  oneAccount: '계정이 없는 파일은 한 계정의 파일로 비교합니다. 서로 다른 계정이면 계정을 입력하십시오.',
  ordersBeside: (account: string, venue: string, orders: number): string =>
    `계정 ${account}: ${venue} 주문 ${count(orders)}건이 체결 내역과 함께 금액에 들어갑니다. 같은 체결일 수 있으니 주문과 체결 가운데 하나만 선택하십시오.`,
  reason: '이유',
  why: { repeated: '이미 금액에 들어감', order: '체결이 금액에 들어감' },
} as const;

export const auditLimits = {
  title: '이 결과의 근거',
  peers: (least: number): string =>
    `분이 가장 작은 단위입니다. 체결은 그 분의 저가, 고가와 비교합니다. 금액에는 다른 거래소가 최소 ${count(least)}곳 필요합니다.`,
  orders: '평균 가격이 있는 행은 그 시각의 주문 전체를 나타냅니다.',
  midnight: '자정(UTC)을 넘는 괴리 구간은 2개로 계산합니다.',
  cause: '얼마나 떨어져 있고 금액이 얼마인지를 나타낼 뿐, 이유나 누가 한 일인지는 나타내지 않습니다.',
  digests: '비교한 분 데이터와 각각의 다이제스트',
  day: '날짜',
  digest: '다이제스트',
} as const;

export const auditCurves = {
  title: '시간에 따른 합계',
  lead: '첫 체결부터 매도에서 매수를 뺀 합계(USD)입니다. 체결의 가격으로, 그리고 기준 가격으로 계산합니다. 둘의 차이가 이 비교의 금액입니다. 환산율의 불확실성 안에 있는 체결과 금액이 없는 체결은 더하지 않고 차트 아래에 표시합니다.',
  was: '체결 가격',
  atReference: '기준 가격',
  difference: '차이',
  within: '환산율의 불확실성 안',
  unmeasured: '금액 없음',
  together: '합계',
  account: (account: string): string => `계정 ${account}`,
  step: (minutes: number): string => `한 단계는 ${count(minutes)}분입니다.`,
  description: (name: string, when: string, was: string, reference: string, difference: string): string =>
    `${name}, ${when}: 체결 가격으로 ${was} USD, 기준 가격으로 ${reference} USD, 차이 ${difference} USD.`,
} as const;

export const auditContracts = {
  title: '크기를 알 수 없는 계약',
  lead: '파일에 계약 수만 있고 계약 크기는 없습니다. 체결한 날의 계약 크기를 거래소에서 확인해 입력하십시오.',
  one: (symbol: string, fills: number, unit: string): string => `${symbol}(체결 ${count(fills)}건): 계약 1개, ${unit}`,
  use: '이 크기로 계산',
} as const;

export const auditShare = {
  title: '체결 내역과 시장 비교(금액 없음)',
  note: '수량, 가격, 금액이 없습니다. 계정은 문자, 파일은 번호입니다.',
  sides: (worse: number, better: number): string =>
    `기준 가격보다 불리 ${count(worse)}건, 유리 ${count(better)}건입니다.`,
  weak: (fills: number): string => `그중 ${count(fills)}건은 근거가 약한 환산율에 따른 것입니다.`,
  rule: (inside: number, outside: number, unknown: number): string =>
    `언론이 보도한 공식 기준: 시간 안 청산 ${count(inside)}건, 시간 밖 ${count(outside)}건, 알 수 없음 ${count(unknown)}건.`,
  notCompared: '비교하지 않음',
  file: (file: string, format: string, fills: number, rows: number): string =>
    `파일 ${file}: ${format}, ${count(rows)}행, 체결 ${count(fills)}건`,
  days: '비교한 데이터',
} as const;
