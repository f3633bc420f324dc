import { afterEach, describe, expect, it } from 'vitest';
import * as en from './en';
import { noErrata } from './en/cli/errata';
import { ingestNothing, noStoredCandles } from './en/cli/optionFaults';
import { listReadme } from './en/listBundle';
import { mend } from './en/mends';
import { filePicker } from './verifyPage';
import * as ko from './ko';
import type { Translation } from './language';
import { LANGUAGES } from './languages';
import { codeOf, inRehearsal, setInRehearsal } from './typed';
import * as zhHans from './zh-Hans';
import * as zhHant from './zh-Hant';

const ROOMS: Readonly<Record<(typeof LANGUAGES)[number], Translation>> = {
  en,
  ko,
  'zh-Hant': zhHant,
  'zh-Hans': zhHans,
};
const commandsIn = (text: string): readonly string[] =>
  [...text.matchAll(/`(plumbline [^`]+)`/g)].map(([, one = '']) => one);

afterEach(() => {
  setInRehearsal(false);
});

describe('a command among words', () => {
  it('is typed as its reader types it: in a rehearsal for one, where it takes that', () => {
    expect([inRehearsal(), codeOf('scan'), codeOf('import')]).toEqual([
      false,
      '`plumbline scan`',
      '`plumbline import`',
    ]);
    setInRehearsal(true);
    expect([inRehearsal(), codeOf('scan'), codeOf('import'), codeOf('keys rotate')]).toEqual([
      true,
      '`plumbline scan --rehearsal`',
      '`plumbline import`',
      '`plumbline keys rotate`',
    ]);
  });

  it.each(LANGUAGES)('is never one of real candles in a rehearsal, nor reads a file into it: %s', (language) => {
    setInRehearsal(true);
    const { auditPicker, auditProblems } = ROOMS[language].auditPage;
    const { compare, contagion, errata, noAsset, noData, revisionsPage, verifyPage, workedExample } = ROOMS[language];
    const texts = [
      noData.noData.market('ATOM', 'okx', 'USDC', 'spot'),
      noData.noData.venue('ATOM', 'kucoin'),
      noData.noData.referenceVenue('ATOM', 'kucoin'),
      noData.noData.bloc('ATOM', 'XYZ'),
      noData.noData.underlying('WBETH', 'ETH'),
      noAsset.noAssetData('IOTX', undefined),
      compare.compareWords.nothingStored(''),
      contagion.onlySpot('ATOM'),
      errata.corrections.none,
      revisionsPage.longerCandles.notStored,
      workedExample.workedExample.perpetuals,
      verifyPage.filePicker.noScript,
      verifyPage.unreadableFile.here,
      auditPicker.noScript,
      auditProblems.unreadable,
    ];
    for (const text of texts) {
      const found = commandsIn(text);
      expect(found, text).not.toEqual([]);
      expect(found.filter((one) => !one.endsWith(' --rehearsal'))).toEqual([]);
    }
  });

  it('is the one of its reader, though the room of words was opened before', () => {
    expect(filePicker.noScript).toMatch(/`plumbline verify FILE`\.$/);
    setInRehearsal(true);
    expect(filePicker.noScript).toMatch(/`plumbline verify FILE --rehearsal`\.$/);
  });

  it('is the one of a rehearsal where a command line is refused', () => {
    setInRehearsal(true);
    expect([ingestNothing(), noStoredCandles(['IOTX'], undefined), noErrata()]).toEqual([
      'no assets; name them, for example `plumbline ingest ATOM --from … --to … --rehearsal`, or use --preset',
      'no data for IOTX; `plumbline coverage --rehearsal` lists what is stored',
      'no errata; `plumbline errata add --rehearsal` enters one',
    ]);
  });
});

describe('the command in the README of a bundle', () => {
  it.each([
    [false, '`plumbline verify FILE`'],
    [true, '`plumbline verify FILE --rehearsal`'],
  ])('is for whoever has the file, whatever is read here: simulated %s', (simulated, command) => {
    const readme = (): string =>
      listReadme({
        ...{ title: 'T', sentence: 'S', address: '/lows', digest: 'sha256:0', method: 2, origin: undefined },
        ...{ simulated, isSigned: true, hasViews: true, hasRevisions: true, stampers: [] },
      });
    expect(commandsIn(readme())).toEqual([command.slice(1, -1)]);
    setInRehearsal(!simulated);
    expect(commandsIn(readme())).toEqual([command.slice(1, -1)]);
  });
});

describe('what to do about candles that are missing', () => {
  const mends = (): Readonly<Record<string, unknown>> => ({ ...mend });

  it('is an import among others', () => {
    expect(mends()).toMatchObject({
      import: 'import trades or a candle file with `plumbline import`',
      ticker: 'check the ticker, or import trades or a candle file with `plumbline import`',
      laterOrImport: 'run the same ingest again later, or import trades or a candle file with `plumbline import`',
      archived: 'run the same ingest again later, or import trades or a candle file with `plumbline import`',
      older: 'older minutes come only from trades or a file: import them with `plumbline import`',
      repair:
        'run `plumbline ingest --repair` to request it again, or import trades or a candle file with `plumbline import`',
    });
  });

  it('is none in a rehearsal, which takes no files', () => {
    setInRehearsal(true);
    expect(mends()).toMatchObject({
      import: 'a rehearsal takes no files, and nothing else brings them in',
      ticker: 'check the ticker',
      laterOrImport: 'run the same ingest again later',
      archived: 'a rehearsal’s archives get no more files; leave out `--sources`: the candle API is asked then',
      older: 'older minutes come only from trades or a file, which a rehearsal does not take',
      repair: 'run `plumbline ingest --repair --rehearsal` to request it again',
    });
    expect(
      Object.values(mends()).filter((text) => typeof text === 'string' && text.includes('plumbline import')),
    ).toEqual([]);
  });

  it.each([
    [
      false,
      false,
      'leave out `--sources`: the candle API is asked then; or import trades or a candle file with `plumbline import`',
    ],
    [false, true, 'run the ingest with `--sources trades`: its archive of trades is supported'],
    [true, false, 'leave out `--sources`: the candle API is asked then'],
    [true, true, 'leave out `--sources`: the candle API is asked then'],
  ])(
    'is the candle API where no archive has the market: simulated %s, trades in an archive %s',
    (is, hasTrades, text) => {
      setInRehearsal(is);
      expect(mend.unarchived(hasTrades)).toBe(text);
    },
  );
});
