import { Component, ElementRef, inject, input, signal } from '@angular/core';

/** A button that opens a panel over the page; a press outside it or Escape closes it. */
@Component({
  selector: 'tw-menu',
  template: `
    <button type="button" class="opener" [attr.aria-expanded]="open()" [title]="hint()" (click)="toggle()">
      <ng-content select="[opener]" />
    </button>
    @if (open()) {
      <div class="panel" role="group" [attr.aria-label]="label()">
        <ng-content />
      </div>
    }
  `,
  styleUrl: './menu.css',
  host: { '(keydown.escape)': 'close($event)', '(document:pointerdown)': 'closeFrom($event)' },
})
export class Menu {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);

  /** What the panel is, for screen readers. */
  readonly label = input.required<string>();
  readonly hint = input('');

  readonly open = signal(false);

  protected toggle(): void {
    this.open.update((open) => !open);
  }

  protected close(event: Event): void {
    if (!this.open()) return;
    event.stopPropagation();
    this.open.set(false);
    this.element.nativeElement.querySelector<HTMLElement>('.opener')?.focus();
  }

  protected closeFrom(event: Event): void {
    if (!event.composedPath().includes(this.element.nativeElement)) this.open.set(false);
  }
}
