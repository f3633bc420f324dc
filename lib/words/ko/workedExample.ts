import type { ClaimedLoss } from '../en/workedExample';
import { count } from './numbers';
import { codeOf } from '../typed';

const lossWords = ({ asset, loss }: ClaimedLoss): string => `${count(loss)} USDT (${asset})`;

export const workedExample = {
  title: '공표된 내용의 예시',
  label: '재구성한 예시',
  lead: (losses: readonly ClaimedLoss[]): string =>
    `청구인들은 이날의 내용을 공표했습니다. 05:12~07:02 UTC+8(21:12~23:02 UTC)에 주문이 거부되었고 손실은 약 ${losses.map(lossWords).join(', ')}라는 내용입니다. 이 수치로 만든 파일을 저장된 캔들과 함께 브라우저에서 열어 이 사이트가 그런 파일로 무엇을 계산하는지 보여 줍니다.`,
  notice:
    '어느 거래소도 이 파일을 내보내지 않았습니다. 시간, 코드, 손실은 청구인들의 수치이며 여기서 확인한 것이 아닙니다. 시각, 가격, 수량, 주문 번호는 지어낸 것이며 각 행에 표시되어 있습니다. 아래 수치는 지어낸 행에서 나온 것이며 아무것도 증명하지 않습니다.',
  get perpetuals(): string {
    return `체결은 무기한 선물입니다. 저장되어 있지 않으면 수치를 표시하지 않습니다: ${codeOf('ingest DOGE XRP --kinds spot,perp --from 2025-10-10T20:00Z --to 2025-10-11T00:00Z')} 명령으로 가져오십시오.`;
  },
  openFills: '예시 열기',
  openLog: '예시의 주문 기록 열기',
  fills: '체결 CSV',
  orders: '주문 기록 JSON',
  failed: '예시 파일을 가져올 수 없습니다. 이 페이지를 다시 여십시오.',
} as const;
