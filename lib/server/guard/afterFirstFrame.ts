/** As React's server writes a script that is run as soon as it is there, and what has one fetched before that. */
const SCRIPT =
  /<script src="(\/_next\/[^"]+)" async=""><\/script>|<link rel="preload" as="script"[^>]* href="(\/_next\/[^"]+)"\/>/g;
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
  // A letter a byte: whatever else stands in the page comes out as it went in.
  const page = html.toString('latin1');
  const sources = new Set<string>();
  const later = page.replace(SCRIPT, (_, script?: string, hinted?: string) => {
    sources.add(script ?? hinted ?? '');
    return '';
  });
  if (sources.size === 0 || !later.includes(END_OF_HEAD)) return html;
  const begin = `<script data-sources="${[...sources].join(' ')}">${BEGIN_SCRIPTS}</script>`;
  return Buffer.from(
    later.replace(END_OF_HEAD, () => `${begin}${END_OF_HEAD}`),
    'latin1',
  );
}
