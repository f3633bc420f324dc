import { beforeAll, describe, expect, it } from 'vitest';
import { renderPicture } from '../picture';
import { samplePicture } from '../testing/samplePicture';
import { indexPdf } from './indexPdf';
import { packPdf, type ExhibitSheet, type PackSheets } from './packPdf';
import { readPdf, unspaced, type ReadPdf } from './testing/pdfText';

const PNG = renderPicture(samplePicture(true));
const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;
const ADDRESS = `https://plumbline.example/ATOM?v=3&m=2&from=2025-10-10T20:00Z&to=2025-10-11T00:00Z&venues=${Array.from({ length: 16 }, (_, i) => `venue${String(i)}`).join(',')}`;

const exhibit = (number: number, change: Partial<ExhibitSheet> = {}): ExhibitSheet => ({
  number,
  title: `Title ${String(number)}`,
  when: '2025-10-10 21:20 UTC',
  finding: `Finding ${String(number)}: Bitfinex was −99.94 % (± 0.04 %) off the official price.`,
  png: PNG,
  alt: `Chart ${String(number)}`,
  facts: [
    { term: 'Minute', text: '2025-10-10 21:20 UTC', face: 'sans' },
    { term: 'Address', text: ADDRESS, face: 'mono', href: ADDRESS },
    { term: 'Digest', text: DIGEST, face: 'mono' },
  ],
  table: { title: 'Venues', head: ['Venue', 'Low'], rows: [['Binance ATOM/USDT', '0.001']], more: undefined },
  ...change,
});
const sheets = (change: Partial<PackSheets> = {}): PackSheets => ({
  title: 'SIMULATED · Exhibits',
  heading: 'Exhibits',
  language: 'en',
  at: new Date(Date.UTC(2025, 9, 12, 3, 4, 5)),
  isSimulated: true,
  lead: ['What it is.'],
  exhibits: [exhibit(1), exhibit(2), exhibit(3)],
  missing: [],
  certification: [{ head: 'Certification', lines: ['Name: ____', 'Signature: ____'] }],
  ...change,
});

describe('the document of a pack', () => {
  let read: ReadPdf;
  beforeAll(async () => {
    read = await readPdf(await packPdf(sheets()));
  });

  it('has contents, two pages an exhibit, and the certification, each page numbered', () => {
    expect(read.pages).toHaveLength(1 + 2 * 3 + 1);
    const labels = [
      'Exhibits',
      ...[1, 2, 3].flatMap((n) => [1, 2].map((page) => `Exhibit ${n}, page ${page} of 2`)),
      'Certification',
    ];
    read.pages.forEach((page, i) => {
      expect(page).toContain(`SIMULATED · ${labels[i] ?? ''}`);
      expect(page).toContain(`Page ${String(i + 1)} of 8`);
    });
  });

  it('names the page on which each exhibit begins', () => {
    expect(read.pages[0]).toMatch(/Exhibit 1: Title 1 2 .*Exhibit 2: Title 2 4 .*Exhibit 3: Title 3 6 /);
    expect(read.bookmarks).toEqual(['Exhibit 1: Title 1', 'Exhibit 2: Title 2', 'Exhibit 3: Title 3']);
  });

  it('says every fact in letters that can be searched, ligatures and addresses broken over lines too', () => {
    for (const n of [1, 2, 3]) {
      const facts = unspaced(read.pages[2 * n] ?? '');
      for (const text of ['2025-10-10 21:20 UTC', ADDRESS, DIGEST, 'Binance ATOM/USDT', '0.001'])
        expect(facts).toContain(unspaced(text));
      expect(unspaced(read.pages[2 * n - 1] ?? '')).toContain(unspaced(exhibit(n).finding));
    }
    expect(read.pages.at(-1)).toMatch(/Name: ____ Signature: ____/);
  });

  it('says SIMULATED above and below every page where prices are, and nowhere else', async () => {
    for (const page of read.pages)
      expect(page.match(/SIMULATED · NO EXCHANGE PUBLISHED THESE PRICES/g)).toHaveLength(2);
    const real = await readPdf(await packPdf(sheets({ isSimulated: false, title: 'Exhibits' })));
    expect(real.pages.join(' ')).not.toContain('SIMULATED');
  });

  it('has a title, a language and a structure, with words for each picture', () => {
    expect(read).toMatchObject({ title: 'SIMULATED · Exhibits', language: 'en', isTagged: true });
    expect(read.alts).toEqual(['Chart 1', 'Chart 2', 'Chart 3']);
    for (const element of ['H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD', 'Figure', 'Caption'])
      expect(read.elements).toContain(element);
  });

  it('is the same bytes again, dated by its data', async () => {
    const [one, other] = [await packPdf(sheets()), await packPdf(sheets())];
    expect(one.equals(other)).toBe(true);
    expect(read.created).toBe('D:20251012030405Z');
    const later = await packPdf(sheets({ at: new Date(Date.UTC(2025, 9, 13)) }));
    expect(one.equals(later)).toBe(false);
  });

  it('turns the page of a picture as the picture lies', () => {
    const [width, height] = [PNG.readUInt32BE(16), PNG.readUInt32BE(20)];
    const [first = 0, second = 0] = read.sizes[1] ?? [];
    expect(first > second).toBe(width > height);
    expect(read.sizes[2]).toEqual([595, 842]);
  });

  it('goes on to a third page where the facts of an exhibit are more than one page can hold', async () => {
    const facts = Array.from({ length: 90 }, (_, i) => ({
      term: `Term ${String(i)}`,
      text: `Value ${String(i)}.`,
      face: 'sans' as const,
    }));
    const long = await readPdf(await packPdf(sheets({ exhibits: [exhibit(1, { facts }), exhibit(2)] })));
    expect(long.pages).toHaveLength(1 + 3 + 2 + 1);
    expect(long.pages[3]).toContain('Exhibit 1, page 3 of 3');
    expect(long.pages[0]).toMatch(/Exhibit 2: Title 2 5 /);
    const text = long.pages.join(' ');
    for (const { text: value } of facts) expect(text).toContain(value);
  });

  it('names addresses that gave no exhibit, with why', async () => {
    const read3 = await readPdf(
      await packPdf(sheets({ missing: [{ address: '/NOPE?from=x', why: 'No data for NOPE' }] })),
    );
    expect(read3.pages[0]).toMatch(/Addresses without an exhibit .*\/NOPE\?from=x No data for NOPE/);
  });

  it.each(['en', 'zh-Hant'] as const)(
    'tears no figure of a table over two lines, however much stands beside it: %s',
    async (language) => {
      const head = [
        'Venue, market',
        'Peak',
        '±',
        'At, UTC',
        'At, UTC+08:00',
        'Price, USD',
        'Reference, USD',
        'Duration',
      ];
      const cells = [
        '−99.95 %',
        '± 0.08 %',
        '2025-10-10 21:23',
        '2025-10-11 05:23',
        '0.00172814',
        '121,758.75',
        '1 h 05 min',
      ];
      const venues = ['Binance USD-M 1000000MOGATOM/USDT perpetual', 'Coinbase Exchange ATOM/USDC'];
      const table = { title: 'Episodes', head, rows: venues.map((venue) => [venue, ...cells]), more: undefined };
      const { lines } = await readPdf(await packPdf(sheets({ language, exhibits: [exhibit(1, { table })] })));
      const page = lines[2] ?? [];
      for (const figure of ['−99.95 %', '± 0.08 %', '0.00172814', '121,758.75'])
        expect(page.filter((line) => line.includes(figure))).toHaveLength(venues.length);
    },
  );

  it('writes a sign that no face has as its number, never as a box', async () => {
    const odd = await readPdf(await packPdf(sheets({ exhibits: [exhibit(1, { title: '龘 가' })] })));
    expect(odd.pages[1]).toContain('[U+9F98] [U+AC00]');
    const korean = await readPdf(
      await packPdf(sheets({ language: 'ko', exhibits: [exhibit(1, { title: '龘 가격' })] })),
    );
    expect(korean.pages[1]).toContain('[U+9F98] 가격');
  });
});

describe('the index of a pack', () => {
  it('lists every exhibit with its finding, folder, address and digest', async () => {
    const { exhibits, ...rest } = sheets();
    const listed = exhibits.map((one) => ({
      ...one,
      asset: 'ATOM',
      venues: ['Binance ATOM/USDT', 'OKX ATOM/USDT'],
      address: ADDRESS,
      href: ADDRESS,
      digest: DIGEST,
      folder: `exhibit-0${String(one.number)}`,
    }));
    const { pages, isTagged } = await readPdf(await indexPdf({ ...rest, exhibits: listed }));
    expect(isTagged).toBe(true);
    const text = unspaced(pages.join(''));
    for (const { finding, folder } of listed)
      for (const said of [finding, folder, ADDRESS, DIGEST, 'OKX ATOM/USDT']) expect(text).toContain(unspaced(said));
    for (const page of pages) expect(page).toContain('SIMULATED · NO EXCHANGE');
  });
});
