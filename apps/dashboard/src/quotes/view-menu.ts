import { Component, inject, input, output } from '@angular/core';
import { injectTexts } from '../language/inject-texts';
import { Colours, colourSchemes } from '../shell/colours';
import { Menu } from '../shell/menu';
import { BoardView } from './board-view';
import { columns, fixedColumns, type ColumnId } from './columns';
import { quotesTexts } from './texts/quotes-texts';

/** What the board shows and in which colours. */
@Component({
  selector: 'tw-view-menu',
  imports: [Menu],
  templateUrl: './view-menu.html',
  styleUrl: './menu-form.css',
})
export class ViewMenu {
  readonly compact = input(false);
  readonly keysAsked = output();

  protected readonly view = inject(BoardView);
  protected readonly colours = inject(Colours);
  protected readonly texts = injectTexts(quotesTexts);
  protected readonly schemes = colourSchemes;
  protected readonly choosable = columns.filter(({ id }) => !fixedColumns.includes(id));

  protected turn(id: ColumnId): void {
    this.view.showColumn(id, !this.view.columns().has(id));
  }
}
