import { escapeText } from './escape-text';
import type { FindingTable } from './finding';
import type { Plot } from './plot';
import { plotStyle, plotSvg } from './plot-svg';

/** One thing that was measured, as a report tells it; all texts in the report's language. */
export interface ReportSection {
  readonly title: string;
  /** Where the same can be seen or run again: an address, or a command. */
  readonly again?: { readonly label: string; readonly text: string; readonly href?: string };
  readonly verdicts?: readonly {
    readonly verdict: string;
    readonly claim: string;
    readonly because: string;
  }[];
  /** What must be known beside the figures: prediction, method, warnings. */
  readonly notes?: readonly (readonly [term: string, text: string])[];
  readonly tables: readonly FindingTable[];
  readonly plots: readonly Plot[];
  /** Age, sample, machine, versions, seed. */
  readonly about: string;
}

/** What a report holds. */
export interface Report {
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly intro: string;
  readonly sections: readonly ReportSection[];
}

const style = [
  ':root{color-scheme:light dark;--ground:#fff;--ink:#1c2027;--soft:#58606e;--rule:#dfe2e8;--shade:#f4f5f7}',
  '@media(prefers-color-scheme:dark){:root{--ground:#14181f;--ink:#dfe3ea;--soft:#9aa3b2;--rule:#323a46;--shade:#1c222b}}',
  'body{max-width:1080px;margin:0 auto;padding:24px 16px 64px;background:var(--ground);color:var(--ink);font:14px/1.55 system-ui,sans-serif}',
  'h1{font-size:24px}h2{margin-top:48px;padding-top:16px;border-top:1px solid var(--rule);font-size:18px}h3{font-size:14px}',
  'p,li{max-width:90ch}.about,.note{color:var(--soft);font-size:13px}.note b{color:var(--ink)}a{color:inherit}',
  '.scroll{overflow-x:auto}table{border-collapse:collapse;font-size:13px;font-variant-numeric:tabular-nums}',
  'th,td{padding:4px 10px;border-bottom:1px solid var(--rule);text-align:right;white-space:nowrap}th:first-child,td:first-child{text-align:left}thead th{background:var(--shade)}',
  'code{padding:1px 5px;border-radius:4px;background:var(--shade);overflow-wrap:anywhere}svg{display:block;width:100%;max-width:820px;margin:16px 0}',
  '@media print{h2{break-after:avoid}svg,table{break-inside:avoid}}',
].join('');

/**
 * A report as one HTML file that needs nothing else: no script, no picture from elsewhere; light and dark by the
 * reader's setting. Whatever texts are in it cannot break out of it.
 */
export function htmlReport({ language, title, intro, sections }: Report): string {
  return [
    '<!doctype html>',
    `<html lang="${escapeText(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeText(title)}</title>`,
    `<style>${style}${plotStyle}</style>`,
    '</head>',
    '<body>',
    `<h1>${escapeText(title)}</h1>`,
    `<p>${escapeText(intro)}</p>`,
    ...(sections.length > 1 ? [contents(sections)] : []),
    ...sections.map(sectionHtml),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const contents = (sections: readonly ReportSection[]) =>
  `<ol>${sections.map(({ title }, index) => `<li><a href="#s${index}">${escapeText(title)}</a></li>`).join('')}</ol>`;

function sectionHtml(section: ReportSection, index: number): string {
  const { title, verdicts = [], notes = [], tables, plots, about } = section;
  return [
    `<section id="s${index}">`,
    `<h2>${escapeText(title)}</h2>`,
    ...(verdicts.length > 0 ? [`<ul>${verdicts.map(verdictHtml).join('')}</ul>`] : []),
    ...notes.map(([term, text]) => `<p class="note"><b>${escapeText(term)}</b> ${escapeText(text)}</p>`),
    ...plots.map(plotSvg),
    ...tables.map(tableHtml),
    `<p class="about">${escapeText(about)}</p>`,
    ...againHtml(section),
    '</section>',
  ].join('\n');
}

const verdictHtml = ({ verdict, claim, because }: NonNullable<ReportSection['verdicts']>[number]) =>
  `<li><b>${escapeText(verdict)}</b> — ${escapeText(claim)}. ${escapeText(because)}.</li>`;

function tableHtml({ title, head, rows }: FindingTable): string {
  const line = (cells: readonly string[], tag: 'td' | 'th') =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeText(cell)}</${tag}>`).join('')}</tr>`;
  const body = rows.map((row) => line(row, 'td')).join('');
  return `<h3>${escapeText(title)}</h3><div class="scroll"><table><thead>${line(head, 'th')}</thead><tbody>${body}</tbody></table></div>`;
}

function againHtml({ again }: ReportSection): readonly string[] {
  if (!again) return [];
  const text = escapeText(again.text);
  const shown = isWebAddress(again.href)
    ? `<a href="${escapeText(again.href)}">${text}</a>`
    : `<code>${text}</code>`;
  return [`<p class="about">${escapeText(again.label)}: ${shown}</p>`];
}

// A link is followed by whoever reads the file: no other scheme than the web's.
const isWebAddress = (href: string | undefined): href is string =>
  href !== undefined && /^https?:\/\//.test(href);
