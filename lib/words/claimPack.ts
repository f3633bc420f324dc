import * as english from './en/claimPack';
import { spoken } from './spoken';

export const { claimPack } = spoken('claimPack', english);
