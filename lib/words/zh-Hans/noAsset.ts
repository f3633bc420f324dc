import { han } from '../han';
import { codeOf, inRehearsal } from '../typed';
import { listed } from './spelled';

export const noAssetData = (asset: string, asOf: string | undefined): string =>
  asOf === undefined
    ? `没有 ${asset} 的数据；请以 ${roads(asset)} 加载`
    : `截至 ${asOf} 没有 ${asset} 的数据；请选择较晚的时点，或不指定时点以查看当前的数据`;

export const unstoredAssets = (assets: readonly string[]): string => han`没有${listed(assets)}的数据。`;

const roads = (asset: string): string => {
  const ingest = codeOf(`ingest ${asset} --from T --to T`);
  return inRehearsal() ? ingest : `${ingest} 或 ${codeOf('import')}`;
};
