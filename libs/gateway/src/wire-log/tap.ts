/** Hears what passes one connection, on the viewer's side of the gateway: as the viewer's own network card would. */
export interface Tap {
  /** The viewer said it just now. */
  fromViewer(bytes: Buffer): void;
  /** It reaches the viewer just now. */
  toViewer(bytes: Buffer): void;
  closed(): void;
}
