import type { Cluster } from './clusters';
import type { FleetCanvas } from './draw-fleet';

/** Draws crowds as discs with their number, the larger the more they are. */
export function drawCrowds(crowds: readonly Cluster[], { context, palette }: FleetCanvas): void {
  context.font = `600 11px ${palette.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineWidth = 1.5;
  context.strokeStyle = palette.label;
  for (const { x, y, count } of crowds) {
    context.beginPath();
    context.arc(x, y, Math.min(22, 9 + Math.sqrt(count)), 0, 2 * Math.PI);
    context.fillStyle = palette.halo;
    context.globalAlpha = 0.88;
    context.fill();
    context.globalAlpha = 1;
    context.stroke();
    context.fillStyle = palette.label;
    context.fillText(String(count), x, y + 0.5);
  }
}
