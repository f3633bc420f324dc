import * as english from './en/embed';
import { spoken } from './spoken';

export const { embedded } = spoken('embed', english);
