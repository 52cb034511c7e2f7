import { inject, Service, signal, type Signal } from '@angular/core';
import { injectAddressed } from '../address/inject-addressed';
import { Device } from '../shell/device';
import { chosenIn, columns, columnsText, type ColumnId } from './columns';

/** How the viewer wants to see the board: kept on this device; what a link is to show others stands in the address too. */
@Service()
export class BoardView {
  private readonly device = inject(Device);
  private readonly chosen = injectAddressed({
    read: (query) => chosenIn(query.get('columns')?.split('.') ?? this.device.read('columns')),
    write: (chosen) => ({ columns: columnsText(chosen) }),
  });
  private readonly isGrouped = injectAddressed({
    read: (query) => (query.get('group') ?? (this.device.read('grouped') === true && 'sector')) === 'sector',
    write: (grouped) => ({ group: grouped ? 'sector' : null }),
  });
  private readonly areKeysSingle = signal(this.device.read('single-keys') !== false);
  private readonly wantsTape = signal(this.device.read('tape'));

  /** The columns wanted. */
  readonly columns: Signal<ReadonlySet<ColumnId>> = this.chosen;
  /** Whether rows stand by sector. */
  readonly grouped: Signal<boolean> = this.isGrouped;
  /** Whether a letter alone acts (WCAG 2.1.4 wants that one can turn it off). */
  readonly singleKeys = this.areKeysSingle.asReadonly();

  /** Whether the ticker tape is shown: on a wide board unless turned off, on a narrow one only if turned on. */
  tape(compact: boolean): boolean {
    const wanted = this.wantsTape();
    return typeof wanted === 'boolean' ? wanted : !compact;
  }

  showColumn(id: ColumnId, shown: boolean): void {
    this.keepColumns(
      columns.map((column) => column.id).filter((one) => (one === id ? shown : this.chosen().has(one))),
    );
  }

  showAllColumns(): void {
    this.keepColumns(columns.map(({ id }) => id));
  }

  group(grouped: boolean): void {
    this.device.write('grouped', grouped);
    this.isGrouped.set(grouped);
  }

  useSingleKeys(used: boolean): void {
    this.areKeysSingle.set(used);
    this.device.write('single-keys', used);
  }

  showTape(shown: boolean): void {
    this.wantsTape.set(shown);
    this.device.write('tape', shown);
  }

  private keepColumns(ids: readonly ColumnId[]): void {
    this.device.write('columns', ids);
    this.chosen.set(new Set(ids));
  }
}
