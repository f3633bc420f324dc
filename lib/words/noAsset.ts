import * as english from './en/noAsset';
import { spoken } from './spoken';

export const { noAssetData, unstoredAssets } = spoken('noAsset', english);
