export const header = {
  navigation: '주 메뉴',
  menu: '메뉴',
  theme: '밝은 화면과 어두운 화면 전환',
} as const;

export const pageNames = {
  events: '사건',
  scan: '전체 검색',
  lows: '최저가',
  venues: '거래소',
  compare: '비교',
  method: '산출 방법',
  coverage: '보유 데이터',
  revisions: '정정',
  verify: '확인',
  league: '일별',
  pack: '증거물',
  audit: '체결',
  contagion: '하락 순서',
  orderlog: '주문 기록',
  collateral: '증거금 자산',
} as const;

export const footer = {
  definition:
    '괴리는 한 거래소의 가격을 같은 분의 다른 거래소 가격의 중앙값으로 나눈 값에서 1을 뺀 것입니다. 거래소 자신의 가격은 그 거래소의 기준 가격에 들어가지 않으며, 누락된 분은 채워 넣지 않습니다. 다른 시간대를 밝히지 않은 시각은 UTC이며 주소의 시각은 항상 UTC입니다. 분은 시작 시각으로 나타냅니다.',
  api: 'API',
} as const;

export const printed = { from: '인쇄한 주소' } as const;

export const simulatedBanner = {
  label: '모의 가격',
  text: '어느 거래소도 공표한 적이 없는 가격입니다.',
} as const;

export const notices = {
  ignored: '이 주소의 일부는 무시되었으며 나머지를 표시합니다.',
  notes: '참고',
  backToStart: '이용 가능한 자산 보기',
} as const;

export const asOfNotice = {
  label: '기준 시점',
  title: (at: string): string => `기준 시점: ${at}.`,
  text: '그 뒤에 수신되거나 정정된 데이터는 여기의 모든 수치에서 제외됩니다.',
  now: '현재 데이터 보기',
} as const;

export const copyLink = {
  copy: { whole: '링크 복사', short: '짧은 링크 복사' },
  copied: { whole: '링크 복사됨', short: '짧은 링크 복사됨' },
  refused: '이 브라우저에서는 복사할 수 없습니다. 주소 표시줄에서 주소를 복사하십시오.',
} as const;

export const settingsSheet = { open: '설정', label: '설정', close: '차트 보기' } as const;

export const files = { picture: 'PNG', answer: 'JSON' } as const;

export const downloads = {
  making: '파일을 만드는 중입니다…',
  coming: '내려받는 중입니다…',
  progress: '내려받기 진행',
  stop: '중지',
  done: '내려받았습니다',
} as const;

export const pictures = {
  label: '다른 크기',
  sizes: { wide: '가로, 16:9', square: '정사각형', card: '링크 카드', page: '페이지, A4', sheet: '전체' },
  themes: { light: '밝은', dark: '어두운' },
} as const;

export const assetNavigation = { label: '자산', all: '모든 자산' } as const;

export const pageLinks = { chart: '차트', coverage: '일별 보유 데이터', revisions: '정정과 출처' } as const;

export const openingTable = { more: (row: string): string => `${row} 자세히 보기` } as const;

export const tableLabel = (name: string): string => `표: ${name}`;

/** The choice of what pages are read in, and what stands on those that are a translation. */
export const languageChoice = {
  label: '언어',
  prevails: '이 페이지는 번역본입니다. 영어 원문과 다른 부분이 있으면 영어 원문이 우선합니다.',
  method: '산출 방법 본문은 영어로만 제공됩니다.',
  reference: '이 설명은 영어로만 제공됩니다.',
} as const;
