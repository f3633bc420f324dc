import { utc } from './numbers';

export const interactiveChart = {
  role: '차트',
  label: (asset: string, sentence: string): string =>
    `거래소별 ${asset} 가격과 괴리율. ${sentence} 수치는 이 페이지의 표에 있습니다. 화살표 키로 십자선을 옮기고, Shift와 함께 누르면 보이는 범위의 십분의 일씩 옮깁니다. 더하기와 빼기 키로 확대하고 축소하며, 0 키로 전체 기간을 봅니다. Enter는 십자선이 있는 분을 열고, Escape는 차트에서 나갑니다.`,
  cursor: (iso: string, isLong: boolean): string =>
    `${utc(iso)} UTC; Enter를 누르면 ${isLong ? '그 구간에서 가장 극단적인 분' : '해당 분'}이 열립니다`,
  sight: (from: string, to: string): string => `보이는 범위: ${utc(from)} ~ ${utc(to)} UTC`,
} as const;
