/** Longest text that is kept of a unit, in characters; and of one that is no text, in bytes. */
const TEXT = 600;
const BYTES = 48;

/** What a reader sees of a unit: its beginning, as hexadecimal bytes if it is no text. */
export function previewOf(bytes: Buffer): string {
  // UTF-8 may take four bytes for a character; the cut may leave half a character, which is shown as such.
  const text = bytes.toString('utf8', 0, Math.min(bytes.length, TEXT));
  return isText(text) ? text : bytes.toString('hex', 0, BYTES).replace(/../g, '$& ').trimEnd();
}

/** Control characters other than tab and line ends, and what is no UTF-8, do not occur in text. */
const isText = (text: string) => !Array.from(text.slice(0, BYTES)).some((one) => isStrange(one));

const isStrange = (one: string) => one === '\uFFFD' || (one < ' ' && !'\t\r\n'.includes(one));
