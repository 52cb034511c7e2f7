/** The bounds of what a client may send, the same on every transport (PROTOCOL.md, "Limits"). */
export const limits = {
  /** Bytes of one message or request body a client sends. */
  messageBytes: 16 * 1024,
  /** Levels of nested arrays and objects in JSON from outside. */
  jsonDepth: 16,
  /** Topics in one request. */
  topics: 16,
  /** Keys in one filter. */
  keys: 512,
  /** Cells in one filter. */
  cells: 256,
  /** Digits of the finest map cell (zoom 14: about 1.8 km wide in New York). */
  cellZoom: 14,
  /** Takes a second to which a viewer may limit itself. */
  frequency: { least: 0.1, most: 50 },
  /** Bytes of frames a second to which a viewer may limit itself. */
  bandwidth: { least: 1_000, most: 10_000_000 },
  /** Coalescing window that a viewer may ask for, ms. */
  window: { least: 0, most: 50 },
} as const;
