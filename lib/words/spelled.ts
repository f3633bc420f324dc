import * as english from './en/spelled';
import { spoken } from './spoken';

export const { anyOf, listed, spelled } = spoken('spelled', english);
