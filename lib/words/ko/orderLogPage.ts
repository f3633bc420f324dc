import { codeOf } from '../typed';
import { count, utc } from './numbers';

export const orderLogHead = {
  title: '주문 기록의 거부',
  lead: '거래 프로그램이 남긴 기록(CSV, JSON, 텍스트)을 선택하십시오. 거부를 분마다, 코드마다, 종류마다 셉니다. 종류는 전달되지 않은 요청과 거래소가 거부한 주문입니다.',
  kept: '파일은 이 기기에 남습니다. 브라우저가 직접 파일을 읽고, 이 사이트에는 아무것도 보내지 않습니다.',
} as const;

export const logPicker = {
  label: '주문 기록 파일',
  drop: '파일을 여기에 놓거나',
  dropNow: '놓으면 읽습니다',
  choose: '파일 선택',
  another: '다른 파일 선택',
  formats: '시각이 있는 기록: CSV, JSON(한 줄에 하나) 또는 텍스트',
  get noScript(): string {
    return `브라우저가 파일을 읽으려면 스크립트가 필요합니다. 없으면 ${codeOf('orderlog FILE')} 명령을 사용하십시오.`;
  },
} as const;

export const logProblems = {
  noTime: '줄의 앞부분에 시각이 없습니다.',
  get unreadable(): string {
    return `이 브라우저에서는 파일을 읽을 수 없습니다. 최신 브라우저 또는 ${codeOf('orderlog FILE')} 명령을 사용하십시오.`;
  },
  reading: '파일을 읽는 중…',
  progress: '읽기 진행 상황',
} as const;

export const logFileWords = {
  title: '파일을 읽는 방법',
  guessed: '아래는 첫 줄들을 보고 추정한 것입니다. 확인하십시오.',
  asks: '파일에 없는 내용을 선택하십시오:',
  format: '형식',
  formats: { json: 'JSON', csv: 'CSV', text: '텍스트' },
  zone: '파일의 시간대',
  choose: '선택',
  ownZone: '시각마다 시간대가 있음',
  ofHead: '열 이름에 있는 대로',
  noCheck: '시간대가 틀려도 가격으로는 알 수 없습니다. 알고 있는 항목 하나와 비교하십시오.',
  year: '연도',
  time: '시각',
  code: '코드',
  none: '없음',
  firstLines: '첫 줄',
} as const;

export const logTotals = {
  title: '합계',
  rejected: '거부',
  rate: '거부 비율',
  noRate: '알 수 없음',
  noRateWhy: '기록에 성공이 하나도 없습니다. 오류만 남긴 기록일 수 있으므로 시도 횟수를 알 수 없습니다.',
  reduceOnly: '거부, 축소 전용',
  attempts: (rejected: number, attempts: number): string => `시도 ${count(attempts)}회 중 ${count(rejected)}회.`,
  longest: '성공 없이 가장 길게 이어진 구간',
  run: (attempts: number): string => `시도 ${count(attempts)}회`,
  openRun: '이 구간은 기록의 끝에 닿아 있습니다.',
  withoutCode: (entries: number, errors: number): string =>
    `코드도 성공도 없는 항목 ${count(entries)}개, 그중 오류를 언급한 항목 ${count(errors)}개.`,
  beyond: (attempts: number): string => `그 밖의 분에 있는 시도 ${count(attempts)}회는 합계에만 있습니다.`,
  cause: '횟수일 뿐입니다. 이유도, 누가 한 일인지도 나타내지 않습니다.',
  twice: '여러 항목에 기록된 주문은 항목마다 셉니다.',
  sameAs: (file: string, other: string): string =>
    `${file} 파일은 ${other} 파일과 내용이 같아 아무것도 더하지 않습니다.`,
  unended: (file: string, line: number): string =>
    `${file}: ${count(line)}행 뒤에 줄 끝이 없습니다. 그 행은 잘렸을 수 있으며, 읽은 그대로 계산합니다.`,
  saveCsv: '분 데이터 저장(CSV)',
  saveMarkdown: '결과 저장(텍스트)',
  saveJson: '결과 저장(JSON)',
} as const;

export const logLayers = {
  title: '코드별',
  lead: '전달: 요청이나 응답이 전달되지 않음. 규칙: 거래소의 규칙이나 위험 관리에 따라 주문이 거부됨. 알 수 없음: 이 표에 없는 코드.',
  transport: '전달',
  business: '규칙',
  unknown: '알 수 없음',
  code: '코드',
  layer: '종류',
  count: '거부',
  says: '발행자의 이름',
  sources: '출처',
} as const;

export const logMinutes = {
  title: '분별',
  lead: '거부가 있는 분.',
  time: '시각, UTC',
  accepted: '성공',
  codes: '코드',
  more: (more: number): string => `${count(more)}개 더 보기`,
} as const;

export const logLines = {
  title: '읽을 수 없는 줄',
  lead: (flawed: number, lines: number): string =>
    `${count(lines)}줄 중 ${count(flawed)}줄. 이 줄은 횟수에 들어가지 않습니다.`,
  file: '파일',
  line: '줄',
  what: '문제',
  text: '파일의 내용',
  flaws: {
    'too-long': '줄이 너무 김',
    encoding: 'UTF-8이 아님. 파일을 UTF-8로 저장하십시오',
    quotes: '따옴표가 닫히지 않음',
    cells: '칸이 없거나 너무 많음',
    'not-json': 'JSON이 아님',
    'no-time': '시각이 없음',
    time: '시각이 아님',
    year: '연도가 없음',
    zone: '시간대가 없음',
  },
} as const;

export const logStrip = {
  title: '내 주문 기록: 분마다의 거부',
  own: '자신의 파일입니다. 이 탭에만 있으며, 주소에도 Plumbline의 그림, 파일, 묶음에도 들어가지 않습니다.',
  show: '이 탭의 차트 아래에 표시',
  shown: '이 탭의 차트 아래에 표시됩니다.',
  open: '사건 열기',
  remove: '지우기',
  below: '선 아래: 축소 전용',
  inWindow: '이 기간',
  inLog: '기록 전체',
  none: '이 기간에는 거부가 없습니다.',
  venue: '괴리 구간의 거래소',
  minute: (iso: string, rejected: number, reduceOnly: number, accepted: number): string =>
    `${utc(iso)} UTC: 거부 ${count(rejected)}회(축소 전용 ${count(reduceOnly)}회), 성공 ${count(accepted)}회`,
  together: (both: number, rejected: number, episode: number): string =>
    `거부가 있는 분: ${count(rejected)}, 이 괴리 구간의 분: ${count(episode)}, 둘 다: ${count(both)}.`,
  lead: (minutes: number): string =>
    minutes === 0
      ? '첫 거부와 첫 괴리 구간이 같은 분에 시작합니다.'
      : minutes > 0
        ? `첫 거부는 첫 괴리 구간보다 ${count(minutes)}분 앞입니다.`
        : `첫 거부는 첫 괴리 구간이 시작하고 ${count(-minutes)}분 뒤입니다.`,
  lag: (minutes: number): string =>
    minutes === 0
      ? '마지막 거부는 마지막 괴리 구간의 마지막 분에 있습니다.'
      : minutes > 0
        ? `마지막 거부는 마지막 괴리 구간의 마지막 분보다 ${count(minutes)}분 앞입니다.`
        : `마지막 거부는 마지막 괴리 구간의 마지막 분보다 ${count(-minutes)}분 뒤입니다.`,
  cause: '시간의 순서이며 원인이 아닙니다.',
} as const;
