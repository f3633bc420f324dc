import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { auditAnswer, type AuditAnswer } from '../../api/audit';
import { auditAnswerOf, fillAnswer } from '../../claims/audit/answer';
import { Market } from '../../claims/audit/market';
import { pseudonymsOf, type Pseudonyms } from '../../claims/audit/pseudonyms';
import { statementOf, surveyed } from '../../claims/audit/run';
import { withoutAmounts } from '../../claims/audit/withoutAmounts';
import { recognise } from '../../claims/reading/file';
import { logFile } from '../../claims/testing/orderLogs';
import { readPdf } from '../../evidence/pdf/testing/pdfText';
import { sharedText as sharedPage } from '../../words/auditSharedText';
import { auditText, sharedText } from '../../words/en/cli/audit';
import { LANGUAGES, type Language } from '../../words/languages';
import { pictureTranslation } from '../../words/picture';
import { workedExample } from '../../words/workedExample';
import { unzipped } from '../bundle/testing/unzipped';
import type { Context } from '../context';
import { csvOf } from '../forms/csv';
import { speakingAs } from '../language/speaking';
import { loadTranslations } from '../language/translations';
import { claimPacks } from './packs';
import { sharedStatement } from './statement';
import { strictly } from '../../api/testing/strictly';

const EXAMPLE = readFileSync(
  path.join(import.meta.dirname, '..', '..', '..', 'public', 'reconstructed-example-fills.csv'),
  'utf8',
);
/** The same export without the mark, as it could be anybody's. */
const OWN = EXAMPLE.replaceAll('RECONSTRUCTED EXAMPLE', 'a note');

/** An audit of a copy under a name of its own, over nothing that is stored. */
async function audited(text: string): Promise<{ answer: AuditAnswer; names: Pseudonyms; csv: string }> {
  const file = logFile(text, [1_000], 'mine.csv');
  const found = await recognise(file);
  if (found === undefined) throw new Error('not recognised');
  const reading = { file, layout: found.layout, said: {} };
  const read = await surveyed([reading], undefined);
  const files = read.files.map((one) => ({ ...one, zone: undefined }));
  const [names, market] = [pseudonymsOf(files), new Market()];
  const statement = await statementOf(read, market, { mostShown: 20 });
  const rows = statement.shown.map((fill) => fillAnswer(fill, names));
  return {
    answer: strictly(auditAnswer).parse(auditAnswerOf(files, market, statement, read.repeats, names)),
    names,
    csv: csvOf([Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))]),
  };
}

/** The private part in a language; nothing is stored, so that no evidence is beside it. */
const packed = async (text: string, language: Language): Promise<ReadonlyMap<string, Buffer>> => {
  const { answer, names, csv } = await audited(text);
  const by = { origin: undefined, signer: undefined };
  const claim = { answer, names, market: new Market(), fills: csv, by };
  const { evidence, own } = await speakingAs({ language, isChosen: true }, () => claimPacks({} as Context, claim));
  expect(evidence).toBeUndefined();
  return unzipped(own);
};

describe('what is made of the worked example, also of a copy of another name', () => {
  beforeAll(loadTranslations);

  it('says so in JSON, CSV and words, with amounts and without', async () => {
    const { answer, csv } = await audited(EXAMPLE);
    const shared = withoutAmounts(answer);
    for (const one of [answer, ...answer.files, ...answer.fills, shared, ...shared.files, ...shared.fills])
      expect(one.reconstructed).toBe(true);
    expect(answer.fills).toHaveLength(12);
    const [head = '', ...rows] = csv.trimEnd().split('\n');
    const at = head.split(',').indexOf('reconstructed');
    expect(rows.map((row) => row.split(',')[at])).toEqual(rows.map(() => 'true'));
    for (const text of [auditText(answer, [{ name: 'mine.csv' }]), sharedText(shared)]) {
      expect(text.startsWith('RECONSTRUCTED EXAMPLE. No exchange exported these files')).toBe(true);
      expect(text).toMatch(/(mine\.csv|file 1): RECONSTRUCTED EXAMPLE, /);
    }
    expect(sharedPage(shared)).toContain(workedExample.label);
  });

  it.each(LANGUAGES)(
    'says so in the private part of its pack in %s: in names, README and every page',
    async (language) => {
      const files = await packed(EXAMPLE, language);
      expect([...files.keys()]).toEqual([
        'README.txt',
        'reconstructed-example-statement.pdf',
        'reconstructed-example-audit.json',
        'reconstructed-example-audit-without-amounts.json',
        'reconstructed-example-fills.csv',
        'reconstructed-example-who-is-who.csv',
        'manifest-sha256.txt',
      ]);
      const { label, notice } = speakingAs({ language, isChosen: true }, () => ({ ...workedExample }));
      const readme = String(files.get('README.txt'));
      expect(readme.startsWith(`RECONSTRUCTED EXAMPLE · ${label}\n`)).toBe(true);
      expect(readme.replaceAll(/\s+/g, '')).toContain(notice.replaceAll(/\s+/g, ''));
      const { pages, title } = await readPdf(files.get('reconstructed-example-statement.pdf') as Buffer);
      expect(title).toContain(label.toUpperCase());
      for (const page of pages) expect(page.split(label.toUpperCase()).length - 1).toBeGreaterThan(2);
    },
  );

  it('says so on each page of a statement without amounts', async () => {
    const { pages } = await readPdf(await sharedStatement(withoutAmounts((await audited(EXAMPLE)).answer)));
    expect(pages.length).toBeGreaterThan(0);
    for (const page of pages) expect(page).toContain('RECONSTRUCTED EXAMPLE');
  });
});

describe('the private part of a pack of anybody else', () => {
  beforeAll(loadTranslations);

  it.each(LANGUAGES)('has a README in %s that names each of its files, and never the mark', async (language) => {
    const files = await packed(OWN, language);
    const readme = String(files.get('README.txt'));
    for (const name of files.keys()) if (name !== 'README.txt') expect(readme).toContain(`\n${name}\n  `);
    expect(readme).toContain('sha256sum -c manifest-sha256.txt');
    const note = speakingAs({ language, isChosen: true }, () => pictureTranslation.note);
    expect(readme.includes(note)).toBe(language !== 'en');
    expect(/[\u1100-\u11ff\uac00-\ud7af]/u.test(readme)).toBe(language === 'ko');
    expect(/[\u4e00-\u9fff]/u.test(readme)).toBe(language.startsWith('zh'));
    for (const [name, bytes] of files) {
      expect(name).not.toContain('reconstructed');
      expect(bytes.includes('RECONSTRUCTED')).toBe(false);
    }
    expect(JSON.parse(String(files.get('audit.json')))).toMatchObject({ reconstructed: false });
  });
});
