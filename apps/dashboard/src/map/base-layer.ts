import {
  Bounds,
  DomUtil,
  Layer,
  type LatLng,
  type LeafletEventHandlerFnMap,
  type Map as LeafletMap,
  type Point,
} from 'leaflet';
import type { BaseShapes } from './base-shapes';
import { drawBase } from './draw-base';
import type { Palette } from './palette';
import { sizeCanvas } from './size-canvas';

/** Share of the view drawn beyond each of its edges, so that a short drag uncovers no blank. */
const MARGIN = 0.25;

/**
 * The base map on one canvas. It is drawn once for a view and its margin; a drag moves it with the map, a zoom scales it,
 * and the end of either draws it anew in the same task, so that nothing blinks.
 */
export class BaseLayer extends Layer {
  private readonly canvas = DomUtil.create('canvas', 'leaflet-zoom-animated');
  private readonly context = this.canvas.getContext('2d', { alpha: false });
  /** What the canvas covers, layer points. */
  private covered = new Bounds([0, 0], [0, 0]);
  private center: LatLng | undefined;
  private zoom = 0;
  private shapes: BaseShapes | undefined;
  private readonly handlers: LeafletEventHandlerFnMap = {
    viewreset: () => this.redraw(),
    moveend: () => this.redraw(),
    resize: () => this.redraw(),
    move: () => this.drawIfUncovered(),
    zoom: () => this.scaleTo(this._map.getCenter(), this._map.getZoom()),
    zoomanim: ({ center, zoom }) => this.scaleTo(center, zoom),
  };

  /** @param closer see `MapScene` */
  constructor(
    private palette: Palette,
    private readonly closer: number,
  ) {
    super();
  }

  /** Sets what is drawn. */
  show(shapes: BaseShapes): void {
    this.shapes = shapes;
    this.redraw();
  }

  /** Changes the colours. */
  paint(palette: Palette): void {
    this.palette = palette;
    this.redraw();
  }

  override onAdd(map: LeafletMap): this {
    this._map = map;
    map.getPane('tilePane')?.append(this.canvas);
    map.on(this.handlers);
    this.redraw();
    return this;
  }

  override onRemove(map: LeafletMap): this {
    map.off(this.handlers);
    this.canvas.remove();
    return this;
  }

  /** A long drag that uncovers the margin's end. */
  private drawIfUncovered(): void {
    const size = this._map.getSize();
    const corner = this._map.containerPointToLayerPoint([0, 0]);
    const zoomed = this._map.getZoom() !== this.zoom;
    if (!zoomed && !this.covered.contains(new Bounds(corner, corner.add(size)))) this.redraw();
  }

  private redraw(): void {
    if (!this.context) return;
    const map = this._map;
    const size = map.getSize();
    const corner = map.containerPointToLayerPoint(size.multiplyBy(-MARGIN)).round();
    const whole = size.multiplyBy(1 + 2 * MARGIN).round();
    this.covered = new Bounds(corner, corner.add(whole));
    this.center = map.getCenter();
    this.zoom = map.getZoom();
    DomUtil.setTransform(this.canvas, corner, 1);
    this.draw(this.context, whole);
  }

  private draw(context: CanvasRenderingContext2D, { x: width, y: height }: Point): void {
    const ratio = window.devicePixelRatio;
    sizeCanvas(this.canvas, { width, height, ratio });
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (!this.shapes) {
      context.fillStyle = this.palette.land;
      context.fillRect(0, 0, width, height);
      return;
    }
    const origin = this._map.getPixelOrigin().add(this.covered.getTopLeft());
    const view = { scale: 2 ** this.zoom, originX: origin.x, originY: origin.y };
    drawBase(this.shapes, {
      context,
      view,
      width,
      height,
      zoom: this.zoom + this.closer,
      palette: this.palette,
    });
  }

  /** Puts the canvas, as it is drawn, where it belongs under another centre and zoom (as Leaflet's renderers do). */
  private scaleTo(center: LatLng, zoom: number): void {
    if (!this.center) return;
    const map = this._map;
    const scale = map.getZoomScale(zoom, this.zoom);
    const size = map.getSize();
    const half = size.multiplyBy(0.5 + MARGIN);
    const drawnCenter = map.project(this.center, zoom);
    const corner = half
      .multiplyBy(-scale)
      .add(drawnCenter)
      .subtract(map.project(center, zoom).subtract(size.divideBy(2)))
      .add(map.containerPointToLayerPoint([0, 0]));
    DomUtil.setTransform(this.canvas, corner, scale);
  }
}
