import type { BrokenPermalink } from '../en/permalinks';
import { quoted, refusalWords } from './refusals';

export const earlierForm = (form: number, method: number): string =>
  `이 주소는 버전 ${String(form)} 형식입니다. 기준이 적혀 있지 않으면 다른 거래소들의 중앙값과 비교합니다. 수치는 산출 방법 버전 ${String(method)} 기준으로 산출합니다.`;

export function brokenPermalink(text: string, broken: BrokenPermalink): string {
  switch (broken.kind) {
    case 'not-an-address':
      return `${quoted(text)}: 주소가 아닙니다; /ATOM?v=3&m=2&from=…&to=…와 같이 적으십시오`;
    case 'broken-short-address':
      return `${quoted(text)}: 전달되는 동안 잘리거나 바뀐 짧은 주소입니다; 링크 전체를 다시 복사하십시오`;
    case 'no-asset':
      return `${quoted(text)}: 자산이 없습니다; /ATOM?v=3&m=2&from=…&to=… 같은 주소나 asset=ATOM&from=…&to=… 같은 쿼리를 적으십시오`;
    case 'two-assets':
      return `${quoted(text)}: 경로와 쿼리에 모두 자산이 있습니다; 하나를 빼십시오`;
    case 'no-window':
      return '주소에 기간이 없습니다; 2025-10-10T20:00Z와 같은 UTC 분으로 from=…&to=…를 추가하십시오';
    case 'given-twice':
      return refusalWords(broken);
  }
}
