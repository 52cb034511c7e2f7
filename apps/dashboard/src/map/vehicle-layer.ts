import { DomUtil, Layer, type LatLng, type LeafletEventHandlerFnMap, type Map as LeafletMap } from 'leaflet';
import type { Key } from '@tickway/protocol';
import type { Geofence } from '@tickway/tracking';
import { drawUncertainty, drawWay } from './draw-chosen';
import { arrowSize, drawFleet, type Drawn } from './draw-fleet';
import { drawGreatCircle, type Airports } from './draw-great-circle';
import { drawIntervalMs } from './draw-interval';
import { drawFences, drawSketch } from './fences/draw-fences';
import type { Sketch } from './fences/geofences';
import type { Fleet } from './fleet';
import type { MapScene } from './map-scene';
import type { Palette } from './palette';
import { sizeCanvas } from './size-canvas';
import { blend, type View } from './world';
import { ZOOM_MS, zoomEasing } from './zoom-easing';

/** What the layer asks of its owner. */
export interface VehicleLayerOptions {
  readonly fleet: Fleet;
  readonly scene: MapScene;
  readonly palette: Palette;
  /** The server's time, epoch ms. */
  readonly now: () => number;
  /** Told of every frame: what is in view, and where the marked vehicle is. */
  readonly drawn: (drawn: readonly Drawn[], marked: Drawn | undefined) => void;
}

interface ZoomAnimation {
  readonly from: View;
  readonly to: View;
  readonly startedAt: number;
}

/**
 * All vehicles on one canvas as large as the view, drawn anew as often as they can be seen to move. While Leaflet animates a zoom, which
 * scales its layers by CSS, the view is blended along the same curve: arrows keep their size and glide on.
 */
export class VehicleLayer extends Layer {
  private readonly canvas = DomUtil.create('canvas');
  private readonly context = this.canvas.getContext('2d');
  private frame = 0;
  private zooming: ZoomAnimation | undefined;
  private palette: Palette;
  private marked: Key | undefined;
  private fences: readonly Geofence[] = [];
  private sketch: Sketch | undefined;
  private airports: Airports = new Map();
  private drawnAt = 0;
  /** Whether something else than the vehicles changed: then the next frame is drawn whatever the pace. */
  private changed = true;
  private readonly handlers: LeafletEventHandlerFnMap = {
    zoomanim: ({ center, zoom }) => this.followZoom(center, zoom),
    zoomend: () => (this.zooming = undefined),
    move: () => (this.changed = true),
    resize: () => (this.changed = true),
  };

  constructor(private readonly owner: VehicleLayerOptions) {
    super();
    this.palette = owner.palette;
  }

  /** Rings a vehicle, or none. */
  mark(key: Key | undefined): void {
    this.marked = key;
    this.changed = true;
  }

  /** Draws geofences under the vehicles, and the one that is being drawn over them. */
  fence(fences: readonly Geofence[], sketch: Sketch | undefined): void {
    this.fences = fences;
    this.sketch = sketch;
    this.changed = true;
  }

  /** Knows the ends of flights, whose ways are drawn then. */
  connect(airports: Airports): void {
    this.airports = airports;
    this.changed = true;
  }

  /** Has the next frame drawn: something else than time changed the vehicles. */
  refresh(): void {
    this.changed = true;
  }

  /** Changes the colours. */
  paint(palette: Palette): void {
    this.palette = palette;
    this.changed = true;
  }

  override onAdd(map: LeafletMap): this {
    this._map = map;
    map.createPane('vehicles').append(this.canvas);
    map.on(this.handlers);
    this.frame = requestAnimationFrame(this.onFrame);
    return this;
  }

  override onRemove(map: LeafletMap): this {
    cancelAnimationFrame(this.frame);
    map.off(this.handlers);
    this.canvas.remove();
    return this;
  }

  private readonly onFrame = (time: number): void => {
    this.frame = requestAnimationFrame(this.onFrame);
    const due = time - this.drawnAt >= drawIntervalMs(this._map.getZoom(), this.owner.scene.fastest);
    if (!due && !this.changed && !this.zooming) return;
    this.drawnAt = time;
    this.changed = false;
    this.owner.fleet.advance(this.owner.now());
    if (this.context) this.draw(this.context);
  };

  private draw(context: CanvasRenderingContext2D): void {
    const { x: width, y: height } = this._map.getSize();
    const ratio = window.devicePixelRatio;
    sizeCanvas(this.canvas, { width, height, ratio });
    DomUtil.setPosition(this.canvas, this._map.containerPointToLayerPoint([0, 0]));
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    const canvas = {
      ...{ context, width, height, palette: this.palette },
      ...{ now: this.owner.now(), view: this.view(), zoom: this.detail() },
    };
    const { sprites } = this.owner.fleet;
    const chosen = this.marked && sprites.get(this.marked);
    drawFences(this.fences, canvas);
    drawUncertainty(sprites.values(), canvas);
    if (chosen) {
      drawGreatCircle(chosen, canvas, this.airports);
      drawWay(chosen, canvas);
    }
    const drawn = drawFleet(sprites.values(), canvas);
    if (this.sketch) drawSketch(this.sketch, canvas);
    const marked = drawn.find(({ key }) => key === this.marked);
    if (marked) this.ring(context, marked);
    this.owner.drawn(drawn, marked);
  }

  private ring(context: CanvasRenderingContext2D, { x, y }: Drawn): void {
    context.beginPath();
    context.arc(x, y, arrowSize(this.detail()) + 5, 0, 2 * Math.PI);
    context.lineWidth = 2;
    context.strokeStyle = this.palette.label;
    context.stroke();
  }

  /** The zoom of a city as crowded. */
  private detail(): number {
    return this._map.getZoom() + this.owner.scene.closer;
  }

  private view(): View {
    const { zooming } = this;
    if (!zooming) return this.settledView();
    return blend(zooming.from, zooming.to, zoomEasing((performance.now() - zooming.startedAt) / ZOOM_MS));
  }

  private settledView(): View {
    const origin = this._map.getPixelOrigin().add(this._map.containerPointToLayerPoint([0, 0]));
    return { scale: 2 ** this._map.getZoom(), originX: origin.x, originY: origin.y };
  }

  private followZoom(center: LatLng, zoom: number): void {
    const origin = this._map.project(center, zoom).subtract(this._map.getSize().divideBy(2));
    const to = { scale: 2 ** zoom, originX: origin.x, originY: origin.y };
    this.zooming = { from: this.view(), to, startedAt: performance.now() };
  }
}
