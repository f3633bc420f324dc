import * as english from './en/spelled';
import { spoken } from './spoken';

export const { joins } = spoken('spelled', english);
