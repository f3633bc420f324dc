import { simulatorWords } from '../../words/en/simulator';
import { plain, type VenueProfile } from '../profile';
import { binanceVision } from './binanceVision';
import { bybitPublic } from './bybitPublic';
import { gateData } from './gateData';
import { htxData } from './htxData';
import { krakenZips } from './krakenZips';
import { okxRecords } from './okxRecords';

/** The hosts whose files are served, at `/archive/HOST/PATH`. A new archive is one file and one line here. */
const HOSTS = new Map([
  ['data.binance.vision', binanceVision],
  ['download.gatedata.org', gateData],
  ['www.htx.com', htxData],
  ['static.okx.com', okxRecords],
  ['public.bybit.com', bybitPublic],
  ['kraken', krakenZips],
]);

/** Official archives, served beside the venues: of every venue's markets. */
export const archives: VenueProfile = {
  venue: 'archive',
  endpoints: [
    {
      path: /^\/.*$/,
      answer: (ask) =>
        HOSTS.get(ask.host)?.(ask) ?? plain({ error: simulatorWords.noArchive(ask.host, [...HOSTS.keys()]) }, 404),
    },
  ],
  unknownPath: plain({ error: simulatorWords.noFile }, 404),
};
