/** As React's server writes a script that is run as soon as it is there, and what has one fetched before that: how it begins, how it ends, and its source. */
const NAMED = [
  ['<script src="/_next/', '</script>', /^<script src="([^"]+)" async=""><\/script>$/],
  ['<link rel="preload" as="script"', '/>', /^<link rel="preload" as="script"[^>]* href="(\/_next\/[^"]+)"\/>$/],
] as const;
const END_OF_HEAD = '</head>';

/**
 * What begins a page's scripts, named by its own tag, when the page has been painted whole. A page that is not shown is painted for nobody, and one that
 * is not whole within a second is long in coming: their scripts do not wait for it.
 */
/* eslint-disable words/outside -- read by browsers */
export const BEGIN_SCRIPTS = [
  '((sources,begun)=>{',
  'const begin=()=>{',
  'if(begun)return;',
  'begun=1;',
  'for(const source of sources){',
  "const script=document.createElement('script');",
  "script.setAttribute('src',source);",
  'script.async=true;',
  'document.head.append(script)',
  '}',
  '};',
  'document.hidden?begin():requestAnimationFrame(function wait(){',
  "document.readyState==='loading'?requestAnimationFrame(wait):setTimeout(begin)",
  '});',
  'setTimeout(begin,1000)',
  "})(document.currentScript.dataset.sources.split(' '))",
].join('');
/* eslint-enable words/outside */

/**
 * A page whose scripts are fetched and run after the first frame that shows it whole. React's server has them fetched beside the page and run as soon as they are
 * there, which from a browser's cache is before anything is seen. Pages arrive drawn: what stands in the scripts is needed by whoever goes on.
 */
export function afterFirstFrame(html: Buffer): Buffer {
  const named = scriptsNamedIn(html);
  const head = html.indexOf(END_OF_HEAD);
  if (named.length === 0 || head < 0) return html;
  const sources = new Set(named.map(({ source }) => source));
  const begin = `<script data-sources="${[...sources].join(' ')}">${BEGIN_SCRIPTS}</script>`;
  const cuts: readonly Cut[] = [...named, { from: head, to: head, instead: Buffer.from(begin) }].toSorted(
    (a, b) => a.from - b.from,
  );
  const pieces: Buffer[] = [];
  let at = 0;
  for (const { from, to, instead } of cuts) {
    pieces.push(html.subarray(at, from));
    if (instead !== undefined) pieces.push(instead);
    at = to;
  }
  // All that is new is written at once: a page is long.
  return Buffer.concat([...pieces, html.subarray(at)]);
}

/** Bytes of the page, and what stands there instead. */
interface Cut {
  readonly from: number;
  readonly to: number;
  readonly instead?: Buffer;
}

/** The source of a script, and where in the page it is named. */
interface Named extends Cut {
  readonly source: string;
}

/** In the order of the page. Looked for among its bytes: to make text of all of them and look there takes 6 ms of 350 KB, this 0.2. */
function scriptsNamedIn(html: Buffer): readonly Named[] {
  const found: Named[] = [];
  for (const [begin, end, form] of NAMED)
    for (let from = html.indexOf(begin); from >= 0; from = html.indexOf(begin, from + begin.length)) {
      const to = html.indexOf(end, from) + end.length;
      const [, source] = form.exec(html.toString('latin1', from, to)) ?? [];
      if (source !== undefined) found.push({ from, to, source });
    }
  return found.sort((a, b) => a.from - b.from);
}
