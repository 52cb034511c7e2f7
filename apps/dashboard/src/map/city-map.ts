import {
  latLngBounds,
  Map as LeafletMap,
  type LatLngBounds,
  type LatLngExpression,
  type TileLayer,
} from 'leaflet';
import type { KeyedState } from '@tickway/client';
import type { Key } from '@tickway/protocol';
import type { BaseMap, Bounds, Geofence, Place, Position } from '@tickway/tracking';
import { BaseLayer } from './base-layer';
import { baseShapes } from './base-shapes';
import type { Drawn } from './draw-fleet';
import type { Sketch } from './fences/geofences';
import { fleet } from './fleet';
import type { MapPlace } from './map-place';
import type { MapScene } from './map-scene';
import { nearest } from './nearest';
import type { Palette } from './palette';
import { tileLayer } from './tiles/tile-layer';
import type { Seen } from './trail';
import { VehicleLayer } from './vehicle-layer';
import { WORLD_PX } from './world';

/** What the map asks of the page. */
export interface CityMapOptions {
  readonly element: HTMLElement;
  readonly scene: MapScene;
  /** Where to begin; `undefined` for the scene's first view. */
  readonly place: MapPlace | undefined;
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

/** Zooms of a city: from here on vehicles of neighbouring streets can be told apart. */
const TELLING_ZOOM = 13.5;

/** How far from the middle a vehicle that is followed may get, of the view; and how long it takes to bring it back, s. */
const [STRAY, PAN_SECONDS] = [0.25, 1.2];

/** Nearer than this to it the map still shows the first view, CSS px. */
const SAME_PLACE = 2;

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
  private tiles: TileLayer | undefined;

  constructor(private readonly options: CityMapOptions) {
    const { element, palette, now, scene } = options;
    const { limits } = scene;
    this.map = new LeafletMap(element, {
      zoomControl: false,
      minZoom: farthest(element, scene),
      maxZoom: scene.zooms.nearest,
      worldCopyJump: true,
      zoomSnap: 0.5,
      wheelPxPerZoomLevel: 100,
      maxBounds: latLngBounds([limits.south, limits.west], [limits.north, limits.east]),
      maxBoundsViscosity: 0.9,
      fadeAnimation: false,
      // Without motion CSS does not animate, and Leaflet must not wait for it.
      zoomAnimation: options.gliding(),
    });
    this.map.attributionControl.setPrefix('<a href="https://leafletjs.com">Leaflet</a>');
    this.look(options.place);
    this.base = new BaseLayer(palette, scene.closer).addTo(this.map);
    this.vehicles = new VehicleLayer({
      fleet: this.fleet,
      scene,
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

  /** Puts before a vehicle's trail where it was. */
  precede(key: Key, before: readonly Seen[]): void {
    this.fleet.precede(key, before);
    this.vehicles.refresh();
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

  /** Shows pictures of the ground over the drawn map, or none; `failed` is told when nobody answers. */
  picture(url: string | undefined, failed: () => void): void {
    this.tiles?.remove();
    this.tiles = url === undefined ? undefined : tileLayer(url, failed).addTo(this.map);
  }

  /** Brings a place into view: at once if it is far or motion is not wanted, and near enough to tell vehicles apart. */
  goTo({ lat, lon }: Place): void {
    const zoom = Math.max(this.map.getZoom(), TELLING_ZOOM - this.options.scene.closer);
    const { lng } = this.map.getCenter();
    // Of a place beyond the date line the nearer copy.
    this.map.setView([lat, lon + 360 * Math.round((lng - lon) / 360)], zoom, {
      animate: this.options.gliding(),
    });
  }

  /** Goes to a place, or to the first view. */
  look(place: MapPlace | undefined): void {
    if (place) this.map.setView([place.lat, place.lon], place.zoom, { animate: false });
    else this.showCity();
  }

  /** Where the map is; `undefined` while it shows the first view. */
  place(): MapPlace | undefined {
    const [zoom, { lat, lng: lon }] = [this.map.getZoom(), this.map.getCenter()];
    const first = this.firstBounds();
    const project = (place: LatLngExpression) => this.map.project(place, zoom);
    const middle = project(first.getSouthWest()).add(project(first.getNorthEast())).divideBy(2);
    const { south, north } = this.options.scene.limits;
    const [top, bottom] = [project([north, 0]).y, project([south, 0]).y];
    // The first view of a high map would reach over the end of the world.
    const half = this.map.getSize().y / 2;
    middle.y = Math.min(Math.max(middle.y, top + half), bottom - half);
    const isFirst =
      zoom === this.map.getBoundsZoom(first) && middle.distanceTo(project([lat, lon])) < SAME_PLACE;
    return isFirst ? undefined : { zoom, lat, lon };
  }

  /** Keeps what is drawn at a point of the screen away from the edges. */
  keepInside({ x, y }: { readonly x: number; readonly y: number }): void {
    const size = this.map.getSize();
    const [right, down] = [x - size.x / 2, y - size.y / 2];
    if (Math.abs(right) < size.x * STRAY && Math.abs(down) < size.y * STRAY) return;
    this.map.panBy([right, down], { animate: this.options.gliding(), duration: PAN_SECONDS });
  }

  /** Draws the land under the vehicles. */
  showBase(base: BaseMap): void {
    this.base.show(baseShapes(base));
    this.vehicles.connect(new Map(base.stations.map(({ name, ...place }) => [name, place])));
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
    this.map.fitBounds(this.firstBounds());
  }

  /** Goes nearer (1) or farther (-1). */
  zoom(steps: 1 | -1): void {
    this.map.setZoom(this.map.getZoom() + steps);
  }

  /** Fits the map to its element's new size. */
  resize(): void {
    this.map.invalidateSize({ animate: false });
    this.map.setMinZoom(farthest(this.options.element, this.options.scene));
  }

  remove(): void {
    this.map.remove();
  }

  private firstBounds(): LatLngBounds {
    const { south, west, north, east } = this.options.scene.firstView;
    return latLngBounds([south, west], [north, east]);
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

/** The farthest zoom: the scene's, and not so far that the world would be smaller than the map; in half steps. */
const farthest = ({ clientWidth, clientHeight }: HTMLElement, { zooms }: MapScene): number =>
  Math.max(zooms.farthest, Math.ceil(2 * Math.log2(Math.max(1, clientWidth, clientHeight) / WORLD_PX)) / 2);
