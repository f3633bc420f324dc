import * as english from './en/connection';
import { spoken } from './spoken';

export const { connection, failures } = spoken('connection', english);
