import * as english from './en/noAsset';
import { spoken } from './spoken';

export const { noAssetData } = spoken('noAsset', english);
