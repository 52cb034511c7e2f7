/** A canvas's size. */
export interface Size {
  /** CSS px. */
  readonly width: number;
  readonly height: number;
  /** Device px of one CSS px. */
  readonly ratio: number;
}

/** Sizes a canvas in CSS px and in the device's own, only when that changes: setting a size clears it. */
export function sizeCanvas(canvas: HTMLCanvasElement, { width, height, ratio }: Size): void {
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width === wide && canvas.height === high) return;
  canvas.width = wide;
  canvas.height = high;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
}
