import { isSimulated, roadOf, type Road, type Source } from '../../domain/market';
import { han } from '../han';

const ROADS: Readonly<Record<Road, string>> = {
  rest: 'REST K 线',
  archive: '官方归档',
  trades: '由成交记录合成',
  file: '导入的文件',
  ui: '展示用 K 线',
};

export const roadWords = (road: Road): string => ROADS[road];

export function sourceWords(source: Source): string {
  const road = ROADS[roadOf(source)];
  if (!isSimulated(source)) return road;
  return roadOf(source) === 'trades' ? `模拟，${road}` : han`模拟的${road}`;
}
