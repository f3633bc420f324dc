/** What a page is painted in before any other script has come. */
const PAINT = [
  '((forced,root,chosen,theme)=>{',
  'try{',
  "chosen=forced||localStorage.getItem('theme')||'system';",
  "theme=chosen==='system'?matchMedia('(prefers-color-scheme:dark)').matches?'dark':'light':chosen;",
  "root.classList.remove('light','dark');",
  'root.classList.add(theme);',
  "if(theme==='light'||theme==='dark')root.style.colorScheme=theme",
  '}catch{}',
  '})',
].join('');

const FORCED = ['light', 'dark', undefined] as const;

/**
 * Sets a page's theme before it is painted: the one given, else the one that the reader chose, else the system's. The same as next-themes does, whose script
 * is written anew by each build, so that no policy could name it.
 */
export const themeScript = (forced: (typeof FORCED)[number]): string =>
  `${PAINT}(${forced === undefined ? 'undefined' : `'${forced}'`},document.documentElement)`;

/** Every text it has. */
export const THEME_SCRIPTS: readonly string[] = FORCED.map(themeScript);
