/** Longest that a test waits for a thing that should come at once, ms: generous, as nothing waits in vain when all is well. */
export const PATIENCE_MS = 20_000;

/** `promise`, or an error that says what was waited for in vain. */
export async function within<T>(
  promise: Promise<T>,
  what: () => string,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`waited ${patienceMs} ms in vain for ${what()}`)), patienceMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
