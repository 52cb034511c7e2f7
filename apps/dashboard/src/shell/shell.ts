import { Component, computed, effect, inject, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { filter, map } from 'rxjs';
import { limitsIn, sameLimits } from '../address/limits-in';
import { Live } from '../live/live';
import { choiceIn, type TransportChoice } from '../live/transport-choice';
import { ReplayButton } from '../replay/replay-button';
import { ReplaySlot } from '../replay/replay-slot';
import { AlertToast } from '../alerts/alert-toast';
import { injectTexts } from '../language/inject-texts';
import { LanguageSwitch } from '../language/language-switch';
import { ConnectionBadge } from './connection-badge';
import { anySimulated } from './scene';
import { SceneClock } from './scene-clock';
import { shellTexts } from './texts/shell-texts';
import { Theme } from './theme';
import { TransportSwitch } from './transport-switch';

/** The frame around every page: where one is, how the data comes, and how fresh it is. */
@Component({
  selector: 'tw-shell',
  imports: [
    AlertToast,
    ConnectionBadge,
    LanguageSwitch,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    SceneClock,
    TransportSwitch,
    ReplayButton,
    ReplaySlot,
  ],
  templateUrl: './shell.html',
  styleUrl: './shell.css',
})
export class Shell {
  private readonly live = inject(Live);
  private readonly router = inject(Router);
  private readonly theme = inject(Theme);

  protected readonly texts = injectTexts(shellTexts);
  protected readonly pages = [
    { path: '/', page: 'overview', exact: true },
    { path: '/quotes', page: 'quotes', exact: false },
    { path: '/map', page: 'map', exact: false },
    { path: '/lab', page: 'lab', exact: false },
  ] as const;

  protected readonly replayed = this.live.replayed;
  protected readonly simulated = computed(() => anySimulated(this.live.feeds.state()?.state.values() ?? []));
  protected readonly otherLook = computed(() =>
    this.theme.look() === 'dark' ? this.texts().theme.toLight : this.texts().theme.toDark,
  );

  private readonly address = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(({ urlAfterRedirects }) => urlAfterRedirects),
    ),
  );

  /** The name of a page that shows no heading of its own, for those who go by headings. */
  protected readonly heading = computed(() => {
    const path = this.address()?.split(/[?#]/)[0];
    const here = this.pages.find((one) => one.path === path && one.page !== 'lab');
    return here && this.texts().pages[here.page];
  });

  constructor() {
    // The address decides the transport and the limits, so that back, forward and a pasted link all change them.
    effect(() => {
      const address = this.address();
      if (address === undefined) return;
      const search = address.split(/[?#]/)[1] ?? '';
      const wanted = choiceIn(search);
      if (!untracked(() => this.isOn(wanted))) this.live.switchTo(wanted);
      const limits = limitsIn(search);
      if (!sameLimits(limits, untracked(this.live.limits))) this.live.limit(limits);
    });
  }

  /** Whether the choice was made and, if it names a transport, has not come to nothing. */
  private isOn(choice: TransportChoice): boolean {
    const { transport, switchingTo } = this.live.status();
    return choice === this.live.choice() && (choice === 'auto' || choice === (switchingTo ?? transport));
  }

  protected turnLook(): void {
    this.theme.turn();
  }
}
