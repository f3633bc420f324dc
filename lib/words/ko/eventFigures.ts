import type { FigureAnswer } from '../../api/events';
import { PRICE_FIELDS } from '../../domain/candle';
import type { Publisher } from '../../domain/events/event';
import { writtenDigits } from '../en/eventFigures';
import { pairWords } from './market';
import { clock, count, rawPrice, signedPercent } from './numbers';
import { venueName } from './venues';

export { writtenDigits };

const PUBLISHERS: Readonly<Record<Publisher, string>> = {
  yanagihalab: 'yanagihalab/atom-flash-crash-research',
  'benson-sun': 'Benson Sun, 언론 인용 보도(2차 출처)',
  jamster187: 'Jamster187/oct10-black-swan-analysis',
  daviesluo: 'daviesluo/daviesportfolios',
  quantlet: 'QuantLet/onchain-insights 자료로 계산',
  theglory: 'aaronwu2017/TheGlory, 증거 C-7',
  'binance-statement': 'Binance, 2025년 10월 11일과 12일 발표문',
  'binance-index-notice': 'Binance, 2025년 10월 6일 공지',
  'binance-display-notice': 'Binance 공지',
  claimants: '청구인 측 설명',
  'public-candles': '공개된 1분 캔들로 계산',
  press: '언론 보도(2차 출처)',
};
export const publisherName = (publisher: Publisher): string => PUBLISHERS[publisher];

export const figuresTable = {
  title: '공표된 수치와 여기서 측정한 수치',
  lead: '각 마켓의 표시 통화 기준입니다. 측정값을 공표된 자릿수로 반올림한 값이 공표값과 같으면 일치로 봅니다.',
  simulated:
    '여기에 저장된 캔들은 SIMULATED이며 공표된 가격을 지나도록 만들어졌습니다. 수치가 일치해도 아무것도 입증하지 않습니다.',
  label: '공표된 수치와 그 공표자',
  what: '항목',
  published: '공표값',
  measured: '여기서 측정한 값',
  publisher: '공표자',
} as const;

/** As price displays in Korean abbreviate 시가, 고가, 저가 and 종가. */
const FIELDS = { open: '시', high: '고', low: '저', close: '종' } as const;

export function figureSubject(figure: FigureAnswer): string {
  const market = `${venueName(figure.venue)} ${pairWords(figure)}`;
  switch (figure.what) {
    case 'candle':
      return `${market}, ${clock(figure.minute)} UTC`;
    case 'low':
    case 'high':
      return `${market}, ${spanWords(figure)} ${figure.what === 'low' ? '최저' : '최고'}`;
    case 'closes-below':
      return `${market}, ${clock(figure.from)} ~ ${clock(figure.to)} UTC에 종가가 ${figure.level} 미만인 분`;
    case 'deviation':
      return `${market}, ${clock(figure.minute)} UTC의 괴리율`;
  }
}

const spanWords = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  clock(from) === '00:00' && clock(to) === '00:00' ? '당일' : `${clock(from)} ~ ${clock(to)} UTC`;

export function publishedWords(figure: FigureAnswer): string {
  const about = figure.about ? '약 ' : '';
  switch (figure.what) {
    case 'candle':
      return (
        about +
        PRICE_FIELDS.flatMap((field) => {
          const price = figure.published[field];
          return price === undefined ? [] : [`${FIELDS[field]}\u00A0${writtenDigits(price)}`];
        }).join(' ')
      );
    case 'low':
    case 'high':
      return `${figure.minute === null ? '' : `${clock(figure.minute)}에 `}${about}${writtenDigits(figure.published)}`;
    case 'closes-below':
      return `${about}${figure.published}분`;
    case 'deviation':
      return `${about}${writtenDigits(figure.published)} %`;
  }
}

const NOT_STORED = '여기에 저장되지 않음';

export function measuredWords(figure: FigureAnswer): string {
  if (figure.verdict === 'not-compared') return '해당 분에 기준 가격 없음';
  if (figure.measured === null) return NOT_STORED;
  switch (figure.what) {
    case 'candle': {
      const { measured } = figure;
      return PRICE_FIELDS.flatMap((field) => {
        const price = measured[field];
        return price === undefined ? [] : [`${FIELDS[field]}\u00A0${rawPrice(price)}`];
      }).join(' ');
    }
    case 'low':
    case 'high': {
      const at = figure.measuredMinute === null ? '' : `${clock(figure.measuredMinute)}에 `;
      return `${at}${rawPrice(figure.measured)}${partly(figure)}`;
    }
    case 'closes-below':
      return `${count(figure.measured)}분${partly(figure)}`;
    case 'deviation':
      return signedPercent(figure.measured);
  }
}

const partly = ({ minutes, of }: { readonly minutes: number; readonly of: number }): string =>
  minutes < of ? ` (${count(of)}분 중 캔들이 있는 ${count(minutes)}분 기준)` : '';

export function verdictWords({ verdict }: Pick<FigureAnswer, 'verdict'>, simulated: boolean): string | undefined {
  if (verdict === 'not-stored' || verdict === 'not-compared') return undefined;
  const words = verdict === 'same' ? '일치' : '다름';
  return simulated ? `SIMULATED: ${words}` : words;
}

export function figuresSentence(figures: readonly Pick<FigureAnswer, 'verdict'>[], simulated: boolean): string {
  if (figures.length === 0) return '이 사건에는 공개적으로 확정된 개별 수치가 없습니다.';
  const of = (verdict: FigureAnswer['verdict']): number => figures.filter((one) => one.verdict === verdict).length;
  const [same, other] = [of('same'), of('other')];
  const missing = figures.length - same - other;
  const all = `공표된 수치 ${count(figures.length)}개`;
  if (missing === figures.length) return `${all}. 저장된 캔들과 대조할 수 있는 수치는 없습니다.`;
  const candles = simulated ? 'SIMULATED 캔들' : '저장된 캔들';
  return `${all} 중 ${count(same)}개는 ${candles}과 일치하고, ${count(other)}개는 다르며, ${count(missing)}개는 여기서 비교할 수 없습니다.`;
}

const STATEMENTS: Readonly<Record<string, string>> = {
  'official-account':
    '20:50 ~ 22:00 UTC 변동성 확대, 21:18 이후 기술적 장애, 21:20 ~ 21:21 시장 최저점, 21:36 이후 심한 디페깅, 보상 대상 시간 21:36 ~ 22:16.',
  'compensation-rule':
    '보도된 보상 기준: 21:36 ~ 22:16 UTC에 청산된 경우, 2025-10-11 00:00 UTC의 가격에서 청산 가격을 뺀 금액.',
  'index-composition':
    '당시 지수 구성: WBETH는 자체 현물 20 %와 비율 × ETH 80 %, BNSOL은 30 %와 70 %. 이후 둘 다 상환 비율만 쓰도록 변경되었습니다.',
  'display-klines':
    'Binance는 비정상 가격의 화면 표시를 바로잡겠으며 API에는 영향이 없다고 밝혔습니다. 2020년 공지에서도 99,964까지 이어진 꼬리를 같은 방식으로 처리했습니다.',
  'atom-inside-minute':
    '해당 분 내부: 21:20:37.689 UTC에 ATOM/USDT가 0.001에 2건 체결. 30 ms 뒤 1 이상, 1.4초 뒤 2 이상, 377초 뒤 2.5 이상, 1,571초 뒤 3 이상으로 회복. 분 단위 캔들로는 알 수 없습니다.',
  'hundred-assets': 'Binance에서 100개가 넘는 자산이 두 번째로 낮은 거래소보다 10 % 넘게 낮은 가격까지 떨어졌습니다.',
  'offshore-lows': 'USDT로 표시하는 다른 역외 거래소의 ATOM 저가: 약 1.5~1.6.',
  'usdt-against-usd': 'USDT 표시 저가가 USD 표시 저가보다 50 % 넘게 낮았습니다(ATOM 1.5~1.6, Coinbase는 2.872).',
  'orders-refused':
    '21:12 UTC부터 주문이 거부되었고(−2010, −2022, −4118), 21:15부터는 HTTP 503과 −1008로 거부되었습니다. 23:02까지 포지션 축소 전용 주문 시도 200여 건이 거의 모두 거부되었습니다. 주문은 시장 데이터가 아닙니다.',
  arbitration: '2026년 한 청구인과 Binance가 중재 절차에 들어갔습니다.',
  'no-settled-minute': '폭락 중 거래소 간 가격이 크게 벌어졌습니다. 공표된 개별 분 가운데 확정된 것은 없습니다.',
  'within-a-minute': '1분 안에 65,815에서 8,200으로 하락. 다른 거래소의 저점은 약 64,200이었습니다.',
  'usdc-as-unit': '07:09 UTC에 Bybit의 BTC/USDC가 23,800에 이르렀을 때 BTC/USD 종가는 약 20,424였습니다.',
  'elsewhere-87000': '다른 곳에서 BTC는 약 87,000이었습니다.',
  'fell-17': '19:30 KST경(10:30 UTC) 17 % 하락.',
  halted: '19:35부터 19:40 KST까지 거래가 중단되었고, 110 % 보상이 약속되었습니다.',
};
export function statementText(id: string): string {
  const text = STATEMENTS[id];
  if (text === undefined) throw new Error(`no words for the statement ${id}`);
  return text;
}

export const statementsList = {
  title: '발표된 내용',
  lead: '캔들로는 입증도 반박도 할 수 없는 발표 내용과 발표자입니다.',
} as const;
