import type { MissingReason } from '../../api/hole';
import { code, text, type RichText } from '../richText';
import { utc } from './numbers';
import { venueName } from './venues';

export { curlOf } from '../en/exchangeQuestion';

export const askExchange = {
  title: '거래소에 직접 확인하기',
  lead: '누구나 거래소의 공개 API로 이 캔들을 조회할 수 있습니다. 조회할 주소와 예상되는 행을 아래에 적었습니다. 행은 저장된 캔들을 거래소의 순서대로 적은 것입니다. …는 저장되지 않은 값입니다. 거래소는 끝자리에 영을 더 적을 수 있습니다.',
  simulated: 'SIMULATED: 이 캔들은 리허설용입니다. 거래소의 실제 응답은 다릅니다.',
  unknown: '알려진 공개 캔들 API 없음:',
  address: '주소',
  command: '명령',
  copyCommand: (market: string): string => `${market} 조회 명령 복사`,
  copied: '복사됨',
  refused: '이 브라우저에서는 복사할 수 없습니다. 텍스트를 직접 선택하십시오.',
  row: '예상되는 행',
  archive: '거래소 아카이브',
} as const;

export const placeInReply = (under: string | undefined, isOneOfMany: boolean): RichText => {
  const where =
    under === undefined
      ? '응답의 목록 안'
      : under.endsWith('*')
        ? text`${code(under.replace('.*', ''))} 아래의 목록 안`
        : text`${code(under)} 안`;
  return isOneOfMany ? text`${where}, 다른 분의 행들과 함께` : where;
};

export function rowWithoutCandle(missing: MissingReason | null): string {
  switch (missing) {
    case 'no-trade':
      return '행이 없거나, 거래량 0에 가격이 일정한 행: 해당 분에는 체결이 없었음';
    case 'set-aside':
      return '캔들로 읽을 수 없어 보류된 행';
    case 'not-fetched':
      return '알 수 없음: 여기서 요청하지 않았음';
    default:
      return '알 수 없음: 저장된 캔들이 없음';
  }
}

export const servedWords = (venue: string, until: string, isDocumented: boolean): string =>
  isDocumented
    ? `${venueName(venue)}에서는 해당 분의 캔들을 ${utc(until)} UTC까지 제공합니다. 그보다 오래된 데이터는 체결 내역이나 아카이브로만 얻을 수 있거나 전혀 얻을 수 없습니다.`
    : `${venueName(venue)} 문서에는 과거 캔들을 얼마 동안 제공하는지 나와 있지 않습니다. ${utc(until)} UTC 이후에는 응답이 없을 수 있습니다.`;

const HOLDINGS = { candles: '캔들', trades: '체결 내역' } as const;

export const fileHolds = (holds: 'candles' | 'trades', entry: string | undefined): string =>
  entry === undefined ? HOLDINGS[holds] : `${entry} 안의 ${HOLDINGS[holds]}`;

export const otherRoad = (road: string): string => `저장된 캔들은 다른 경로로 받았습니다: ${road}.`;
