import { venueList } from './venues';

export const packHeads = {
  contents: '차례',
  index: '증거물 목록',
  missing: '증거물이 없는 주소',
  whatThisIs: '이 자료는 무엇인가',
  files: '파일',
  check: '확인하는 방법',
  use: '사용하는 방법',
} as const;

export const packTitle = (assets: readonly string[]): string => `증거물: ${assets.join(', ')}`;

export const exhibitName = (number: number): string => `증거물 ${String(number)}`;
export const exhibitPage = (number: number, page: number, of: number): string =>
  `${exhibitName(number)}, ${String(of)}쪽 중 ${String(page)}쪽`;
export const packPage = (page: number, of: number): string => `${String(of)}쪽 중 ${String(page)}쪽`;

export const packLead = {
  measures:
    '각 증거물은 1분 캔들을 측정한 결과로, 거래소마다 가격이 기준에서 얼마나 떨어져 있었는지를 보여 줍니다. 무엇이 측정되었는지만 말하며, 이유는 말하지 않습니다.',
  folders: '각 증거물은 이 문서에 2쪽씩 실려 있고, 그림, 수치, 캔들, 이를 확인하는 스크립트가 든 폴더를 따로 가집니다.',
  missing: '다음 주소도 요청되었으나 증거물이 만들어지지 않았습니다. 이유는 각 주소 옆에 있습니다.',
  quoted: '정오표와 거래소의 답변은 작성한 사람이 쓴 그대로 인용합니다.',
} as const;

export const exhibitTerms = {
  finding: '측정 결과',
  asset: '자산',
  minute: '분',
  window: '기간',
  inZone: (zone: string): string => `${zone} 시각`,
  books: '거래소, 마켓, 출처',
  basis: '측정 방식',
  digestOfMinute: '해당 분의 다이제스트',
  picture: '그림의 SHA-256',
  manifest: '목록 파일의 SHA-256',
  address: '주소',
  folder: '폴더',
  key: '서명 키',
  unsigned: '없음: 만들 당시 이 서버에 키가 없었습니다',
  check: '확인하는 방법',
} as const;

export const exhibitBasis = (currency: string): string =>
  `1분 캔들. 거래소의 저가를 같은 분의 기준 저가로 나누고 1을 뺍니다. 고가와 종가도 같습니다. 가격 단위는 ${currency}입니다. 체결이 없는 분은 비워 두며, 어떤 가격도 이어 쓰거나 채우지 않습니다.`;

export const exhibitCheck = (folder: string, sums: string, script: string): string =>
  `폴더 ${folder}에서 \`${sums}\`는 모든 파일이 만들 때 그대로인지 보여 주고, \`${script}\`는 캔들에서 수치를 다시 계산합니다. 모든 단계와 각 거래소에 같은 분을 요청하는 방법은 그곳의 \`README.txt\`에 있습니다.`;

export const exhibitTables = {
  minute: '이 분의 거래소',
  window: '이 기간의 괴리 구간, 가장 큰 것부터',
  more: (count: number, file: string): string => `나머지 ${String(count)}행은 ${file}에 있습니다.`,
} as const;

export const packFiles = {
  pack: '증거물마다 2쪽, 차례, 확인서',
  index: '증거물 목록, 3가지 형식',
  certification: '사람이 작성하고 서명하는 글',
  exhibits: '증거물마다 폴더 1개, 각각의 안내문 포함',
  manifest: '다른 모든 파일의 SHA-256',
  signature: '그 서명과 공개 키 사본',
  stamps: '어느 타임스탬프 기관이 언제 서명했는지 또는 서명하지 않은 이유, 타임스탬프마다 기관의 응답과 그 안의 인증서',
} as const;

export const packChecks = {
  sums: (command: string, ofMac: string): string =>
    `압축을 풀고 그 폴더에서 터미널을 엽니다. \`${command}\` (macOS: \`${ofMac}\`)는 만들 때 그대로인 모든 파일에 \`OK\`를 출력합니다.`,
  signature: (keys: string, command: string): string =>
    `해시 목록에는 서명이 있습니다. 서버의 공개 키는 이 폴더가 아니라 ${keys}에서 받습니다. \`key.pem\`은 사본이며 같아야 합니다. 그다음 \`${command}\` (OpenSSL 3).`,
  unsigned: '해시 목록에 서명이 없습니다. 만들 당시 이 서버에 키가 없었습니다.',
  stamps: (names: readonly string[], list: string, command: string): string =>
    `타임스탬프 기관(${names.join(', ')})에 해시 목록의 타임스탬프(RFC 3161)를 요청했습니다. 그 시각에 목록이 있었음을 다른 기관이 서명한 것입니다. 각 기관이 언제 서명했는지 또는 왜 하지 않았는지는 ${list}에 있습니다. 기관의 루트 인증서를 그 기관의 사이트에서 받아 \`root.pem\`으로 저장하고, 타임스탬프마다 \`${command}\`를 실행합니다.`,
  script: (command: string): string =>
    `각 증거물의 폴더에서 \`${command}\`는 그 파일을 확인하고 캔들에서 수치를 다시 계산합니다. 연결도, Plumbline 프로그램도 필요하지 않습니다.`,
  address: '각 증거물의 주소를 엽니다. 그 페이지는 여기에 적힌 다이제스트를 보여 줍니다.',
  exchange: '거래소에 요청합니다. 분 페이지는 거래소마다 같은 캔들의 주소와 명령, 나와야 할 행을 보여 줍니다.',
} as const;

export const packKeysAt = (path: string): string => `서버의 주소 ${path}`;

export const packUse = {
  unchanged: '모든 파일을 그대로 둡니다. 그러면 받는 사람도 모든 것을 다시 확인할 수 있습니다.',
  certification: '확인서는 인쇄해서, 또는 이 폴더 밖의 사본에 작성합니다. 이 폴더의 변경은 1단계 확인에서 드러납니다.',
  counsel:
    '이것은 법률 자문이 아닙니다. 문서를 받아들일지, 어떤 형식으로 받아들일지는 해당 지역의 규칙과 변호사가 정합니다.',
} as const;

const BLANK = '______________________________';
const BOX = '[  ]';

export const certificationText = ({
  exhibits,
  method,
  origin,
  digests,
}: Readonly<{
  exhibits: number;
  method: number;
  origin: string | undefined;
  digests: readonly string[];
}>): readonly Readonly<{
  head: string;
  lines: readonly string[];
}>[] => [
  {
    head: '전자적 과정으로 생성된 기록에 대한 확인서',
    lines: [
      '여기에 적힌 내용을 아는 사람이 작성하고 서명합니다. 해당하지 않는 것은 줄을 그어 지웁니다. 이 양식은 법률 자문이 아닙니다.',
    ],
  },
  {
    head: '작성자',
    lines: [`이름: ${BLANK}`, `직책 또는 소속: ${BLANK}`, `주소 또는 연락처: ${BLANK}`],
  },
  {
    head: '기록',
    lines: [
      `이 묶음에는 증거물 ${String(exhibits)}개가 있으며, 다이제스트는 다음과 같습니다.`,
      ...digests.map((digest, i) => `${exhibitName(i + 1)}: ${digest}`),
      `압축 파일의 이름: ${BLANK}`,
      `\`manifest-sha256.txt\`의 SHA-256: ${BLANK}`,
    ],
  },
  {
    head: '받은 경로',
    lines: [
      `${BOX} 본인이 직접 내려받은 곳: ${origin ?? BLANK}`,
      `${BOX} 본인이 프로그램 사본으로 직접 만든 컴퓨터: ${BLANK}`,
      `${BOX} 건네준 사람: ${BLANK}`,
      `날짜와 시각, 시간대: ${BLANK}`,
    ],
  },
  {
    head: '생성된 방식',
    lines: [
      `이 기록은 전자적 과정으로 생성되었으며, 어떤 수치도 사람이 쓰거나 고치지 않았습니다. Plumbline 프로그램은 거래소의 공개 인터페이스와 아카이브가 제공하는 1분 캔들을 응답마다 시각과 SHA-256과 함께 저장합니다. 수치는 이 캔들에서, 공개된 산출 방법의 버전 ${String(method)}에 따라 계산됩니다. 같은 캔들과 같은 조건은 같은 수치와 같은 다이제스트를 냅니다.`,
      `이를 알게 된 경위: ${BLANK}`,
    ],
  },
  {
    head: '확인한 것',
    lines: [
      `${BOX} 해시 목록: 묶음의 모든 파일이 목록과 같습니다.`,
      `${BOX} 목록의 서명. 공개 키를 받은 날짜: ${BLANK} 받은 곳: ${BLANK}`,
      `${BOX} 각 증거물의 스크립트가 “\`Everything fits.\`”로 끝났습니다.`,
      `${BOX} 각 증거물의 주소가 위에 적힌 다이제스트를 보여 주었습니다.`,
      `${BOX} 거래소에 직접 해당 분을 요청했습니다. 결과: ${BLANK}`,
      `${BOX} 기타: ${BLANK}`,
    ],
  },
  {
    head: '진술',
    lines: [
      '본인은 묶음의 어떤 파일도 바꾸지 않았습니다. 첨부한 것은 본인이 받은 것의 정확한 사본입니다. 여기에 적은 내용은 본인이 아는 한 사실입니다.',
      `해당 지역의 규칙이 요구하는 문구: ${BLANK}`,
      `장소와 날짜: ${BLANK}`,
      `서명: ${BLANK}`,
    ],
  },
];

export const exhibitPictureAlt = (sentence: string, venues: readonly string[]): string =>
  `거래소별 가격과 괴리 차트: ${venueList(venues)}. ${sentence}`;
