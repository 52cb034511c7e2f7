/** Bytes of `text` in UTF-8, without encoding it. */
export function byteLength(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7ff && !isSurrogate(unit)) bytes += 2;
    else if (unit > 0x7f) bytes += 1; // each half of a surrogate pair is two of its four bytes
  }
  return bytes;
}

const isSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdfff;
