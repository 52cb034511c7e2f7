import {
  afterNextRender,
  DestroyRef,
  DOCUMENT,
  effect,
  ElementRef,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { sizeCanvas, type Size } from '../../map/size-canvas';
import { Theme } from '../../shell/theme';

/** What a component draws on. */
export interface Stage {
  readonly context: CanvasRenderingContext2D;
  readonly size: Size;
  /** The canvas' element, whose colours count. */
  readonly element: HTMLElement;
}

/** When to draw. */
export interface StageOptions {
  readonly canvas: () => HTMLCanvasElement;
  /** Draws a picture anew. Signals read here bring about the next one. */
  readonly draw: (stage: Stage) => void;
  /** Whether to draw every animation frame. */
  readonly moving: () => boolean;
}

/**
 * Draws on the component's canvas: when a signal that the drawing read has changed, when the size or the
 * look has, and while `moving` in every animation frame. To be called while a component is constructed.
 */
export function canvasStage({ canvas, draw, moving }: StageOptions): void {
  const window = inject(DOCUMENT).defaultView;
  const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const { look } = inject(Theme);
  const size = signal<Size>({ width: 0, height: 0, ratio: 1 });
  const destroyed = inject(DestroyRef);

  const paint = () => {
    look();
    const { width, height, ratio } = size();
    const context = width > 0 && height > 0 ? canvas().getContext('2d') : null;
    if (!context) return;
    sizeCanvas(canvas(), { width, height, ratio });
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    draw({ context, size: { width, height, ratio }, element: host });
  };

  afterNextRender(() => {
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      size.set({ width, height, ratio: window?.devicePixelRatio ?? 1 });
    });
    observer.observe(host);
    destroyed.onDestroy(() => observer.disconnect());
  });
  effect(paint);
  effect((onCleanup) => {
    if (!moving() || !window) return;
    let request = 0;
    const frame = () => {
      untracked(paint);
      request = window.requestAnimationFrame(frame);
    };
    request = window.requestAnimationFrame(frame);
    onCleanup(() => window.cancelAnimationFrame(request));
  });
}
