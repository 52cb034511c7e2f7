import { computed, inject, Service } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import { parseKey } from '@tickway/protocol';
import { setQuery } from '../address/set-query';
import { Live } from '../live/live';
import { sceneOf } from './scene';

/** A scene: New York's transit, or the flights of the world. */
export type SceneName = 'nyc' | 'world';

/** The feed that runs each scene. */
const feedOf = { nyc: parseKey('vehicles'), world: parseKey('flights') };

/** All scenes, in the order in which they are offered. */
const names = ['nyc', 'world'] as const satisfies readonly SceneName[];

/** What the address says of the map that means nothing in another scene. */
const ofOneScene = ['map', 'vehicle', 'follow', 'seek', 'system', 'route', 'borough', 'state'];

/** Which scene the map shows: the one that the address asks for (`scene=world`), if this server runs it. */
@Service()
export class SceneChoice {
  private readonly router = inject(Router);
  private readonly feeds = inject(Live).feeds;
  private readonly address = toSignal(this.router.routerState.root.queryParamMap);

  /** The scenes that this server runs; none before it has said so. */
  readonly offered = computed<readonly SceneName[]>(
    () => names.filter((name) => this.feeds.keys().includes(feedOf[name])),
    { equal: (a, b) => a.join() === b.join() },
  );

  readonly shown = computed<SceneName>(() => {
    const wanted = names.find((name) => name === this.address()?.get('scene'));
    const offered = this.offered();
    if (wanted && (offered.length === 0 || offered.includes(wanted))) return wanted;
    return offered[0] ?? 'nyc';
  });

  /** The feed that runs the scene that is shown. */
  readonly feed = computed(() => feedOf[this.shown()]);
  /** Where and when the scene that is shown is; `undefined` as long as that is not known. */
  readonly scene = computed(() => sceneOf(this.feeds.row(this.feed())()));

  /** Shows another scene, and says so in the address. */
  async show(name: SceneName): Promise<void> {
    const anew = Object.fromEntries(ofOneScene.map((parameter) => [parameter, null]));
    await setQuery(this.router, { ...anew, scene: name === this.offered()[0] ? null : name });
  }
}
