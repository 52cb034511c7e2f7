import { Component, computed, inject, input } from '@angular/core';
import { plotHeight, plotInks, plotLayout, type Plot, type PlotRoom } from '@tickway/report';
import { Language } from '../../language/language';
import { hostWidth } from '../draw/host-width';
import { plotIn } from './told-in';

const HEIGHT = 170;
const margins = { left: 40, right: 16, top: 20, bottom: 32 } as const;

/** A plot of a finding, small: predictions as lines, measurements as dots, what they are below. */
@Component({
  selector: 'tw-finding-plot',
  template: `
    <figure [attr.lang]="language.code()">
      <svg [attr.viewBox]="box()" role="img" [attr.aria-label]="told().title">
        <text x="0" y="10">{{ layout().titles.up }}</text>
        @for (tick of layout().up; track tick.at) {
          <line class="rule" [attr.x1]="left()" [attr.x2]="right()" [attr.y1]="tick.at" [attr.y2]="tick.at" />
          @if (layout().upIs === 'rows') {
            <text [attr.x]="left()" [attr.y]="tick.at - 8">{{ tick.text }}</text>
          } @else {
            <text class="up" [attr.x]="left() - 6" [attr.y]="tick.at + 4">{{ tick.text }}</text>
          }
        }
        @for (tick of layout().across; track tick.at) {
          <text class="across" [attr.x]="tick.at" [attr.y]="bottom() + 14">{{ tick.text }}</text>
        }
        <text class="up" [attr.x]="right()" [attr.y]="bottom() + 28">{{ layout().titles.across }}</text>
        @for (one of layout().series; track $index) {
          @switch (one.kind) {
            @case ('line') {
              <polyline [attr.points]="one.points.join(' ')" [style.stroke]="inks[one.hue]" />
            }
            @case ('marks') {
              @for (point of one.points; track $index) {
                <line
                  class="mark"
                  [attr.x1]="point[0]"
                  [attr.x2]="point[0]"
                  [attr.y1]="point[1] - 5"
                  [attr.y2]="point[1] + 5"
                  [style.stroke]="inks[one.hue]"
                />
              }
            }
            @case ('dots') {
              @for (point of one.points; track $index) {
                <circle [attr.cx]="point[0]" [attr.cy]="point[1]" r="2.8" [style.fill]="inks[one.hue]" />
              }
            }
          }
        }
      </svg>
      <figcaption>
        <b>{{ told().title }}</b>
        @for (one of layout().series; track $index) {
          <span
            ><i [class]="one.kind" [style.color]="inks[one.hue]" aria-hidden="true"></i>{{ one.label }}</span
          >
        }
      </figcaption>
    </figure>
  `,
  styleUrl: '../styles/plot.css',
  styles: `
    figure {
      margin: 0;
    }
    text {
      font-size: 10px;
    }
    polyline,
    .mark {
      fill: none;
      stroke-width: 1.8;
    }
    figcaption {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 12px;
      color: var(--text-soft);
      font-size: var(--text-xs);
    }
    b {
      flex-basis: 100%;
      font-weight: 600;
    }
    i {
      display: inline-block;
      margin-right: 5px;
      vertical-align: middle;
    }
    i.line {
      width: 16px;
      border-top: 2px solid;
    }
    i.marks {
      height: 12px;
      border-left: 2px solid;
    }
    i.dots {
      width: 7px;
      height: 7px;
      border-radius: 50%;
      background: currentcolor;
    }
  `,
})
export class FindingPlot {
  readonly plot = input.required<Plot>();

  protected readonly language = inject(Language);
  protected readonly told = computed(() => plotIn(this.language.code(), this.plot()));
  private readonly width = hostWidth(360);
  private readonly room = computed<PlotRoom>(() => ({
    ...{ ...margins, left: this.plot().names ? 4 : margins.left },
    ...{ width: this.width(), height: plotHeight(this.plot(), margins, HEIGHT) },
  }));
  protected readonly inks = plotInks.light.map(
    (light, i) => `light-dark(${light}, ${plotInks.dark[i] ?? light})`,
  );
  protected readonly box = computed(() => `0 0 ${this.width()} ${this.room().height}`);
  protected readonly left = computed(() => this.room().left);
  protected readonly right = computed(() => this.width() - margins.right);
  protected readonly bottom = computed(() => this.room().height - margins.bottom);
  protected readonly layout = computed(() => plotLayout(this.told(), this.room()));
}
