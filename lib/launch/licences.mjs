import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './steps.mjs';

/** Packages whose package.json names no licence, with that of their licence file. */
const FROM_THEIR_FILE = { 'png-js': 'MIT' };

/** Every package of the lock file but the project itself, by name and version: its licence, whether only development needs it, whether it has an install script. */
export function lockedPackages(lock) {
  const found = Object.entries(lock.packages)
    .filter(([place]) => place !== '')
    .map(([place, { version, license, dev, hasInstallScript }]) => {
      const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return {
        name,
        version,
        licence: license ?? FROM_THEIR_FILE[name],
        isDevelopment: dev === true,
        hasInstallScript: hasInstallScript === true,
      };
    });
  const once = new Map(found.map((one) => [`${one.name}@${one.version}`, one]));
  return [...once].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** The list as Markdown: under each licence, the packages that the app runs with and those of development. */
export function licenceList(lock) {
  const packages = lockedPackages(lock);
  const licences = [...new Set(packages.map(({ licence }) => licence))].sort();
  const named = (of) => of.map(({ name, version }) => `${name} ${version}`).join(', ');
  const sections = licences.map((licence) => {
    const own = packages.filter((one) => one.licence === licence);
    const parts = [
      ['Runs', own.filter(({ isDevelopment }) => !isDevelopment)],
      ['Development', own.filter(({ isDevelopment }) => isDevelopment)],
    ].filter(([, of]) => of.length > 0);
    return `## ${licence}\n\n${parts.map(([title, of]) => `${title}: ${named(of)}`).join('\n\n')}\n`;
  });
  return `# Licences\n\nEvery package of \`package-lock.json\`, for every platform, by the licence it names. Written by \`npm run licences\`.\n\n${sections.join('\n')}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(
    join(root, 'docs', 'licences.md'),
    licenceList(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))),
  );
