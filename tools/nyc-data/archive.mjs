import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import yauzl from 'yauzl';

/**
 * Opens the package's zip in place: nothing is unpacked to disk (it would be 4.4 GB) and only the
 * members that are asked for are inflated.
 *
 * @param {string} path
 */
export async function openArchive(path) {
  const zip = await promisify(yauzl.open)(path, { lazyEntries: true, autoClose: false });
  const entries = await entriesOf(zip);
  const openStream = promisify(zip.openReadStream.bind(zip));

  /** Each record of a member's JSON list as text: the files have one record a line. */
  async function* lines(name) {
    const entry = entries.get(name);
    if (!entry) return;
    const input = await openStream(entry);
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      const text = line.endsWith(',') ? line.slice(0, -1) : line;
      if (text.startsWith('{')) yield text;
    }
  }

  /** A member's records. */
  async function records(name) {
    const found = [];
    for await (const line of lines(name)) found.push(JSON.parse(line));
    return found;
  }

  return { lines, records, close: () => zip.close() };
}

function entriesOf(zip) {
  return new Promise((resolve, reject) => {
    const entries = new Map();
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}
