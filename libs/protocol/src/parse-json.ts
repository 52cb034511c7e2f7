import { FeedError } from './feed-error';
import { limits } from './limits';

/**
 * Parses JSON from outside. Depth is checked on the raw text first: deep nesting passes `JSON.parse`
 * and then kills whoever walks or stringifies the value recursively.
 *
 * @throws FeedError `too_deep` or `bad_request`
 */
export function parseJson(text: string): unknown {
  if (depth(text) > limits.jsonDepth) throw new FeedError('too_deep');
  try {
    return JSON.parse(text);
  } catch {
    // SyntaxError only; its message repeats the input, so it is dropped.
    throw new FeedError('bad_request', 'not JSON');
  }
}

/** The deepest nesting of brackets outside strings, in one pass. */
function depth(text: string): number {
  let open = 0;
  let deepest = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text.charCodeAt(i);
    if (character === QUOTE) i = endOfString(text, i);
    else if (character === OPEN_BRACKET || character === OPEN_BRACE) deepest = Math.max(deepest, ++open);
    else if (character === CLOSE_BRACKET || character === CLOSE_BRACE) open--;
  }
  return deepest;
}

function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const character = text.charCodeAt(i);
    if (character === BACKSLASH) i++;
    else if (character === QUOTE) return i;
  }
  return text.length;
}

const [QUOTE, BACKSLASH, OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [
  0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d,
];
