import { isSimulated, roadOf, type Road, type Source } from '../../domain/market';

const ROADS: Readonly<Record<Road, string>> = {
  rest: 'REST 캔들',
  archive: '공식 아카이브',
  trades: '체결 내역으로 생성',
  file: '가져온 파일',
  ui: '화면 표시용 캔들',
};

export const roadWords = (road: Road): string => ROADS[road];

/** "REST 캔들", "모의 REST 캔들", "모의, 체결 내역으로 생성". */
export function sourceWords(source: Source): string {
  const road = ROADS[roadOf(source)];
  if (!isSimulated(source)) return road;
  return roadOf(source) === 'trades' ? `모의, ${road}` : `모의 ${road}`;
}
