import { inject, Service, signal } from '@angular/core';
import { Device } from '../shell/device';
import { chosenIn, columns, type ColumnId } from './columns';

/** How the viewer wants to see the board; kept on this device. */
@Service()
export class BoardView {
  private readonly device = inject(Device);
  private readonly chosen = signal(chosenIn(this.device.read('columns')));
  private readonly isGrouped = signal(this.device.read('grouped') === true);
  private readonly areKeysSingle = signal(this.device.read('single-keys') !== false);
  private readonly wantsTape = signal(this.device.read('tape'));

  /** The columns wanted. */
  readonly columns = this.chosen.asReadonly();
  /** Whether rows stand by sector. */
  readonly grouped = this.isGrouped.asReadonly();
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
    this.isGrouped.set(grouped);
    this.device.write('grouped', grouped);
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
    this.chosen.set(new Set(ids));
    this.device.write('columns', ids);
  }
}
