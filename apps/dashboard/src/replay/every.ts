/** Tells once in so many ms of what passes; what passes is told to it. */
export function every(ms: number): (elapsedMs: number) => boolean {
  let passed = 0;
  return (elapsedMs) => {
    passed += elapsedMs;
    if (passed < ms) return false;
    passed = 0;
    return true;
  };
}
