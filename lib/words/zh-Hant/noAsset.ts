import { han } from '../han';
import { codeOf, inRehearsal } from '../typed';
import { listed } from './spelled';

export const noAssetData = (asset: string, asOf: string | undefined): string =>
  asOf === undefined
    ? `沒有 ${asset} 的資料；請以 ${roads(asset)} 載入`
    : `截至 ${asOf} 沒有 ${asset} 的資料；請選擇較晚的時點，或不指定時點以查看目前的資料`;

export const unstoredAssets = (assets: readonly string[]): string => han`沒有${listed(assets)}的資料。`;

const roads = (asset: string): string => {
  const ingest = codeOf(`ingest ${asset} --from T --to T`);
  return inRehearsal() ? ingest : `${ingest} 或 ${codeOf('import')}`;
};
