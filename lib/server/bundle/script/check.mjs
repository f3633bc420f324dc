// node check.mjs
//
// Checks this folder without Plumbline: Node 18 or later, no connection, nothing to install. It reads nothing but the files beside it.
// It shares no code with the program that made the bundle. It follows the description of the method (method.txt) and of the digest
// (docs/digest.md of the project); each part names the section of the method that it follows, as in "section 2".
//
//   1  every file has the SHA-256 that the manifest names, there is no other, and the manifest is signed by key.pem
//   2  the digest is the SHA-256 of its text, the text says the same as parameters.json, and the picture names it
//   3  the candles of each book have the hash that the text names
//      (and the raw replies have those that provenance.csv names)
//   4  from the candles and the parameters alone every figure is computed again, and compared with the files: rates, rows, answer
//
// A figure fits where both are the same float64, to the last bit: the method says in which order its steps are taken, and each step is one
// operation of IEEE 754, which is the same on every machine. Nothing is rounded, and no tolerance is allowed. It ends with "Everything fits.",
// what it did not compare, and status 0, or with the number of faults and status 1.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

// ---------------------------------------------------------------------------------------------------------------------------------------
// What is printed: a line for each step, and below it what does not fit.

/** So many faults of one step are named one by one. */
const MOST_NAMED = 20;
let faults = 0;
/** A fault quotes files that anybody may have written: what a terminal obeys, or does not show, is printed as its number. */
const plain = (text) =>
  text.replace(
    /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    (sign) => `[U+${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );

/** One step: `work` is given a function that takes each fault, and answers what the line says. */
function step(work) {
  const found = [];
  let line;
  try {
    line = work((fault) => found.push(fault));
  } catch (failure) {
    line = 'a file could not be read';
    found.push(failure.message);
  }
  console.log(`${found.length === 0 ? 'ok    ' : 'FAULT '}${line}`);
  for (const fault of found.slice(0, MOST_NAMED)) console.log(`        ${plain(fault)}`);
  if (found.length > MOST_NAMED) console.log(`        and ${found.length - MOST_NAMED} more`);
  faults += found.length;
}

/** Between the steps files are read too: where one cannot be, nothing that rests on it can be checked. */
process.once('uncaughtException', (failure) => {
  step((fault) => {
    fault(failure.message);
    return 'a file could not be read, and what rests on it was not checked';
  });
  console.log(`${counted(faults, 'fault')}.`);
  process.exitCode = 1;
});

/** The folder of this script. */
const here = dirname(process.argv[1]);
const read = (name) => readFileSync(join(here, name));
const readText = (name) => read(name).toString('utf8');
const isHere = (name) => existsSync(join(here, name));
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const counted = (n, word) => `${n.toLocaleString('en-US')} ${word}${n === 1 ? '' : 's'}`;

// ---------------------------------------------------------------------------------------------------------------------------------------
// 1. The files.

/** Every bundle has these. One of a marked minute has window.json and digest-minute.txt too; some have replies.warc, some ask-the-exchange.txt. */
const ALWAYS = [
  ...['README.txt', 'picture.png', 'view.md', 'rows.csv', 'answer.json', 'rates.csv', 'candles.csv', 'set-aside.csv'],
  ...['parameters.json', 'digest.txt', 'revisions.csv', 'provenance.csv', 'method.txt', 'check.mjs'],
];
const OF_MINUTE = ['window.json', 'digest-minute.txt'];
const SOMETIMES = ['replies.warc', 'ask-the-exchange.txt'];
const MANIFEST = 'manifest-sha256.txt';
/** What a manifest cannot name: itself, its signature and the key, time stamps over it. */
const BESIDE = [MANIFEST, `${MANIFEST}.sig`, 'key.pem', `${MANIFEST}.stamps.txt`];
const STAMP = /^manifest-sha256\.txt\.([A-Za-z0-9.-]+)\.(tsr|pem)$/;
/** What whoever follows the README puts here, and what systems put into any folder. */
const OF_THE_READER = ['root.pem', '.DS_Store', 'Thumbs.db', 'desktop.ini'];

step((fault) => {
  const text = readText(MANIFEST);
  const lines = text.split('\n').slice(0, -1);
  const named = lines.map((line) => line.slice(66));
  if (!/^(?:[0-9a-f]{64} {2}[A-Za-z0-9.-]+\n)+$/.test(text)) fault(`${MANIFEST} is not a list of sums and names`);
  if (new Set(named).size !== named.length) fault(`${MANIFEST} names a file twice`);
  for (const line of lines) {
    const [hash, name] = [line.slice(0, 64), line.slice(66)];
    if (!isHere(name)) fault(`${name} is missing`);
    else if (sha256(read(name)) !== hash) fault(`${name} is not the file of the manifest`);
  }
  const isOfMinute = OF_MINUTE.some((name) => named.includes(name));
  for (const name of [...ALWAYS, ...(isOfMinute ? OF_MINUTE : [])])
    if (!named.includes(name)) fault(`${MANIFEST} does not name ${name}`);
  for (const name of named)
    if (![...ALWAYS, ...OF_MINUTE, ...SOMETIMES].includes(name))
      fault(`${MANIFEST} names ${name}, which no bundle has`);
  for (const name of readdirSync(here)) {
    const [, stamp, kind] = STAMP.exec(name) ?? [];
    const other = `${MANIFEST}.${stamp}.${kind === 'tsr' ? 'pem' : 'tsr'}`;
    if (kind !== undefined && !isHere(other)) fault(`${name} is here without ${other}`);
    if (![...named, ...BESIDE, ...OF_THE_READER].includes(name) && kind === undefined)
      fault(`${name} is here, and the manifest does not name it`);
  }
  return `${counted(lines.length, 'file')} against the manifest`;
});

step((fault) => {
  if (!isHere(`${MANIFEST}.sig`) || !isHere('key.pem')) {
    fault(`${MANIFEST} is not signed: nobody vouches for these files`);
    return 'the signature';
  }
  const [manifest, signature, key] = [MANIFEST, `${MANIFEST}.sig`, 'key.pem'].map(read);
  const publicKey = createPublicKey(key);
  if (publicKey.asymmetricKeyType !== 'ed25519' || !verify(null, manifest, publicKey, signature))
    fault('the signature is not of this manifest by this key');
  // Else another key could stand behind it, for whoever compares the file by eye.
  if (publicKey.export({ type: 'spki', format: 'pem' }) !== key.toString('utf8'))
    fault('key.pem holds more than the key');
  return 'manifest-sha256.txt is signed by key.pem (whose key that is, the instance says at its own address)';
});

// ---------------------------------------------------------------------------------------------------------------------------------------
// 2. The digest and the parameters.

const DAY = 1440;
/** Minutes since 1970-01-01T00:00Z, of `2025-10-10T21:20Z`; and back. */
const minuteOf = (iso) => Date.parse(iso) / 60_000;
const isoOf = (minute) => `${new Date(minute * 60_000).toISOString().slice(0, 16)}Z`;
const dayOf = (minute) => Math.floor(minute / DAY);
const isoDay = (day) => isoOf(day * DAY).slice(0, 10);
const byCodeUnits = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** Files of JSON that are not the text that their values give: a name that stands twice, or a number that is written otherwise, would be read in two ways. */
const misspelt = [];
function readJson(name, indent) {
  const text = readText(name);
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error(`${name} is no JSON`);
  }
  if (`${JSON.stringify(value, null, indent)}\n` !== text) misspelt.push(name);
  return value;
}
const parameters = readJson('parameters.json', 2);
const answer = readJson('answer.json');
const windowAround = parameters.minute === null ? undefined : readJson('window.json');
step((fault) => {
  for (const name of misspelt)
    fault(`${name} is not the text that its values give: a name stands twice, or a number is written otherwise`);
  return 'the files of JSON are the text that their values give';
});

const PARAMETERS = [
  ...['method', 'address', 'digest', 'minuteDigest', 'minute', 'asOf', 'lastModified', 'simulated', 'currency'],
  ...['question', 'natures', 'aliases', 'books', 'hasLegs'],
];
const QUESTION = ['asset', 'from', 'to', 'venues', 'markets', 'reference', 'bloc', 'rate', 'minPeers', 'enter'];
const ofNames = (value, names) => Object.keys(value).join() === names.join();
step((fault) => {
  const { question, minute, minuteDigest, books, aliases, hasLegs } = parameters;
  if (!ofNames(parameters, PARAMETERS)) fault('parameters.json has other fields than a bundle has');
  if (!ofNames(question, QUESTION)) fault('parameters.json asks in other fields than a question has');
  const fields = ['role', 'venue', 'market', 'kind', 'source', 'from', 'to'];
  if (!books.every((book) => ofNames(book, fields)))
    fault('parameters.json says of a book more or less than which it is');
  if (!aliases.every((alias) => ofNames(alias, ['venue', 'market', 'of'])))
    fault('parameters.json says of a second name more or less than whose it is');
  if ((minute === null) !== (minuteDigest === null))
    fault('parameters.json names a minute without its digest, or the other way round');
  // Only so short a window has every leg in rates.csv.
  const isShort = minuteOf(question.to) - minuteOf(question.from) <= 720;
  if (hasLegs !== isShort)
    fault(`parameters.json says ${hasLegs} of whether rates.csv has legs; by its window: ${isShort}`);
  return 'parameters.json has the fields of a question and of what its figures depend on';
});

/** The lines of a digest's text that say what was asked and how it is read, as parameters.json has it. */
function parameterLines({ question, natures, aliases, method }) {
  const { asset, from, to, venues, markets, reference, bloc, rate, minPeers, enter } = question;
  return [
    'plumbline-digest 4',
    `method ${method}`,
    `asset ${asset}`,
    `from ${from}`,
    `to ${to}`,
    `venues ${venues === null ? '*' : venues.join(',')}`,
    `markets ${markets.length === 0 ? '*' : markets.map(({ venue, quote, kind }) => `${venue}:${quote}:${kind}`).join(',')}`,
    `reference ${reference}`,
    `bloc ${bloc}`,
    `rate ${rate}`,
    `min-peers ${minPeers}`,
    `enter ${enter}`,
    ...Object.entries(natures).map(([code, nature]) => `nature ${code} ${nature}`),
    ...aliases.map(({ venue, market, of }) => `alias ${venue} ${market} ${of}`),
  ];
}
const bookLine = ({ role, venue, market, kind, source, from, to }) =>
  [role, venue, market, kind, source, from, to].join(' ');
const ROLES = ['market', 'underlying-market', 'rate-market'];
const isBookLine = (line) => ROLES.includes(line.split(' ')[0]);
const withoutHash = (line) => line.slice(0, line.lastIndexOf(' '));

step((fault) => {
  const text = readText('digest.txt');
  if (parameters.digest !== `sha256:${sha256(text)}`) fault('digest.txt does not have the digest of parameters.json');
  const written = text.split('\n').slice(0, -1);
  const expected = parameterLines(parameters);
  const [said, books] = [written.filter((line) => !isBookLine(line)), written.filter(isBookLine)];
  for (const line of expected) if (!said.includes(line)) fault(`the digest's text does not say "${line}"`);
  for (const line of said) if (!expected.includes(line)) fault(`parameters.json does not say "${line}"`);
  const named = parameters.books.map(bookLine);
  const ofText = books.map(withoutHash);
  for (const line of named) if (!ofText.includes(line)) fault(`the digest's text does not name "${line}"`);
  for (const line of ofText) if (!named.includes(line)) fault(`parameters.json does not name "${line}"`);
  const inOrder = [...expected, ...named].join('\n');
  if (
    [...said, ...ofText].join('\n') !== inOrder ||
    written.map((line) => (isBookLine(line) ? withoutHash(line) : line)).join('\n') !== inOrder
  )
    fault("the lines of the digest's text are in another order, or more");
  return `digest.txt has the digest ${parameters.digest} and says what parameters.json says`;
});
if (parameters.minuteDigest !== null)
  step((fault) => {
    const text = readText('digest-minute.txt');
    if (parameters.minuteDigest !== `sha256:${sha256(text)}`)
      fault('digest-minute.txt does not have the digest of parameters.json');
    const at = parameters.minute;
    const own = { ...parameters.question, from: at, to: isoOf(minuteOf(at) + 1) };
    const lines = text.split('\n').slice(0, -1);
    const books = lines.filter(isBookLine);
    const cells = books.map((line) => line.split(' '));
    // A minute rests on fewer books than a window may, and on fewer of their days; its text says what quotes are taken for, and second names, of those alone.
    const known = new Set(parameters.books.map((book) => bookLine(book).split(' ').slice(0, 5).join(' ')));
    for (const line of books)
      if (!known.has(line.split(' ').slice(0, 5).join(' ')))
        fault(`parameters.json does not name the book of "${line}"`);
    const codes = [own.asset, ...cells.map(([, , pair]) => pair.split('/')[1])];
    const natures = Object.fromEntries(Object.entries(parameters.natures).filter(([code]) => codes.includes(code)));
    const aliases = parameters.aliases.filter(({ venue, market }) =>
      cells.some(([, one, pair, kind]) => one === venue && pair === market && kind === 'spot'),
    );
    const expected = parameterLines({ ...parameters, question: own, natures, aliases });
    for (const line of expected) if (!lines.includes(line)) fault(`its text does not say "${line}"`);
    for (const line of lines)
      if (!isBookLine(line) && !expected.includes(line)) fault(`nothing says "${line}" of its text`);
    const sorted = ROLES.flatMap((role) => books.filter((line) => line.split(' ')[0] === role).sort(byCodeUnits));
    if (
      [...expected, ...sorted].join('\n') !== lines.join('\n') ||
      new Set(books.map(withoutHash)).size !== books.length
    )
      fault('the lines of its text are in another order, or more');
    return `digest-minute.txt has the digest ${parameters.minuteDigest} and asks of the minute ${at} alone`;
  });

// ---------------------------------------------------------------------------------------------------------------------------------------
// 3. The candles.

const FIELDS = ['open', 'high', 'low', 'close', 'baseVolume', 'quoteVolume', 'trades'];
/** What a function answered before is not computed again. */
function once(make) {
  const known = new Map();
  return (...asked) => {
    const key = asked.join(' ');
    if (!known.has(key)) known.set(key, make(...asked));
    return known.get(key);
  };
}
const groupedBy = (list, keyOf) => {
  const groups = new Map();
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
};

/** Every book: its candles by minute. A minute that was answered without a candle has NaN in every field; one that nobody answered is not there. */
const stored = new Map();
const bookName = ({ venue, base, quote, kind, source }) => `${venue} ${base}/${quote} ${kind} ${source}`;
const bookOf = (book) => {
  const name = bookName(book);
  if (!stored.has(name)) stored.set(name, { ...book, name, candles: new Map(), setAside: new Set() });
  return stored.get(name);
};

/** The rows of a table: below exactly this head, a cell for each of its columns. Faults are told to `fault`. */
function rowsOf(name, head, fault) {
  const [first, ...lines] = readText(name).split('\n');
  if (first !== head) fault(`${name} has another head`);
  if (lines.pop() !== '') fault(`${name} does not end with a line`);
  const columns = head.split(',').length;
  return lines.map((line, i) => {
    const cells = line.split(',');
    if (cells.length !== columns) fault(`${name}, row ${i + 1}: ${counted(cells.length, 'cell')}; ${columns} columns`);
    return cells;
  });
}
/** A number as it is written: the shortest text that gives it back; NaN for none. */
function numberOf(text, fault, name) {
  const value = text === '' ? NaN : Number(text);
  if (text !== '' && String(value) !== text) fault(`${name}: ${text} is not how a number is written`);
  return value;
}
const PLACE = 'venue,base,quote,kind,source,minute';

step((fault) => {
  let count = 0;
  /** Of which minutes the digest names each book. */
  const ranges = new Map();
  for (const line of readText('digest.txt').split('\n').filter(isBookLine)) {
    const [, venue, pair, kind, source, from, to] = line.split(' ');
    const name = [venue, pair, kind, source].join(' ');
    ranges.set(name, [...(ranges.get(name) ?? []), [minuteOf(from), minuteOf(to)]]);
  }
  const isNamed = (name, at) => (ranges.get(name) ?? []).some(([from, to]) => at >= from && at < to);
  const place = (cells, name) => {
    const [venue, base, quote, kind, source, minute] = cells;
    const book = bookOf({ venue, base, quote, kind, source });
    const at = minuteOf(minute);
    if (Number.isNaN(at) || isoOf(at) !== minute) fault(`${name}: ${minute} is no minute`);
    else if (!isNamed(book.name, at)) fault(`${name} ${book.name} ${minute}: the digest does not name it`);
    if (book.candles.has(at) || book.setAside.has(at)) fault(`${name} ${book.name} ${minute}: it is there twice`);
    return { book, at, title: `${name} ${book.name} ${minute}` };
  };
  for (const cells of rowsOf('candles.csv', `${PLACE},open,high,low,close,base_volume,quote_volume,trades`, fault)) {
    const { book, at, title } = place(cells, 'candles.csv');
    const values = cells.slice(6).map((text) => numberOf(text, fault, title));
    book.candles.set(at, Object.fromEntries(FIELDS.map((field, i) => [field, values[i] ?? NaN])));
    count += 1;
  }
  for (const cells of rowsOf('set-aside.csv', PLACE, fault)) {
    const { book, at } = place(cells, 'set-aside.csv');
    book.setAside.add(at);
  }
  return `candles.csv and set-aside.csv: ${counted(count, 'candle')}, each minute of a book once`;
});

/** Candles of the exchange simulator are of sources of their own. Files that a reader gave may be of either; then the parameters' word is taken. */
const sources = new Set([...stored.values(), ...parameters.books].map(({ source }) => source));
const isOfSimulator = (source) => source.startsWith('simulated');
const isSimulated =
  [...sources].some(isOfSimulator) || ([...sources].every((source) => source === 'file') && parameters.simulated);
step((fault) => {
  const [some, all] = [
    [...sources].some(isOfSimulator),
    [...sources].every((source) => isOfSimulator(source) || source === 'file'),
  ];
  if (some && !all) fault(`candles of the simulator stand beside published ones: ${[...sources].join(', ')}`);
  const said = {
    'parameters.json': parameters,
    'answer.json': answer,
    ...(windowAround && { 'window.json': windowAround }),
  };
  for (const [name, { simulated }] of Object.entries(said))
    if (simulated !== isSimulated)
      fault(`${name} says simulated ${simulated}; by the sources of the candles: ${isSimulated}`);
  if (readText('README.txt').startsWith('SIMULATED PRICES. NO EXCHANGE PUBLISHED THEM.\n') !== isSimulated)
    fault(`README.txt does not say whether prices are simulated as the sources of the candles do: ${isSimulated}`);
  return `by the sources of the candles prices are ${isSimulated ? 'SIMULATED' : 'published'}, as every file says`;
});

/** The facts that a picture carries: its iTXt chunks, which are not compressed (PNG specification, section 11.3.3.4). */
function factsOf(png) {
  const facts = new Map();
  for (let at = 8; at + 12 <= png.length;) {
    const size = png.readUInt32BE(at);
    const chunk = png.subarray(at + 8, at + 8 + size);
    if (png.toString('latin1', at + 4, at + 8) === 'iTXt')
      facts.set(chunk.toString('latin1', 0, chunk.indexOf(0)), chunk.subarray(chunk.indexOf(0) + 5).toString('utf8'));
    at += size + 12;
  }
  return facts;
}
step((fault) => {
  const facts = factsOf(read('picture.png'));
  for (const [name, said] of [
    ['digest', parameters.digest],
    ['permalink', parameters.address],
    ['method', String(parameters.method)],
    ['simulated', String(isSimulated)],
  ])
    if (facts.get(`plumbline:${name}`) !== said)
      fault(`picture.png says the ${name} ${facts.get(`plumbline:${name}`)}; parameters.json: ${said}`);
  return 'picture.png names the same address, digest and method, and whether prices are simulated (its pixels are under its seal: docs/seal.md)';
});

/** docs/digest.md, "The hash of a market's observations": the bytes of a part of one UTC day, hashed. */
function leafOf(candles, from, to) {
  const n = to - from;
  const bytes = Buffer.alloc(n * (FIELDS.length * 8 + 1));
  for (let i = 0; i < n; i += 1) {
    const candle = candles.get(from + i);
    FIELDS.forEach((field, column) => {
      const value = candle === undefined ? NaN : candle[field];
      const at = (column * n + i) * 8;
      if (Number.isNaN(value)) bytes.write('000000000000f87f', at, 'hex');
      else bytes.writeDoubleLE(value === 0 ? 0 : value, at);
    });
    bytes[n * FIELDS.length * 8 + i] = candle === undefined ? 0 : 1;
  }
  return createHash('sha256').update(bytes).digest();
}
function hashOf(candles, from, to) {
  const hash = createHash('sha256');
  for (let at = from; at < to; at = (dayOf(at) + 1) * DAY)
    hash.update(leafOf(candles, at, Math.min(to, (dayOf(at) + 1) * DAY)));
  return hash.digest('hex');
}
const NO_CANDLES = new Map();
for (const name of ['digest.txt', ...(parameters.minuteDigest === null ? [] : ['digest-minute.txt'])])
  step((fault) => {
    const lines = readText(name).split('\n').filter(isBookLine);
    for (const line of lines) {
      const [, venue, pair, kind, source, from, to, hash] = line.split(' ');
      const candles = stored.get([venue, pair, kind, source].join(' '))?.candles ?? NO_CANDLES;
      if (hashOf(candles, minuteOf(from), minuteOf(to)) !== hash)
        fault(`${[venue, pair, kind, source].join(' ')}: its candles do not have the hash of ${name}`);
    }
    return `candles.csv against the hashes of ${counted(lines.length, 'book')} in ${name}`;
  });

/** The books of a role, in the order of venue, base, quote, kind. */
const booksOf = (role) =>
  parameters.books
    .filter((book) => book.role === role)
    .map(({ venue, market, kind, source }) => {
      const [base, quote] = market.split('/');
      return bookOf({ venue, base, quote, kind, source });
    });
const ASSET_BOOKS = booksOf('market');
const UNDERLYING_BOOKS = booksOf('underlying-market');
const RATE_BOOKS = booksOf('rate-market');

// ---------------------------------------------------------------------------------------------------------------------------------------
// The raw replies: those that provenance.csv says are in replies.warc (ISO 28500) are there, and have the SHA-256 that it says.

/** The records of a WARC file: their fields and their blocks. */
function recordsOf(bytes) {
  const records = [];
  let at = 0;
  while (at < bytes.length) {
    const end = bytes.indexOf('\r\n\r\n', at);
    const [version, ...lines] = bytes.subarray(at, end).toString('utf8').split('\r\n');
    if (end < 0 || version !== 'WARC/1.1') throw new Error(`replies.warc holds no record at byte ${at}`);
    const fields = new Map(
      lines.map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
    );
    const from = end + 4;
    const to = from + Number(fields.get('Content-Length'));
    if (bytes.subarray(to, to + 4).toString('latin1') !== '\r\n\r\n')
      throw new Error(`replies.warc: the record at byte ${at} does not end where it says`);
    records.push({ fields, block: bytes.subarray(from, to) });
    at = to + 4;
  }
  return records;
}
const FROM_START = 11;

step((fault) => {
  const [head, ...lines] = readText('provenance.csv').split('\n');
  if (head !== 'venue,base,quote,kind,source,from,to,received,sha256,kept,inWarc,reader,address')
    fault('provenance.csv has another head');
  if (lines.pop() !== '') fault('provenance.csv does not end with a line');
  // The last two cells are in quotation marks.
  lines.forEach((line, i) => {
    if (!/^(?:[^",]*,){11}"(?:[^"]|"")*","(?:[^"]|"")*"$/.test(line))
      fault(`provenance.csv, row ${i + 1}: not a cell for each column`);
  });
  const records = isHere('replies.warc') ? recordsOf(read('replies.warc')) : [];
  const blocks = new Set();
  for (const { fields, block } of records) {
    const hash = `sha256:${sha256(block)}`;
    const uri = fields.get('WARC-Target-URI');
    if (fields.get('WARC-Block-Digest') !== hash) fault(`replies.warc: ${uri} does not have the digest of its record`);
    if (uri !== undefined) blocks.add(hash.slice('sha256:'.length));
  }
  const inWarc = lines.map((line) => line.split(',').slice(0, FROM_START)).filter((cells) => cells[10] === 'true');
  for (const cells of inWarc)
    if (!blocks.has(cells[8])) fault(`replies.warc has no reply ${cells[8]} (${cells.slice(0, 8).join(' ')})`);
  const known = new Set(inWarc.map((cells) => cells[8]));
  for (const hash of blocks)
    if (!known.has(hash)) fault(`provenance.csv does not name the reply ${hash} of replies.warc`);
  return `provenance.csv: ${counted(lines.length, 'request')}; ${inWarc.length} of the replies are in replies.warc, with their SHA-256`;
});

// ---------------------------------------------------------------------------------------------------------------------------------------
// Arithmetic.

const isKnown = (value) => !Number.isNaN(value);
const ascending = (values) => [...values].sort((a, b) => a - b);
/** The middle value; of an even number the mean of the middle two; NaN of none. */
function median(values) {
  const sorted = ascending(values);
  const half = sorted.length >> 1;
  if (sorted.length === 0) return NaN;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
/** 1.4826 × the median of the distances from `centre`. */
const spread = (values, centre) => 1.4826 * median(values.map((value) => Math.abs(value - centre)));
const column = (make) => Float64Array.from({ length: DAY }, (_, slot) => make(slot));

// ---------------------------------------------------------------------------------------------------------------------------------------
// Section 1: minutes.

/** A minute is traded when a volume or the number of trades is above 0, or when its candle says none of the three. */
function isTraded({ close, baseVolume, quoteVolume, trades }) {
  if (baseVolume > 0 || quoteVolume > 0 || trades > 0) return true;
  return isKnown(close) && !isKnown(baseVolume) && !isKnown(quoteVolume) && !isKnown(trades);
}
/** Mark and index prices are computed: nobody trades at them. */
const isComputed = ({ kind }) => kind === 'mark' || kind === 'index';
/** Whether a book has a price in a minute. */
function hasPrice(book, minute) {
  const candle = book.candles.get(minute);
  return candle !== undefined && isKnown(candle.close) && (isComputed(book) || isTraded(candle));
}
/** Why a book has no price in a minute: four different facts, and "volume 0, prices moved". */
function absence(book, minute) {
  const candle = book.candles.get(minute);
  if (candle === undefined) return book.setAside.has(minute) ? 'set-aside' : 'not-fetched';
  const { open, high, low, close, baseVolume, quoteVolume, trades } = candle;
  const isNothing = baseVolume === 0 || quoteVolume === 0 || trades === 0;
  const isMoved = isNothing && !(open === high && high === low && low === close);
  return !isComputed(book) && isKnown(open) && isMoved ? 'moved' : 'no-trade';
}
const minutesOfDay = (day) => Array.from({ length: DAY }, (_, slot) => day * DAY + slot);

// ---------------------------------------------------------------------------------------------------------------------------------------
// Section 2: which books there are on a UTC day.

const SOURCES = [
  'rest',
  'archive',
  'trades',
  'file',
  'ui',
  'simulated',
  'simulated-archive',
  'simulated-trades',
  'simulated-ui',
];
const isDisplay = ({ source }) => source === 'ui' || source === 'simulated-ui';
const QUOTES = ['USD', 'USDT', 'USDC'];
const quoteRank = (quote) => (QUOTES.includes(quote) ? QUOTES.indexOf(quote) : QUOTES.length);
const byQuote = (a, b) => quoteRank(a) - quoteRank(b) || byCodeUnits(a, b);
const marketName = ({ venue, base, quote, kind }) => `${venue} ${base} ${quote} ${kind}`;

/** Minutes of a day that a book's source answered. */
const answered = once((name, day) => minutesOfDay(day).filter((at) => stored.get(name).candles.has(at)).length);

/** Of every market the source that answered most minutes of the day; display klines are never taken. */
function oneSourceEach(books, day) {
  const groups = groupedBy(books, marketName);
  return [...groups.keys()].sort(byCodeUnits).flatMap((name) => {
    const own = groups
      .get(name)
      .filter((book) => !isDisplay(book))
      .sort((a, b) => SOURCES.indexOf(a.source) - SOURCES.indexOf(b.source));
    const most = Math.max(...own.map((book) => answered(book.name, day)));
    const first = own.find((book) => answered(book.name, day) === most);
    return first === undefined
      ? []
      : [
          {
            ...first,
            others: groups
              .get(name)
              .filter((book) => book.name !== first.name)
              .map(({ source }) => source),
          },
        ];
  });
}

/** The market that a spot market is a second name of, by the table in parameters.json; undefined: it is a book of its own. */
function aliasOf(market) {
  const row = parameters.aliases.find(
    ({ venue, market: pair }) => venue === market.venue && pair === `${market.base}/${market.quote}`,
  );
  if (row === undefined || market.kind !== 'spot') return undefined;
  return { ...market, quote: row.of.split('/')[1] };
}

/** Equal in open, high, low, close and base volume, and in quote volume and number of trades where both say them. */
function isSameCandle(a, b) {
  const isNotApart = (one, other) => one === other || !isKnown(one) || !isKnown(other);
  return (
    ['open', 'high', 'low', 'close', 'baseVolume'].every((field) => a[field] === b[field]) &&
    isNotApart(a.quoteVolume, b.quoteVolume) &&
    isNotApart(a.trades, b.trades)
  );
}
/** Suspected to be one book: equal in 99 % or more of the union of their traded minutes of the day, 30 or more. */
function areOneBook(a, b, day) {
  let [traded, equal] = [0, 0];
  for (const at of minutesOfDay(day)) {
    const [first, second] = [hasPrice(a, at), hasPrice(b, at)];
    if (first || second) traded += 1;
    if (first && second && isSameCandle(a.candles.get(at), b.candles.get(at))) equal += 1;
  }
  return traded >= 30 && equal >= 0.99 * traded;
}

/** The books of a day before namesakes are looked for, each with the quote it is read in (`readAs`), and those left out as second names. */
function booksOfDay(markets, day) {
  const answeredMarkets = new Set(markets.filter((book) => answered(book.name, day) > 0).map(marketName));
  const [taken, leftOut] = [[], []];
  for (const book of oneSourceEach(markets, day)) {
    const first = aliasOf(book);
    if (first === undefined) taken.push({ ...book, readAs: book.quote });
    else if (answeredMarkets.has(marketName(first))) leftOut.push({ book, why: 'alias', of: first });
    else taken.push({ ...book, readAs: first.quote });
  }
  // A book without an answer that day gives way to the second name that stands for it.
  const stoodFor = new Set(
    taken.filter((book) => book.readAs !== book.quote).map((book) => marketName({ ...book, quote: book.readAs })),
  );
  const books = taken.filter((book) => !stoodFor.has(marketName(book)));
  const suspected = new Map();
  const siblings = groupedBy(
    books.filter((book) => !isComputed(book)),
    ({ venue, base, kind }) => `${venue} ${base} ${kind}`,
  );
  for (const group of siblings.values()) {
    const ordered = [...group].sort((a, b) => byQuote(a.readAs, b.readAs));
    ordered.forEach((later, i) => {
      const earlier = ordered.slice(0, i).find((one) => areOneBook(one, later, day));
      if (earlier !== undefined) suspected.set(later, earlier);
    });
  }
  return {
    books: books.filter((book) => !suspected.has(book)),
    leftOut: [...leftOut, ...[...suspected].map(([book, of]) => ({ book, why: 'suspected alias', of }))],
  };
}

// ---------------------------------------------------------------------------------------------------------------------------------------
// Section 2: legs and rates.

const isUsdStable = (quote) => parameters.natures[quote] === 'stable USD';
const isFarther = (value, centre, factor) => value > factor * centre || factor * value < centre;

/** The closes of a book's traded minutes of a day, slot by slot; NaN elsewhere. */
const closesOf = once((name, day) => {
  const book = stored.get(name);
  return column((slot) => (hasPrice(book, day * DAY + slot) ? book.candles.get(day * DAY + slot).close : NaN));
});

/** What a set of books lends on a day: the legs of any quote, without those of one venue. */
function lenders(books, day) {
  /** `U_b`: the median over venues of close(b/USD), of two at least, one venue left out. */
  const usdOf = once((base, without) => {
    const found = books.filter((book) => book.base === base && book.readAs === 'USD' && book.venue !== without);
    const closes = [...groupedBy(found, ({ venue }) => venue).values()].map(([first]) => closesOf(first.name, day));
    return column((slot) => {
      const known = closes.map((one) => one[slot]).filter(isKnown);
      return known.length < 2 ? NaN : median(known);
    });
  });
  /** The books that lend a leg of a quote, and what is divided by their close; `over` undefined: the close itself is the leg. */
  const sourcesOf = once((quote, without) =>
    books
      .filter(({ venue }) => venue !== without)
      .flatMap((book) => {
        const { venue, base, readAs } = book;
        const closes = closesOf(book.name, day);
        const leg = { venue, base: null, pair: `${base}/${readAs}`, closes };
        if (readAs === quote && (base === 'BTC' || base === 'ETH'))
          return [{ ...leg, base, over: usdOf(base, without) }];
        if (base === quote && readAs === 'USD') return [leg];
        return base === 'USD' && readAs === quote ? [{ ...leg, over: column(() => 1) }] : [];
      }),
  );
  const legsAt = (quote, without, slot) => {
    const all = sourcesOf(quote, without)
      .map(({ venue, base, pair, closes, over }) => ({
        venue,
        base,
        pair,
        close: closes[slot],
        over: over === undefined ? null : over[slot],
        value: over === undefined ? closes[slot] : over[slot] / closes[slot],
      }))
      .filter(({ value }) => isKnown(value));
    // A leg further than a factor 3 from the median of the others is dropped; a leg alone has no others. Where the furthest two lie within it,
    // no leg can be further than that from any median of them.
    const values = all.map(({ value }) => value);
    if (Math.max(...values) <= 3 * Math.min(...values)) return all.map((leg) => ({ ...leg, isDropped: false }));
    return all.map((leg) => {
      const others = all.filter((other) => other !== leg).map(({ value }) => value);
      return { ...leg, isDropped: others.length > 0 && isFarther(leg.value, median(others), 3) };
    });
  };
  /** Minute by minute the median of the legs, its relative error, the rule, and how many legs. */
  const minutes = once((quote, without) => {
    const out = { median: column(() => NaN), error: column(() => NaN), rule: [], legs: [] };
    for (let slot = 0; slot < DAY; slot += 1) {
      const legs = legsAt(quote, without, slot).filter(({ isDropped }) => !isDropped);
      const values = ascending(legs.map(({ value }) => value));
      const venues = new Set(legs.map(({ venue }) => venue)).size;
      out.legs.push(values.length);
      if (values.length === 0) {
        out.rule.push('none');
        continue;
      }
      const middle = median(values);
      const half = (values[values.length - 1] - values[0]) / 2 / middle;
      const isThin = values.length < 3 || venues < 2;
      out.median[slot] = middle;
      out.rule.push(isThin ? 'thin' : 'legs');
      if (isThin)
        out.error[slot] = isUsdStable(quote) ? Math.max(half, Math.abs(middle - 1)) : venues === 1 ? NaN : half;
      else out.error[slot] = values.length < 5 || venues < 3 ? half : spread(values, middle) / middle;
    }
    return out;
  });
  /** The venues that lent a leg in any minute of the day. */
  const venuesOf = (quote, without) =>
    [
      ...new Set(
        sourcesOf(quote, without)
          .filter(({ closes, over }) =>
            closes.some((close, slot) => isKnown(close) && (over === undefined || isKnown(over[slot]))),
          )
          .map(({ venue }) => venue),
      ),
    ].sort(byCodeUnits);
  return { legsAt, minutes, venuesOf };
}

/** The closes of a book in USD, at the minute's own median of legs, its venue's left out; USD stablecoins without a leg at 1. */
function usdCloses(book, day, lent) {
  const closes = closesOf(book.name, day);
  if (book.readAs === 'USD') return closes;
  const { median: rates } = lent.minutes(book.readAs, book.venue);
  const otherwise = isUsdStable(book.readAs) ? 1 : NaN;
  return column((slot) => closes[slot] * (isKnown(rates[slot]) ? rates[slot] : otherwise));
}

/**
 * Suspected namesakes among the spot books of a day: further than a factor 3 from the median of at least 3 other venues, more than half of which
 * lie within a factor 3 of it, in 90 % or more of at least 240 common traded minutes. A venue with several books stands by their median.
 */
function namesakesOf(books, day, lent) {
  const spot = books.filter(({ kind }) => kind === 'spot');
  return [...groupedBy(spot, ({ base }) => base).values()].flatMap((siblings) => {
    const closes = new Map(siblings.map((book) => [book, usdCloses(book, day, lent)]));
    // A namesake needs 216 minutes (90 % of 240) in which it lies that far from others: so far apart two books must lie.
    const parted = minutesOfDay(day).filter((_, slot) => {
      const all = [...closes.values()].map((one) => one[slot]).filter(isKnown);
      return Math.max(...all) > 3 * Math.min(...all);
    });
    if (parted.length < 0.9 * 240) return [];
    return siblings.flatMap((book) => {
      const others = [...groupedBy(siblings, ({ venue }) => venue)].filter(([venue]) => venue !== book.venue);
      if (others.length < 3) return [];
      const own = closes.get(book);
      const factors = [];
      let far = 0;
      for (let slot = 0; slot < DAY; slot += 1) {
        if (!isKnown(own[slot])) continue;
        const values = others
          .map(([, theirs]) => median(theirs.map((one) => closes.get(one)[slot]).filter(isKnown)))
          .filter(isKnown);
        if (values.length < 3) continue;
        const middle = median(values);
        const near = values.filter((value) => !isFarther(value, middle, 3)).length;
        factors.push(own[slot] / middle);
        if (isFarther(own[slot], middle, 3) && 2 * near > values.length) far += 1;
      }
      const isNamesake = factors.length >= 240 && far >= 0.9 * factors.length;
      return isNamesake ? [{ book, why: 'suspected namesake', of: undefined, factor: median(factors) }] : [];
    });
  });
}

/** The books that lend legs on a day: before namesakes are left out, by which namesakes are told, and after. */
const legsOfDay = once((day) => {
  const { books } = booksOfDay(
    RATE_BOOKS.filter(({ kind }) => kind === 'spot'),
    day,
  );
  const before = lenders(books, day);
  const gone = new Set(namesakesOf(books, day, before).map(({ book }) => book));
  return {
    before,
    after:
      gone.size === 0
        ? before
        : lenders(
            books.filter((book) => !gone.has(book)),
            day,
          ),
  };
});

/** The median of those of the five minutes around a slot that have a value; NaN where the minute's own has none. */
function smoothed(field, quote, venue, day, slot) {
  const valueAt = (minute) => legsOfDay(dayOf(minute)).after.minutes(quote, venue)[field][minute - dayOf(minute) * DAY];
  const minute = day * DAY + slot;
  if (!isKnown(valueAt(minute))) return NaN;
  return median([-2, -1, 0, 1, 2].map((step) => valueAt(minute + step)).filter(isKnown));
}

/** USD per unit of a quote through a day, as the books of a venue are converted: no leg of that venue is in it. */
const rateOf = once((quote, venue, day) => {
  if (quote === 'USD')
    return {
      value: column(() => 1),
      rule: Array(DAY).fill('usd'),
      uncertainty: column(() => 0),
      legs: Array(DAY).fill(0),
    };
  const { median: medians, rule, legs } = legsOfDay(day).after.minutes(quote, venue);
  const out = { value: column(() => NaN), rule: [...rule], uncertainty: column(() => NaN), legs };
  for (let slot = 0; slot < DAY; slot += 1) {
    if (rule[slot] !== 'none') {
      const rate = smoothed('median', quote, venue, day, slot);
      const own = medians[slot];
      out.value[slot] = rate;
      out.uncertainty[slot] = smoothed('error', quote, venue, day, slot) + (Math.max(own / rate, rate / own) - 1);
    } else if (isUsdStable(quote)) {
      out.value[slot] = 1;
      out.rule[slot] = 'parity';
      out.uncertainty[slot] = 0.13;
    }
  }
  return out;
});
/** Where raw quotes are compared. */
const RAW = {
  value: column(() => 1),
  rule: Array(DAY).fill('none'),
  uncertainty: column(() => 0),
  legs: Array(DAY).fill(0),
};
const isWeakRule = (rule) => rule === 'thin' || rule === 'parity';

// ---------------------------------------------------------------------------------------------------------------------------------------
// Section 3: who takes part on a day.

const KINDS = ['spot', 'perp', 'mark', 'index'];
const isSpot = ({ kind }) => kind === 'spot';

function referenceVenue({ reference }) {
  return reference.startsWith('venue:') ? reference.slice('venue:'.length) : undefined;
}
const isAsked = (question, venue) =>
  question.venues === null || question.venues.includes(venue) || venue === referenceVenue(question);

/** Without a rate: the quote in which most of the venues asked for have a book; of one venue as the reference, among its own. */
function rawQuoteOf(question, markets) {
  const books = markets.filter((book) => !isDisplay(book));
  const names = new Set(books.map(marketName));
  const readings = books
    .filter((book) => {
      const first = aliasOf(book);
      return first === undefined || !names.has(marketName(first));
    })
    .map((book) => ({ ...book, readAs: aliasOf(book)?.quote ?? book.quote }))
    .filter(({ venue }) => isAsked(question, venue));
  const venue = referenceVenue(question);
  const candidates = venue === undefined ? readings : readings.filter((book) => book.venue === venue && isSpot(book));
  const count = (quote) => new Set(readings.filter(({ readAs }) => readAs === quote).map((book) => book.venue)).size;
  return [...new Set(candidates.map(({ readAs }) => readAs))].sort((a, b) => count(b) - count(a) || byQuote(a, b))[0];
}

/** The books of a UTC day, chosen from the whole day: one a venue shown, one a venue among the peers. */
function chooseBooks(question, markets, day, family) {
  const { books: all, leftOut } = booksOfDay(markets, day);
  const namesakes = namesakesOf(all, day, legsOfDay(day).before);
  const gone = new Set(namesakes.map(({ book }) => book));
  const books = all.filter(
    (book) => (question.rate === 'usd' || book.readAs === family) && isAsked(question, book.venue) && !gone.has(book),
  );
  const traits = new Map(
    books.map((book) => {
      const { rule } = rateOf(book.readAs, book.venue, day);
      const priced = minutesOfDay(day).filter((at) => hasPrice({ ...book, kind: 'spot' }, at));
      const rated = priced.filter((at) => ['usd', 'legs', 'thin'].includes(rule[at - day * DAY]));
      const volume = priced.reduce((sum, at) => {
        const { baseVolume } = book.candles.get(at);
        return isKnown(baseVolume) ? sum + baseVolume : sum;
      }, 0);
      return [book, { isRated: rated.length >= 0.9 * priced.length, volume }];
    }),
  );
  const hasPrices = (book) => minutesOfDay(day).some((at) => hasPrice(book, at));
  const byPreference = (a, b) => {
    const [first, second] = [traits.get(a), traits.get(b)];
    return (
      KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
      Number(second.isRated) - Number(first.isRated) ||
      second.volume - first.volume ||
      byQuote(a.readAs, b.readAs)
    );
  };
  const usual = (some) => {
    const priced = some.filter(hasPrices);
    return [...(priced.length > 0 ? priced : some)].sort(byPreference).slice(0, 1);
  };
  const picked = (some) =>
    some.filter((book) =>
      question.markets.some(
        ({ venue, quote, kind }) => book.venue === venue && book.quote === quote && book.kind === kind,
      ),
    );
  const out = { shown: [], silent: [], peers: [], spot: books.filter(isSpot), leftOut: [...leftOut, ...namesakes] };
  const venues = [...groupedBy(books, ({ venue }) => venue)].sort(([a], [b]) => byCodeUnits(a, b));
  for (const [, own] of venues) {
    const choice = picked(own);
    const spot = choice.filter(isSpot);
    const first = spot.length > 0 ? spot : usual(own).filter((book) => isSpot(book) || choice.length === 0);
    const beside = choice
      .filter((book) => !isSpot(book) && !first.includes(book))
      .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || byCodeUnits(a.quote, b.quote));
    const shown = [...first, ...beside];
    out.shown.push(...shown);
    // A venue shown by a contract alone, since no spot book of it had a price: its spot book says that nothing was traded.
    if (!shown.some(isSpot)) out.silent.push(...usual(own.filter(isSpot)));
    const inBloc = own.filter((book) => isSpot(book) && (question.bloc === 'all' || book.readAs === question.bloc));
    const chosen = picked(inBloc);
    out.peers.push(...(chosen.length > 0 ? chosen : usual(question.bloc === 'all' ? own : inBloc).filter(isSpot)));
  }
  return out;
}

// ---------------------------------------------------------------------------------------------------------------------------------------
// Sections 3 to 5 and 7: one day, as far as it lies in the window.

/** A book in USD through the slots of a range: prices, what is missing, and its rate. Slot 0 is the range's first minute. */
function pricedRow(question, book, from, to) {
  const day = dayOf(from);
  const rate = question.rate === 'none' ? RAW : rateOf(book.readAs, book.venue, day);
  const row = {
    book,
    open: [],
    high: [],
    low: [],
    close: [],
    missing: [],
    rate: [],
    rule: [],
    rateUncertainty: [],
    legs: [],
  };
  for (let minute = from; minute < to; minute += 1) {
    const slot = minute - day * DAY;
    const value = rate.value[slot];
    const isPriced = hasPrice(book, minute);
    const isMeasured = isPriced && isKnown(value);
    for (const field of ['open', 'high', 'low', 'close'])
      row[field].push(isMeasured ? book.candles.get(minute)[field] * value : NaN);
    row.missing.push(isMeasured ? null : isPriced ? 'no-rate' : absence(book, minute));
    row.rate.push(value);
    row.rule.push(rate.rule[slot]);
    row.rateUncertainty.push(rate.uncertainty[slot]);
    row.legs.push(rate.legs[slot]);
  }
  return row;
}
const known = (rows, field, slot) => rows.map((row) => row[field][slot]).filter(isKnown);
const isPeerAt = (row, slot) => row.missing[slot] === null;

/** What a spot book traded, in base units; where it does not say, its quote volume ÷ close. */
function weightAt(row, minute, slot) {
  if (!isPeerAt(row, slot)) return NaN;
  const { baseVolume, quoteVolume, close } = row.book.candles.get(minute);
  return isKnown(baseVolume) ? baseVolume : quoteVolume / close;
}
/** The least price at which the books up to it hold more than half of the volume; the mean of it and the next where they hold exactly half. */
function weightedMedian(pairs) {
  const sorted = [...pairs].sort((a, b) => a.price - b.price);
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0);
  let upTo = 0;
  for (let i = 0; i < sorted.length; i += 1) {
    upTo += sorted[i].weight;
    if (2 * upTo > total) return sorted[i].price;
    if (2 * upTo === total) return (sorted[i].price + sorted[i + 1].price) / 2;
  }
  return NaN;
}

/** Section 7: the underlying's books, chosen as for any asset, over a part of a day. */
function underlyingRows(question, from, to) {
  const asked = { ...question, venues: null, markets: [], reference: 'others', bloc: 'all' };
  const family = question.rate === 'none' ? rawQuoteOf(question, ASSET_BOOKS) : undefined;
  return chooseBooks(asked, UNDERLYING_BOOKS, dayOf(from), family).peers.map((book) =>
    pricedRow(question, book, from, to),
  );
}
const othersOf = (rows, venue) => rows.filter(({ book }) => book.venue !== venue);

/** A book's ratio: the median of close ÷ the underlying's reference over the whole UTC day before, of 60 minutes at least. */
function ratiosBefore(question, day) {
  const [from, to] = [(day - 1) * DAY, day * DAY];
  const family = question.rate === 'none' ? rawQuoteOf(question, ASSET_BOOKS) : undefined;
  const gone = new Set(chooseBooks(question, ASSET_BOOKS, day - 1, family).leftOut.map((one) => marketName(one.book)));
  const books = oneSourceEach(ASSET_BOOKS, day - 1).filter((one) => !gone.has(marketName(one)));
  const underlying = underlyingRows(question, from, to);
  return (book) => {
    const then = books.find((one) => marketName(one) === marketName(book));
    if (then === undefined) return NaN;
    const own = pricedRow(question, { ...then, readAs: book.readAs }, from, to);
    const others = othersOf(underlying, book.venue);
    const ratios = own.close
      .map((close, slot) => {
        const closes = known(others, 'close', slot);
        return close / (closes.length < question.minPeers ? NaN : median(closes));
      })
      .filter(isKnown);
    return ratios.length < 60 ? NaN : median(ratios);
  };
}

/** One day: every row shown with all that is measured of it. */
function measureDay(question, from, to) {
  const day = dayOf(from);
  const { bloc, minPeers, reference } = question;
  const family = question.rate === 'none' ? rawQuoteOf(question, ASSET_BOOKS) : undefined;
  const choice = chooseBooks(question, ASSET_BOOKS, day, family);
  const standing = [...choice.shown, ...choice.silent];
  const rowFor = new Map();
  for (const book of [...choice.peers, ...standing])
    if (!rowFor.has(book)) rowFor.set(book, pricedRow(question, book, from, to));
  const peers = choice.peers.map((book) => rowFor.get(book));
  const rows = standing.map((book) => rowFor.get(book));
  const yardstick = [...peers, ...rows].find(({ book }) => isSpot(book) && book.venue === referenceVenue(question));
  const underlying = reference === 'wrapped' ? underlyingRows(question, from, to) : [];
  const ratioOf = reference === 'wrapped' ? ratiosBefore(question, day) : () => NaN;

  for (const row of rows) {
    const { venue } = row.book;
    const others = othersOf(peers, venue);
    /** `all` among the books of one bloc: the venue judged keeps its own book. */
    const ownShown = rows.find(
      (one) => one.book.venue === venue && isSpot(one.book) && choice.shown.includes(one.book),
    );
    const everybody =
      bloc === 'all' || peers.includes(row) ? peers : [...others, ...(ownShown === undefined ? [] : [ownShown])];
    const ratio = ratioOf(row.book);
    const underlyingOthers = othersOf(underlying, venue);
    const weighted = (slot) => others.filter((one) => weightAt(one, from + slot, slot) > 0);
    const medianOf = (some, field, slot) => {
      const values = known(some, field, slot);
      return values.length < minPeers ? NaN : median(values);
    };
    /** Section 3. */
    const referenceAt = (field, slot) => {
      switch (reference) {
        case 'others':
          return medianOf(others, field, slot);
        case 'all':
          return medianOf(everybody, field, slot);
        case 'vwm': {
          const pairs = weighted(slot).map((one) => ({
            price: one[field][slot],
            weight: weightAt(one, from + slot, slot),
          }));
          return pairs.length < minPeers ? NaN : weightedMedian(pairs);
        }
        case 'wrapped':
          return medianOf(underlyingOthers, field, slot) * ratio;
        case 'peg':
          return 1;
        default:
          return yardstick === undefined || yardstick === row ? NaN : yardstick[field][slot];
      }
    };
    /** Whom the deviation of a minute is compared with. */
    const comparedWith = (slot) => {
      switch (reference) {
        case 'others':
          return others.filter((one) => isPeerAt(one, slot));
        case 'all':
          return everybody.filter((one) => isPeerAt(one, slot));
        case 'vwm':
          return weighted(slot);
        case 'wrapped':
          return underlyingOthers.filter((one) => isPeerAt(one, slot));
        case 'peg':
          return [];
        default:
          return yardstick !== undefined && isPeerAt(yardstick, slot) ? [yardstick] : [];
      }
    };
    /** Section 5: what the rates leave unknown of a deviation, and whether it rests on a weak rate. */
    const doubtAt = (slot) => {
      if (question.rate === 'none') return { uncertainty: 0, isWeak: false };
      const isOwnWeak = isWeakRule(row.rule[slot]);
      if (reference === 'peg') return { uncertainty: row.rateUncertainty[slot], isWeak: isOwnWeak };
      const all = comparedWith(slot);
      const doubts = all.map((peer) => {
        const doubt =
          peer.book.readAs === row.book.readAs
            ? Math.abs(row.rate[slot] / peer.rate[slot] - 1)
            : row.rateUncertainty[slot] + peer.rateUncertainty[slot];
        return isKnown(doubt) ? doubt : Infinity;
      });
      const weak = all.filter((peer) => peer.book.readAs !== row.book.readAs && isWeakRule(peer.rule[slot])).length;
      const middle = median(doubts);
      return { uncertainty: Number.isFinite(middle) ? middle : NaN, isWeak: isOwnWeak || 2 * weak > all.length };
    };
    const isMedian = ['others', 'all', 'vwm'].includes(reference);
    const around = reference === 'all' ? everybody : others;
    const names = [
      'referenceLow',
      'referenceHigh',
      'referenceClose',
      'dLow',
      'dHigh',
      'dClose',
      'outside',
      'uncertainty',
    ];
    const out = Object.fromEntries(
      [...names, 'peers', 'dispersion', 'weak', 'usdVolume', 'why'].map((name) => [name, []]),
    );
    for (let slot = 0; slot < to - from; slot += 1) {
      const at = { low: referenceAt('low', slot), high: referenceAt('high', slot), close: referenceAt('close', slot) };
      const why = row.missing[slot] ?? (isKnown(at.close) ? null : 'too-few-peers');
      out.referenceLow.push(at.low);
      out.referenceHigh.push(at.high);
      out.referenceClose.push(at.close);
      // Section 4: like against like.
      out.dLow.push(row.low[slot] / at.low - 1);
      out.dHigh.push(row.high[slot] / at.high - 1);
      out.dClose.push(row.close[slot] / at.close - 1);
      out.outside.push(why === null ? outsideAt(row, others, slot) : NaN);
      out.why.push(why);
      out.peers.push(referenceVenue(question) !== undefined && !isKnown(at.close) ? 0 : comparedWith(slot).length);
      const closes = known(around, 'close', slot);
      out.dispersion.push(isMedian && closes.length >= minPeers ? spread(closes, median(closes)) : NaN);
      const { uncertainty, isWeak } = why === null ? doubtAt(slot) : { uncertainty: NaN, isWeak: false };
      out.uncertainty.push(uncertainty);
      out.weak.push(isWeak);
      out.usdVolume.push(usdVolumeAt(row, from + slot, slot));
    }
    Object.assign(row, out, { others, doubtAt });
  }
  // The market itself: every venue's spot book, whatever the bloc.
  const whole = bloc === 'all' ? peers : rows.filter(({ book }) => isSpot(book) && choice.shown.includes(book));
  const slots = Array.from({ length: to - from }, (_, slot) => slot);
  const spot = choice.spot.map((book) => rowFor.get(book) ?? pricedRow(question, book, from, to));
  return {
    from,
    to,
    choice,
    rows,
    market: {
      low: slots.map((slot) => median(known(whole, 'low', slot))),
      close: slots.map((slot) => median(known(whole, 'close', slot))),
    },
    blocsAt: (side, slot) => blocsAt(spot, side === 'below' ? 'low' : 'high', from + slot, slot, question.enter),
  };
}

/** Section 4: beyond every OTHER venue, on one side. */
function beyond(side, row, others, slot) {
  const field = side === 'below' ? 'low' : 'high';
  const values = known(others, field, slot);
  if (values.length === 0) return NaN;
  const furthest = side === 'below' ? Math.min(...values) : Math.max(...values);
  const distance = row[field][slot] / furthest - 1;
  return side === 'below' ? Math.min(0, distance) : Math.max(0, distance);
}
/** By the greater distance in a minute outside on both sides, below on a tie. */
function outsideAt(row, others, slot) {
  const [below, above] = [beyond('below', row, others, slot), beyond('above', row, others, slot)];
  return above > -below ? above : below;
}
/** Section 5, conventions: quote volume × rate where the venue says one, else base volume × close in USD. */
function usdVolumeAt(row, minute, slot) {
  if (row.missing[slot] !== null) return NaN;
  const { quoteVolume, baseVolume } = row.book.candles.get(minute);
  return isKnown(quoteVolume) ? quoteVolume * row.rate[slot] : baseVolume * row.close[slot];
}
/** Section 3: the medians of the USD books and of the USDT books, at least 2 of each, where they part by more than T; else null. */
function blocsAt(spot, field, minute, slot, enter) {
  const of = (quote) => {
    const values = known(
      spot.filter(({ book }) => book.readAs === quote),
      field,
      slot,
    );
    return values.length < 2 ? NaN : median(values);
  };
  const [usd, usdt] = [of('USD'), of('USDT')];
  return Math.max(usd / usdt, usdt / usd) - 1 > enter ? { usd, usdt } : null;
}

// ---------------------------------------------------------------------------------------------------------------------------------------
// Section 5: episodes.

/** Over days in order: `keyOf` names a row, a venue by a kind. An episode runs on over midnight. */
const keyOf = ({ venue, kind }) => `${venue} ${kind}`;

function episodesOf(question, days, key, side) {
  const { asset, enter, from: windowFrom, to: windowTo } = question;
  const [deviation, reference, price] =
    side === 'below' ? ['dLow', 'referenceLow', 'low'] : ['dHigh', 'referenceHigh', 'high'];
  const sign = side === 'below' ? -1 : 1;
  const minutes = days.flatMap((day) => {
    const row = day.rows.find(({ book }) => keyOf(book) === key);
    return Array.from({ length: day.to - day.from }, (_, slot) => ({ minute: day.from + slot, day, row, slot }));
  });
  const measured = ({ row, slot }) => row !== undefined && isKnown(row[deviation][slot]);
  const depth = ({ row, slot }) => sign * row[deviation][slot];
  const isCalm = (at) => Math.abs(at.row.dClose[at.slot]) < enter / 2;
  const found = [];
  for (let first = 0; first < minutes.length; first += 1) {
    // Enter at the first measured minute with |d| ≥ T.
    if (!measured(minutes[first]) || depth(minutes[first]) < enter) continue;
    let [last, calm, missing, ending, at] = [first, 0, 0, 'end', first];
    for (; at < minutes.length; at += 1) {
      if (!measured(minutes[at])) {
        missing += 1;
        // More than 30 missing minutes in a row close it at the last measured minute at or beyond T/2.
        if (missing > 30) ending = 'gap';
      } else {
        missing = 0;
        if (depth(minutes[at]) >= enter / 2) [last, calm] = [at, 0];
        else calm += 1;
        // Leave when |d| < T/2 for 3 consecutive measured minutes.
        if (calm === 3) ending = 'left';
      }
      if (ending !== 'end') break;
    }
    const within = minutes.slice(first, last + 1);
    const known = within.filter(measured);
    const peak = known.reduce((most, one) => (depth(one) > depth(most) ? one : most));
    const closes = known.map(({ row, slot }) => row.dClose[slot]);
    const outsides = known.map(({ row, slot }) => (row.why[slot] === null ? beyond(side, row, row.others, slot) : NaN));
    const touches = minutes[first].minute === windowFrom;
    const { uncertainty, isWeak } = peak.row.doubtAt(peak.slot);
    const ratio = peak.row[deviation][peak.slot];
    found.push({
      id: [asset, ...key.split(' '), side, isoOf(minutes[first].minute)].join(':'),
      venue: peak.row.book.venue,
      market: `${peak.row.book.base}/${peak.row.book.quote}`,
      kind: peak.row.book.kind,
      side,
      start: isoOf(minutes[first].minute),
      end: isoOf(minutes[last].minute + 1),
      spanMinutes: last + 1 - first,
      minutesBeyond: known.filter((one) => depth(one) >= enter).length,
      minutesClosedBeyond: closes.filter((close) => sign * close >= enter).length,
      unknownMinutes: within.length - known.length,
      peak: ratio,
      peakMinute: isoOf(peak.minute),
      peakPrice: peak.row[price][peak.slot],
      peakReference: peak.row[reference][peak.slot],
      peakClose: closes.reduce((most, close) => (sign * close > sign * most ? close : most)),
      peakOutside: outsides.reduce((most, one) => (sign * one > sign * most ? one : most), 0),
      areaPctMinutes: closes.reduce((sum, close) => (sign * close > 0 ? sum + sign * close * 100 : sum), 0),
      recoveryMinutes: recoveryOf(minutes.slice(minutes.indexOf(peak)).filter(measuredClose), isCalm, peak.minute),
      ...volumesOf(days, key, minutes[first].minute, minutes[last].minute),
      peersAtPeak: peak.row.peers[peak.slot],
      minPeers: Math.min(...known.map(({ row, slot }) => row.peers[slot])),
      censored: { left: ['none', 'start'], end: ['end', 'both'], gap: ['gap', 'start-gap'] }[ending][touches ? 1 : 0],
      certainty: certaintyOf(ratio, uncertainty, isWeak, enter),
      uncertaintyAtPeak: uncertainty,
      rateRuleAtPeak: peak.row.rule[peak.slot],
      blocs: peak.day.blocsAt(side, peak.slot),
    });
    first = at;
  }
  return windowTo > windowFrom ? found : [];
}
const measuredClose = ({ row, slot }) => row !== undefined && isKnown(row.dClose[slot]);

/** Minutes from the peak until |d_close| < T/2 for 3 measured minutes; null: not in this window. */
function recoveryOf(minutes, isCalm, peak) {
  for (let i = 2; i < minutes.length; i += 1)
    if (isCalm(minutes[i - 2]) && isCalm(minutes[i - 1]) && isCalm(minutes[i])) return minutes[i - 2].minute - peak;
  return null;
}

/** Of the minutes from `first` to `last`: base volume, USD volume, and the share of it in all venues' spot volume and its own. */
function volumesOf(days, key, first, last) {
  const sums = new Map();
  let base;
  const add = (sum, value) => (sum === undefined ? value : sum + value);
  for (const day of days)
    for (const row of day.rows) {
      const own = keyOf(row.book) === key;
      if (!own && !isSpot(row.book)) continue;
      for (let minute = Math.max(first, day.from); minute < Math.min(last + 1, day.to); minute += 1) {
        const slot = minute - day.from;
        if (own && (row.missing[slot] === null || row.missing[slot] === 'no-rate'))
          base = add(base, row.book.candles.get(minute).baseVolume);
        if (row.missing[slot] === null) sums.set(keyOf(row.book), add(sums.get(keyOf(row.book)), row.usdVolume[slot]));
      }
    }
  const usd = sums.get(key) ?? NaN;
  const all = [...sums].sort(([a], [b]) => byCodeUnits(a, b)).reduce((sum, [, one]) => sum + one, 0);
  return { baseVolume: base ?? NaN, usdVolume: usd, volumeShare: usd / (sums.size === 0 ? NaN : all) };
}

/** Beyond T by more than the rates leave unknown, on a weak rate or not; an unknown uncertainty is beyond nothing. */
function certaintyOf(deviation, uncertainty, isWeak, enter) {
  if (!(Math.abs(deviation) - uncertainty >= enter)) return 'within-rate';
  return isWeak ? 'weak' : 'certain';
}

// ---------------------------------------------------------------------------------------------------------------------------------------
// Section 6: the market itself, as control.

/** Lowest low ÷ the median of the first five closes − 1. */
function fallOf(lows, closes) {
  const known = lows.filter(isKnown);
  const lowest = known.length === 0 ? NaN : known.reduce((a, b) => (b < a ? b : a));
  return lowest / median(closes.filter(isKnown).slice(0, 5)) - 1;
}

// ---------------------------------------------------------------------------------------------------------------------------------------
// A whole window.

/** `question` with from and to in minutes. */
function analyse(question) {
  const days = [];
  for (let { from } = question; from < question.to; from = (dayOf(from) + 1) * DAY)
    days.push(measureDay(question, from, Math.min(question.to, (dayOf(from) + 1) * DAY)));
  const family = question.rate === 'none' ? rawQuoteOf(question, ASSET_BOOKS) : undefined;
  const shown = new Map();
  for (const { choice } of days) for (const book of choice.shown) shown.set(keyOf(book), book);
  const keys = [...shown.keys()].sort((a, b) => {
    const [[first, kind], [second, other]] = [a.split(' '), b.split(' ')];
    return byCodeUnits(first, second) || KINDS.indexOf(kind) - KINDS.indexOf(other);
  });
  const marketFall = fallOf(
    days.flatMap(({ market }) => market.low),
    days.flatMap(({ market }) => market.close),
  );
  const rows = keys.map((key) => windowRow(days, key));
  const every = days.flatMap(({ rows: ofDay }) => ofDay.map(({ book }) => keyOf(book)));
  const episodes = [...new Set(every)]
    .flatMap((key) => ['below', 'above'].flatMap((side) => episodesOf(question, days, key, side)))
    .sort(
      (a, b) =>
        Number(a.certainty === 'within-rate') - Number(b.certainty === 'within-rate') ||
        Math.abs(b.peak) - Math.abs(a.peak) ||
        b.areaPctMinutes - a.areaPctMinutes ||
        byCodeUnits(a.id, b.id),
    );
  return {
    days,
    rows,
    episodes,
    currency: question.rate === 'usd' ? 'USD' : (family ?? 'USD'),
    leftOut: leftOutOf(days),
    marketFall,
    falls: rows.map(({ venue, market, kind, columns }) => {
      const fall = fallOf(columns.low, columns.close);
      return { venue, market, kind, fall, excess: fall - marketFall };
    }),
  };
}

const COLUMNS = {
  ...Object.fromEntries(
    ['open', 'high', 'low', 'close', 'usdVolume', 'referenceLow', 'referenceHigh', 'referenceClose', 'dispersion'].map(
      (name) => [name, NaN],
    ),
  ),
  ...Object.fromEntries(
    ['dLow', 'dHigh', 'dClose', 'outside', 'rate', 'rateUncertainty', 'uncertainty'].map((name) => [name, NaN]),
  ),
  ...{ peers: 0, legs: 0, rule: 'none', weak: false },
};

/** A venue by a kind over the days of the window; on a day without a book every figure is a hole, and the reason is said. */
function windowRow(days, key) {
  const columns = Object.fromEntries([...Object.keys(COLUMNS), 'why'].map((name) => [name, []]));
  const spans = [];
  const lenders = new Set();
  for (const { from, to, rows, choice } of days) {
    const row = rows.find(({ book }) => keyOf(book) === key);
    const isLeftOut = choice.leftOut.some(({ book }) => keyOf(book) === key);
    const holes = { ...COLUMNS, why: isLeftOut ? 'left-out' : 'not-fetched' };
    for (const name of Object.keys(columns))
      for (let slot = 0; slot < to - from; slot += 1)
        columns[name].push(row === undefined ? holes[name] : row[name][slot]);
    if (row === undefined) continue;
    spans.push({ book: row.book, from, to });
    if (row.book.readAs === 'USD') continue;
    for (const venue of legsOfDay(dayOf(from)).after.venuesOf(row.book.readAs, row.book.venue)) lenders.add(venue);
  }
  const books = [];
  for (const span of spans) {
    const before = books[books.length - 1];
    const isSame = before?.book.name === span.book.name && before.book.readAs === span.book.readAs;
    if (isSame && before.to === span.from) before.to = span.to;
    else books.push({ ...span });
  }
  // The book of most minutes, the first of equals.
  const minutes = new Map();
  for (const { book, from, to } of spans) minutes.set(book.name, (minutes.get(book.name) ?? 0) + to - from);
  const most = Math.max(...minutes.values());
  const main = spans.find(({ book }) => minutes.get(book.name) === most).book;
  const [venue, kind] = key.split(' ');
  return {
    venue,
    kind,
    market: `${main.base}/${main.quote}`,
    main,
    books,
    columns,
    lenders: [...lenders].sort(byCodeUnits),
  };
}

/** Markets that took no part on some days, each with its days and why. */
function leftOutOf(days) {
  const found = new Map();
  for (const { from, choice } of days)
    for (const { book, why, of, factor } of choice.leftOut) {
      const code = { alias: 'alias', 'suspected alias': 'suspected-alias', 'suspected namesake': 'suspected-namesake' }[
        why
      ];
      const key = [marketName(book), book.source, code, of === undefined ? '' : marketName(of)].join(' ');
      const one = found.get(key) ?? { book, why, of, factors: [], days: [] };
      one.days.push(isoDay(dayOf(from)));
      if (factor !== undefined) one.factors.push(factor);
      found.set(key, one);
    }
  const far = (factor) => Math.abs(Math.log(factor));
  return [...found]
    .sort(([a], [b]) => byCodeUnits(a, b))
    .map(([, { book, why, of, factors, days: on }]) => ({
      book,
      venue: book.venue,
      market: `${book.base}/${book.quote}`,
      kind: book.kind,
      source: book.source,
      why,
      aliasOf: of === undefined ? null : `${of.base}/${of.quote}`,
      factor: factors.length === 0 ? NaN : factors.reduce((a, b) => (far(b) > far(a) ? b : a)),
      days: on,
    }));
}

// ---------------------------------------------------------------------------------------------------------------------------------------
// 4. What was computed, against the files.

/** A figure as files have it: null where there is none. */
const written = (value) => (typeof value === 'number' && !isKnown(value) ? null : value);
const shown = (value) => (value === null || value === undefined ? 'nothing' : JSON.stringify(value));

/** Counts what is compared, and names what differs. */
function comparison(fault) {
  let figures = 0;
  /** `expected` was computed; `found` stands in the file. Every field of either must be in both, but those named in `words`. */
  const same = (name, expected, found, words = []) => {
    if (Array.isArray(expected)) {
      if (!Array.isArray(found) || found.length !== expected.length) {
        fault(`${name}: ${shown(found?.length)} entries; computed: ${expected.length}`);
        return;
      }
      expected.forEach((one, i) => same(`${name} ${nameOf(one, i)}`, one, found[i]));
    } else if (typeof expected === 'object' && expected !== null) {
      if (typeof found !== 'object' || found === null) {
        fault(`${name}: ${shown(found)}; computed: ${shown(expected)}`);
        return;
      }
      for (const field of Object.keys(expected)) same(`${name} ${field}`.trim(), expected[field], found[field]);
      for (const field of Object.keys(found))
        if (!(field in expected) && !words.includes(field))
          fault(`${name} ${field}: nothing like it is computed`.trim());
    } else {
      figures += 1;
      const value = written(expected);
      if (value !== found) fault(`${name}: ${shown(found)}; computed: ${shown(value)}`);
    }
  };
  const nameOf = (one, i) => {
    if (typeof one !== 'object' || one === null) return `[${i}]`;
    return one.id ?? [one.venue, one.pair ?? one.market, one.kind, one.source].filter(Boolean).join(' ');
  };
  return { same, count: () => counted(figures, 'figure') };
}

const asked = parameters.question;
const question = { ...asked, from: minuteOf(asked.from), to: minuteOf(asked.to) };
const at = parameters.minute === null ? undefined : minuteOf(parameters.minute);
/** Longer windows have no legs in rates.csv. */
const hasLegs = question.to - question.from <= 720;
const windowAnalysis = once(() => analyse(question));
/** What is said of a minute does not depend on the window it is looked at in. */
const minuteAnalysis = once(() => analyse({ ...question, from: at, to: at + 1 }));

// The rates, whole legs with them.

/** The pairs of a venue and a quote that books of the asset, or of what it wraps, are read in. */
function ratePairs() {
  const pairs = new Map();
  if (question.rate === 'usd')
    for (const { venue, quote } of [...ASSET_BOOKS, ...UNDERLYING_BOOKS])
      if (quote !== 'USD') pairs.set(`${venue} ${quote}`, { venue, quote });
  return [...pairs].sort(([a], [b]) => byCodeUnits(a, b)).map(([, pair]) => pair);
}
function legText({ venue, pair, value, isDropped }) {
  return `${isDropped ? 'dropped ' : ''}${venue} ${pair} ${value}`;
}

step((fault) => {
  const lines = rowsOf('rates.csv', 'venue,quote,minute,rule,rate,uncertainty,legs,each', fault);
  const { same, count } = comparison(fault);
  let place = 0;
  for (const { venue, quote } of ratePairs())
    for (let minute = question.from; minute < question.to; minute += 1) {
      const [day, slot] = [dayOf(minute), minute - dayOf(minute) * DAY];
      const { value, rule, uncertainty, legs } = rateOf(quote, venue, day);
      const cells = lines[place] ?? [];
      place += 1;
      const name = `rates.csv ${venue} ${quote} ${isoOf(minute)}`;
      if (cells.slice(0, 3).join(',') !== [venue, quote, isoOf(minute)].join(',')) {
        fault(`${name}: its row is missing`);
        return `rates.csv`;
      }
      const number = (text = '') => written(numberOf(text, fault, name));
      same(`${name} rule`, rule[slot], cells[3]);
      same(`${name} rate`, value[slot], number(cells[4]));
      same(`${name} uncertainty`, uncertainty[slot], number(cells[5]));
      same(`${name} legs`, legs[slot], number(cells[6]));
      if (!hasLegs) {
        if (cells[7] !== '') fault(`${name} each: ${shown(cells[7])}; a window of this length has no legs here`);
        continue;
      }
      const each = legsOfDay(day).after.legsAt(quote, venue, slot);
      same(
        `${name} each`,
        each.map(legText).sort(byCodeUnits),
        (cells[7] ?? '').split(' | ').filter(Boolean).sort(byCodeUnits),
      );
    }
  if (place !== lines.length) fault(`rates.csv has ${lines.length} rows; computed: ${place}`);
  return `rates.csv: ${counted(place, 'rate')} of a venue, a quote and a minute, ${count()}${hasLegs ? ' and legs' : ''} computed again`;
});

// The rows.

/** A figure in a cell of a row, by the column's name. */
function windowCells({ columns, venue, market, kind }, slot, analysis) {
  const { enter } = question;
  const greatest = Math.max(...['dLow', 'dHigh'].map((name) => Math.abs(columns[name][slot])).filter(isKnown));
  const { uncertainty, weak, rule, why } = columns;
  const isBeyond = greatest >= enter;
  return {
    asset: question.asset,
    venue,
    market,
    kind,
    minute: isoOf(analysis.days[0].from + slot),
    ...Object.fromEntries(Object.keys(COLUMNS).map((name) => [name, columns[name][slot]])),
    rateRule: rule[slot],
    certainty: isBeyond ? certaintyOf(greatest, uncertainty[slot], weak[slot], enter) : null,
    missing: why[slot],
    simulated: isSimulated,
  };
}
/** The columns of rows.csv; of a marked minute without the volume in USD, and with the candle as it was published. */
const FIGURES = [
  ...['open', 'high', 'low', 'close', 'usdVolume', 'referenceLow', 'referenceHigh', 'referenceClose', 'peers'],
  ...['dispersion', 'dLow', 'dHigh', 'dClose', 'outside', 'rate', 'rateRule', 'rateUncertainty', 'uncertainty'],
  ...['certainty', 'missing', 'simulated'],
];
const PUBLISHED = {
  rawOpen: 'open',
  rawHigh: 'high',
  rawLow: 'low',
  rawClose: 'close',
  baseVolume: 'baseVolume',
  quoteVolume: 'quoteVolume',
  trades: 'trades',
};
/** The candle of a minute as the venue published it, in its quote: of traded minutes, and those whose prices moved at volume 0. */
function publishedCells(row, minute) {
  const isShown = [null, 'no-rate', 'moved'].includes(row.missing[0]);
  const candle = isShown ? row.book.candles.get(minute) : undefined;
  return Object.fromEntries(
    Object.entries(PUBLISHED).map(([name, field]) => [name, candle === undefined ? NaN : candle[field]]),
  );
}
/** Of a minute: the rows of the books that are shown, in the order of venues and kinds. */
const minuteRows = () => {
  const { rows, days } = minuteAnalysis();
  const [day] = days;
  return rows.map((row) => ({ ...row, own: day.rows.find(({ book }) => keyOf(book) === `${row.venue} ${row.kind}`) }));
};

const ROW = ['asset', 'venue', 'market', 'kind', 'minute'];
const ROWS = [...ROW, ...FIGURES];
const MINUTE_ROWS = [
  ...[...ROW, 'source', ...Object.keys(PUBLISHED)],
  ...FIGURES.filter((name) => name !== 'usdVolume'),
];

step((fault) => {
  const names = at === undefined ? ROWS : MINUTE_ROWS;
  const lines = rowsOf('rows.csv', names.join(), fault);
  const { same, count } = comparison(fault);
  const expected = [];
  if (at === undefined) {
    const analysis = windowAnalysis();
    for (const row of analysis.rows)
      for (let slot = 0; slot < question.to - question.from; slot += 1)
        expected.push(() => windowCells(row, slot, analysis));
  } else
    for (const row of minuteRows())
      expected.push(() => ({
        ...windowCells(row, 0, minuteAnalysis()),
        ...publishedCells(row.own, at),
        source: row.own.book.source,
      }));
  if (lines.length !== expected.length) fault(`rows.csv has ${lines.length} rows; computed: ${expected.length}`);
  lines.slice(0, expected.length).forEach((line, i) => {
    const cells = expected[i]();
    const name = `rows.csv ${cells.venue} ${cells.market} ${cells.kind} ${cells.minute}`;
    names.forEach((field, place) => {
      const text = line[place] ?? '';
      if (!(field in cells)) fault(`${name} ${field}: nothing like it is computed`);
      else {
        const value = cells[field];
        const isWord = typeof value === 'string';
        const isTruth = typeof value === 'boolean';
        const found = text === '' ? null : isTruth || isWord || String(Number(text)) !== text ? text : Number(text);
        same(`${name} ${field}`, isTruth ? String(value) : value, found);
      }
    });
  });
  return `rows.csv: ${counted(lines.length, 'row')}, ${count()} computed again`;
});

// The answers.

const RULES = ['none', 'usd', 'legs', 'thin', 'parity'];
const countOf = (list, value) => list.filter((one) => one === value).length;

/** Every market of a window: minutes by what they are, rates, books; behind them those that took part on no day. */
function marketsOf({ rows, leftOut }) {
  const stood = new Set(rows.flatMap(({ books }) => books.map(({ book }) => marketName(book))));
  return [
    ...rows.map(
      ({ venue, market, kind, main, books, lenders, columns: { why, rule, rate, rateUncertainty, legs } }) => {
        // No minute without a price is converted.
        const isPriced = (_, i) => why[i] === null || why[i] === 'no-rate' || why[i] === 'too-few-peers';
        const priced = rule.filter(isPriced);
        const minutes = Object.fromEntries(RULES.map((one) => [one, countOf(priced, one)]));
        return {
          venue,
          market,
          kind,
          source: main.source,
          otherSources: [...main.others].sort((a, b) => SOURCES.indexOf(a) - SOURCES.indexOf(b)),
          traded: priced.length,
          noTrade: countOf(why, 'no-trade'),
          notFetched: countOf(why, 'not-fetched'),
          moved: countOf(why, 'moved'),
          setAside: countOf(why, 'set-aside'),
          minutesLeftOut: countOf(why, 'left-out'),
          rate: {
            rule: [...RULES].sort((a, b) => minutes[b] - minutes[a])[0],
            median: median(rate.filter(isPriced).filter(isKnown)),
            uncertainty: median(rateUncertainty.filter(isPriced).filter(isKnown)),
            legs: median(legs.filter((_, i) => isPriced(_, i) && isKnown(rate[i]))),
            venues: lenders,
            minutes,
          },
          books: books.map(({ book, from, to }) => ({
            market: `${book.base}/${book.quote}`,
            source: book.source,
            from: isoOf(from),
            to: isoOf(to),
          })),
          aliasOf: null,
          leftOut: null,
        };
      },
    ),
    ...leftOut
      .filter(({ book }) => !stood.has(marketName(book)))
      .map(({ venue, market, kind, source, why, aliasOf: of }) => ({
        ...{ venue, market, kind, source, otherSources: [], traded: null, noTrade: null, notFetched: null, rate: null },
        aliasOf: of,
        leftOut: why === 'alias' ? null : why,
      })),
  ];
}
const leftOutAnswers = ({ leftOut }) =>
  leftOut.map(({ venue, market, kind, source, why, aliasOf: of, factor, days }) => ({
    ...{ venue, market, kind, source, why, aliasOf: of, factor, days },
  }));
/** What every answer repeats of the question. */
const repeated = ({ currency }) => ({
  method: parameters.method,
  simulated: isSimulated,
  asset: asked.asset,
  currency,
  reference: asked.reference,
  bloc: asked.bloc,
  rate: asked.rate,
  minPeers: asked.minPeers,
});
/** Said in words, from the figures that are computed here. */
const WORDS = ['name', 'notes', 'sentence'];

function windowAnswer(analysis) {
  return {
    ...repeated(analysis),
    from: asked.from,
    to: asked.to,
    enter: asked.enter,
    resolutionMinutes: 1,
    digest: parameters.digest,
    markets: marketsOf(analysis),
    leftOut: leftOutAnswers(analysis),
    episodes: analysis.episodes,
    market: { fall: analysis.marketFall },
    falls: analysis.falls,
  };
}
const SERIES = [
  ...[
    'open',
    'high',
    'low',
    'close',
    'usdVolume',
    'referenceLow',
    'referenceHigh',
    'referenceClose',
    'peers',
    'dispersion',
  ],
  ...['rate', 'rateUncertainty', 'uncertainty', 'weak', 'dLow', 'dHigh', 'dClose', 'outside'],
];
function sameSeries({ same }, rows, found, fault) {
  if (!Array.isArray(found) || found.length !== rows.length) {
    fault(`series: ${shown(found?.length)} venues; computed: ${rows.length}`);
    return;
  }
  rows.forEach(({ venue, market, kind, columns }, i) => {
    const theirs = found[i];
    const expected = {
      ...Object.fromEntries(SERIES.map((name) => [name, columns[name]])),
      rateRule: columns.rule,
      missing: columns.why,
      minutes: columns.why.map((_, slot) => isoOf(question.from + slot)),
    };
    const title = `series ${venue} ${market} ${kind}`;
    same(title, { venue, market, kind }, theirs, Object.keys(expected));
    for (const [name, values] of Object.entries(expected)) {
      if (theirs[name]?.length !== values.length)
        fault(`${title} ${name}: ${shown(theirs[name]?.length)} minutes; computed: ${values.length}`);
      else
        values.forEach((value, slot) => {
          same(`${title} ${name} ${isoOf(question.from + slot)}`, value, theirs[name][slot]);
        });
    }
  });
}

function minuteAnswer(analysis) {
  const [day] = analysis.days;
  const slot = at - dayOf(at) * DAY;
  const { rate } = question;
  return {
    ...repeated(analysis),
    minute: parameters.minute,
    digest: parameters.minuteDigest,
    venues: minuteRows().map(({ venue, market, kind, columns, own }) => {
      const raw = publishedCells(own, at);
      const first = (name) => columns[name][0];
      const { readAs, quote, source } = own.book;
      const legs = rate === 'none' || readAs === 'USD' ? [] : legsOfDay(dayOf(at)).after.legsAt(readAs, venue, slot);
      const byVenue = [...legs].sort((a, b) => byCodeUnits(a.venue, b.venue));
      return {
        ...{ venue, market, quote, kind, source },
        raw: { open: raw.rawOpen, high: raw.rawHigh, low: raw.rawLow, close: raw.rawClose },
        ...{ baseVolume: raw.baseVolume, quoteVolume: raw.quoteVolume, trades: raw.trades },
        rate: { rule: first('rule'), value: first('rate'), uncertainty: first('rateUncertainty'), legs: byVenue },
        converted: { open: first('open'), high: first('high'), low: first('low'), close: first('close') },
        reference: { low: first('referenceLow'), high: first('referenceHigh'), close: first('referenceClose') },
        ...Object.fromEntries(
          ['peers', 'dispersion', 'dLow', 'dHigh', 'dClose', 'outside', 'uncertainty', 'weak'].map((name) => [
            name,
            first(name),
          ]),
        ),
        missing: first('why'),
      };
    }),
    blocs: {
      low: rate === 'usd' ? day.blocsAt('below', 0) : null,
      high: rate === 'usd' ? day.blocsAt('above', 0) : null,
    },
    leftOut: leftOutAnswers(analysis),
  };
}

for (const name of at === undefined ? ['answer.json'] : ['answer.json', 'window.json'])
  step((fault) => {
    const compared = comparison(fault);
    if (at !== undefined && name === 'answer.json') {
      compared.same('', minuteAnswer(minuteAnalysis()), answer, WORDS);
      return `${name}: the minute ${parameters.minute}, ${counted(minuteRows().length, 'venue')}, ${compared.count()} computed again`;
    }
    const analysis = windowAnalysis();
    const { series, ...found } = name === 'answer.json' ? answer : windowAround;
    compared.same('', windowAnswer(analysis), found, WORDS);
    sameSeries(compared, analysis.rows, series, fault);
    const { episodes, rows } = analysis;
    return `${name}: ${counted(rows.length, 'market')}, ${counted(episodes.length, 'episode')}, the market's fall, ${compared.count()} computed again`;
  });

/** What no step above compares; of the files that are here. */
const notCompared = [
  ...['the words of README.txt, view.md and method.txt', 'name, notes and sentence of the answers'],
  ...(isHere('ask-the-exchange.txt') ? ['ask-the-exchange.txt'] : []),
  ...['revisions.csv', 'the requests of provenance.csv', 'pixels and words of picture.png'],
  ...(readdirSync(here).some((name) => STAMP.test(name)) ? ['time stamps'] : []),
];
console.log(
  faults === 0 ? `Everything fits. Not compared: ${notCompared.join('; ')}.` : `${counted(faults, 'fault')}.`,
);
process.exitCode = faults === 0 ? 0 : 1;
