import { Component, computed, inject, input } from '@angular/core';
import { depthOf, type Level } from '@tickway/market';
import type { Key } from '@tickway/protocol';
import { injectFigures } from '../language/inject-figures';
import { injectTexts } from '../language/inject-texts';
import { Live } from '../live/live';
import { symbolTexts } from './texts/symbol-texts';

/** A level of the ladder as it is drawn. */
interface Rung {
  readonly side: 'bid' | 'ask';
  readonly price: number;
  readonly size: number;
  /** Size as a share of the largest size of the book. */
  readonly share: number;
}

/** The order book around its best prices: asks above, bids below, a bar for each size. */
@Component({
  selector: 'tw-depth-ladder',
  templateUrl: './depth-ladder.html',
  styleUrl: './depth-ladder.css',
})
export class DepthLadder {
  private readonly live = inject(Live);

  readonly symbol = input.required<Key>();

  protected readonly texts = injectTexts(symbolTexts);
  protected readonly figures = injectFigures();
  /** The order book is not recorded: what is held of it is of another time than what is shown. */
  protected readonly replayed = this.live.replayed;
  protected readonly book = computed(() => {
    if (this.replayed()) return undefined;
    const held = this.live.depth.row(this.symbol())();
    const depth = held && depthOf(held.fields);
    if (!depth) return undefined;
    const most = Math.max(1, ...[...depth.bids, ...depth.asks].map(([, size]) => size));
    const [bid, ask] = [depth.bids[0]?.[0], depth.asks[0]?.[0]];
    return {
      asks: rungs('ask', depth.asks, most).reverse(),
      bids: rungs('bid', depth.bids, most),
      spread: bid === undefined || ask === undefined ? undefined : Math.round((ask - bid) * 100) / 100,
    };
  });
}

const rungs = (side: Rung['side'], levels: readonly Level[], most: number): Rung[] =>
  levels.map(([price, size]) => ({ side, price, size, share: size / most }));
