/** How browsers call themselves, in the order in which they are told apart: Edge calls itself Chrome, and Chrome Safari. */
const marks = [
  ['Edge', /Edg\/(\d+)/],
  ['Firefox', /Firefox\/(\d+)/],
  ['Chrome', /Chrome\/(\d+)/],
  ['Safari', /Version\/(\d+).*Safari/],
] as const;

/** A browser's name and version, out of what it calls itself. */
export function browserName(userAgent: string): string {
  for (const [name, mark] of marks) {
    const version = mark.exec(userAgent)?.[1];
    if (version !== undefined) return `${name} ${version}`;
  }
  return '–';
}
