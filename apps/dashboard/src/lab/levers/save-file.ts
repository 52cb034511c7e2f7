/** A file that the viewer is given. */
export interface SavedFile {
  readonly name: string;
  /** Media type, e.g. `text/csv`. */
  readonly type: string;
  readonly text: string;
}

/** Lets the browser save a file. */
export function saveFile(document: Document, { name, type, text }: SavedFile): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has its own hold on the data once the click is done.
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}
