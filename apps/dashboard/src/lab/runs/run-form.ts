import { Component, inject, input, output } from '@angular/core';
import { LabAbout } from '../operator/lab-about';
import { LabRuns } from './lab-runs';

/** The frame of a form that starts a run: its fields in a row, the button that starts it while none is going, and a note. */
@Component({
  selector: 'tw-run-form',
  template: `
    <form novalidate [attr.aria-label]="label()" (submit)="submit($event)">
      <ng-content />
      <button type="submit" class="main" [attr.data-testid]="testId()" [disabled]="!free()">
        {{ start() }}
      </button>
      <span>{{ note() }}</span>
    </form>
  `,
  styleUrl: '../styles/button.css',
  styles: `
    form {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: var(--space-3) var(--space-4);
    }
    span {
      color: var(--text-faint);
      font-size: var(--text-s);
      line-height: 1.45;
    }
    @media (min-width: 900px) {
      span {
        align-self: end;
        padding-bottom: 5px;
      }
    }
  `,
})
export class RunForm {
  readonly label = input.required<string>();
  /** What stands on the button. */
  readonly start = input.required<string>();
  readonly note = input('');
  readonly testId = input<string>();
  readonly submitted = output();

  private readonly about = inject(LabAbout);
  private readonly runs = inject(LabRuns);

  protected free(): boolean {
    return this.about.open() && !this.runs.running();
  }

  protected submit(event: Event): void {
    event.preventDefault();
    this.submitted.emit();
  }
}
