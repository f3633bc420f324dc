import { isSimulated, roadOf, type Road, type Source } from '../../domain/market';
import { han } from '../han';

const ROADS: Readonly<Record<Road, string>> = {
  rest: 'REST K 線',
  archive: '官方歷史檔案',
  trades: '由成交紀錄合成',
  file: '匯入的檔案',
  ui: '顯示用 K 線',
};

export const roadWords = (road: Road): string => ROADS[road];

export function sourceWords(source: Source): string {
  const road = ROADS[roadOf(source)];
  if (!isSimulated(source)) return road;
  return roadOf(source) === 'trades' ? `模擬，${road}` : han`模擬的${road}`;
}
