import { pathToFileURL } from 'node:url';

// The web server as a child: ends with its parent (the channel to it closes), whatever ended the parent.
process.on('disconnect', () => process.exit(0));
const [entry = ''] = process.argv.slice(2);
await import(pathToFileURL(entry).href);
