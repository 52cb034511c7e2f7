import { Map as LeafletMap } from 'leaflet';
import type { KeyedState } from '@tickway/client';
import type { Key } from '@tickway/protocol';
import type { BaseMap, Bounds, Geofence, Place, Position } from '@tickway/tracking';
import { BaseLayer } from './base-layer';
import { baseShapes } from './base-shapes';
import type { Drawn } from './draw-fleet';
import type { Sketch } from './fences/geofences';
import { firstView } from './first-view';
import { fleet } from './fleet';
import { nearest } from './nearest';
import type { Palette } from './palette';
import { VehicleLayer } from './vehicle-layer';

/** What the map asks of the page. */
export interface CityMapOptions {
  readonly element: HTMLElement;
  readonly palette: Palette;
  /** The server's time, epoch ms. */
  readonly now: () => number;
  /** Whether vehicles glide between fixes. */
  readonly gliding: () => boolean;
  /** Told of the vehicle under the pointer, or of none. */
  readonly pointed: (key: Key | undefined) => void;
  /** Told of the vehicle that was tapped, or of a tap on none. */
  readonly tapped: (key: Key | undefined) => void;
  /** Told while the map moves, and when it has come to rest. */
  readonly moved: (view: Bounds, resting: boolean) => void;
  /** Told of the pointer's place, and of a press, while an area is drawn; `false` when none is. */
  readonly sketched: (place: Place, pressed: boolean) => boolean;
  /** Told that the viewer takes hold of the map. */
  readonly grasped: () => void;
  /** Told of every frame. */
  readonly drawn: (drawn: readonly Drawn[], marked: Drawn | undefined) => void;
}

const [NEAREST_ZOOM, FARTHEST_ZOOM] = [15.5, 9];

/** From here on vehicles of neighbouring streets can be told apart. */
const TELLING_ZOOM = 13.5;

/** How far from the middle a vehicle that is followed may get, of the view; and how long it takes to bring it back, s. */
const [STRAY, PAN_SECONDS] = [0.25, 1.2];

/** How near the pointer must be, CSS px: a finger is broader than a pointer. */
const [POINTER_REACH, FINGER_REACH] = [12, 24];

/** Leaflet with the two canvases of this project: what the component drives by effects. */
export class CityMap {
  private readonly map: LeafletMap;
  private readonly base: BaseLayer;
  private readonly vehicles: VehicleLayer;
  private readonly fleet = fleet();
  private seen: readonly Drawn[] = [];
  private attributed: readonly string[] = [];

  constructor(private readonly options: CityMapOptions) {
    const { element, palette, now } = options;
    this.map = new LeafletMap(element, {
      zoomControl: false,
      minZoom: FARTHEST_ZOOM,
      maxZoom: NEAREST_ZOOM,
      zoomSnap: 0.5,
      wheelPxPerZoomLevel: 100,
      maxBoundsViscosity: 0.9,
      fadeAnimation: false,
      // Without motion CSS does not animate, and Leaflet must not wait for it.
      zoomAnimation: options.gliding(),
    });
    this.map.attributionControl.setPrefix('<a href="https://leafletjs.com">Leaflet</a>');
    this.showCity();
    this.base = new BaseLayer(palette).addTo(this.map);
    this.vehicles = new VehicleLayer({
      fleet: this.fleet,
      palette,
      now,
      drawn: (drawn, marked) => {
        this.seen = drawn;
        options.drawn(drawn, marked);
      },
    }).addTo(this.map);
    this.listen();
  }

  /** How many vehicles run. */
  known(): number {
    return this.fleet.known();
  }

  /** Another story begins: of another time, or another world. */
  begin(): void {
    this.fleet.begin();
  }

  /** Takes over what a frame changed. */
  apply(change: KeyedState): void {
    this.fleet.apply(change, this.options.now(), this.options.gliding());
  }

  /** Hides all vehicles but those that are wanted. */
  show(isWanted: (position: Position) => boolean): void {
    this.fleet.show(isWanted);
    this.vehicles.refresh();
  }

  /** Draws geofences, and the one that is being drawn. */
  fence(fences: readonly Geofence[], sketch: Sketch | undefined): void {
    this.vehicles.fence(fences, sketch);
  }

  /** Names the sources of what is drawn, HTML. */
  attribute(sources: readonly string[]): void {
    for (const source of this.attributed) this.map.attributionControl.removeAttribution(source);
    for (const source of sources) this.map.attributionControl.addAttribution(source);
    this.attributed = sources;
  }

  /** Brings a place into view: at once if it is far or motion is not wanted, and near enough to tell vehicles apart. */
  goTo({ lat, lon }: Place): void {
    const zoom = Math.max(this.map.getZoom(), TELLING_ZOOM);
    this.map.setView([lat, lon], zoom, { animate: this.options.gliding() });
  }

  /** Keeps what is drawn at a point of the screen away from the edges. */
  keepInside({ x, y }: { readonly x: number; readonly y: number }): void {
    const size = this.map.getSize();
    const [right, down] = [x - size.x / 2, y - size.y / 2];
    if (Math.abs(right) < size.x * STRAY && Math.abs(down) < size.y * STRAY) return;
    this.map.panBy([right, down], { animate: this.options.gliding(), duration: PAN_SECONDS });
  }

  /** Draws the land under the vehicles, and keeps the view over it. */
  showBase(base: BaseMap): void {
    const { south, west, north, east } = base.bounds;
    this.map.setMaxBounds([
      [south, west],
      [north, east],
    ]);
    this.base.show(baseShapes(base));
  }

  /** Changes the colours. */
  paint(palette: Palette): void {
    this.base.paint(palette);
    this.vehicles.paint(palette);
  }

  /** Rings a vehicle, or none. */
  mark(key: Key | undefined): void {
    this.vehicles.mark(key);
  }

  /** Goes to the first view. */
  showCity(): void {
    const { south, west, north, east } = firstView;
    this.map.fitBounds([
      [south, west],
      [north, east],
    ]);
  }

  /** Goes nearer (1) or farther (-1). */
  zoom(steps: 1 | -1): void {
    this.map.setZoom(this.map.getZoom() + steps);
  }

  /** Fits the map to its element's new size. */
  resize(): void {
    this.map.invalidateSize({ animate: false });
  }

  remove(): void {
    this.map.remove();
  }

  private view(): Bounds {
    const box = this.map.getBounds();
    return { south: box.getSouth(), west: box.getWest(), north: box.getNorth(), east: box.getEast() };
  }

  private listen(): void {
    this.map.on('move', () => this.options.moved(this.view(), false));
    this.map.on('moveend', () => this.options.moved(this.view(), true));
    this.map.on('dragstart', () => this.options.grasped());
    this.options.moved(this.view(), true);
    this.map.on('mousemove', ({ containerPoint, latlng: { lat, lng: lon } }) => {
      const sketching = this.options.sketched({ lat, lon }, false);
      const near = sketching ? undefined : nearest(this.seen, containerPoint, POINTER_REACH);
      this.options.pointed(near?.key);
    });
    this.map.on('mouseout', () => this.options.pointed(undefined));
    this.map.on('click', ({ containerPoint, originalEvent, latlng: { lat, lng: lon } }) => {
      if (this.options.sketched({ lat, lon }, true)) return;
      const finger = originalEvent instanceof PointerEvent && originalEvent.pointerType !== 'mouse';
      this.options.tapped(nearest(this.seen, containerPoint, finger ? FINGER_REACH : POINTER_REACH)?.key);
    });
  }
}
