import { Map as LeafletMap, type LatLngBoundsExpression } from 'leaflet';
import type { KeyedState } from '@tickway/client';
import type { Key } from '@tickway/protocol';
import type { BaseMap } from '@tickway/tracking';
import { texts } from '../texts';
import { BaseLayer } from './base-layer';
import { baseShapes } from './base-shapes';
import type { Drawn } from './draw-fleet';
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
  /** Told of every frame. */
  readonly drawn: (drawn: readonly Drawn[], marked: Drawn | undefined) => void;
}

/** What is shown at first: the five boroughs. */
const CITY: LatLngBoundsExpression = [
  [40.57, -74.05],
  [40.88, -73.78],
];
const [NEAREST_ZOOM, FARTHEST_ZOOM] = [15.5, 9];

/** How near the pointer must be, CSS px: a finger is broader than a pointer. */
const [POINTER_REACH, FINGER_REACH] = [12, 24];

/** Leaflet with the two canvases of this project: what the component drives by effects. */
export class CityMap {
  private readonly map: LeafletMap;
  private readonly base: BaseLayer;
  private readonly vehicles: VehicleLayer;
  private readonly fleet = fleet();
  private seen: readonly Drawn[] = [];

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
    this.attribute();
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

  /** Takes over what a frame changed. */
  apply(change: KeyedState): void {
    this.fleet.apply(change, this.options.now(), this.options.gliding());
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
    this.map.fitBounds(CITY);
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

  private attribute(): void {
    const { schedules, coast } = texts.map.attribution;
    this.map.attributionControl
      .setPrefix('<a href="https://leafletjs.com">Leaflet</a>')
      .addAttribution(`${schedules} · ${coast}`);
  }

  private listen(): void {
    this.map.on('mousemove', ({ containerPoint }) =>
      this.options.pointed(nearest(this.seen, containerPoint, POINTER_REACH)?.key),
    );
    this.map.on('mouseout', () => this.options.pointed(undefined));
    this.map.on('click', ({ containerPoint, originalEvent }) => {
      const finger = originalEvent instanceof PointerEvent && originalEvent.pointerType !== 'mouse';
      this.options.tapped(nearest(this.seen, containerPoint, finger ? FINGER_REACH : POINTER_REACH)?.key);
    });
  }
}
