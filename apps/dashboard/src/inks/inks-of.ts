/** Resolves CSS colours such as `var(--text)` to what a canvas takes, in the present look of `element`. */
export function inksOf<Names extends Readonly<Record<string, string>>>(
  element: HTMLElement,
  wanted: Names,
): { readonly [Name in keyof Names]: string } {
  const probe = element.ownerDocument.createElement('span');
  probe.hidden = true;
  element.append(probe);
  const resolved: { -readonly [Name in keyof Names]: string } = { ...wanted };
  for (const name in wanted) {
    probe.style.color = wanted[name] ?? '';
    resolved[name] = getComputedStyle(probe).color;
  }
  probe.remove();
  return resolved;
}
