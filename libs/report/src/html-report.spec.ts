import { htmlReport, type Report, type ReportSection } from './html-report';

const section = (change: Partial<ReportSection> = {}): ReportSection => ({
  title: 'One event & many',
  verdicts: [{ verdict: 'true', claim: '8: a spike', because: '160 of 500' }],
  notes: [['Method.', 'five times']],
  tables: [{ title: 'Times', head: ['transport', 'ms'], rows: [['polling', '520']] }],
  plots: [{ name: 'p', title: 'Times', x: 'x', y: 'y', series: [] }],
  about: 'Measured today',
  ...change,
});
const report = (...sections: readonly ReportSection[]): Report => ({
  ...{ language: 'ko', title: 'Tickway <1>', intro: 'What was measured.', sections },
});

describe('an HTML report', () => {
  it('tells verdict, notes, plot, table and circumstances in the language it names', () => {
    const html = htmlReport(report(section()));
    for (const text of [
      ...['<html lang="ko">', '<title>Tickway &lt;1&gt;</title>', '<h2>One event &amp; many</h2>'],
      ...['<b>true</b> — 8: a spike. 160 of 500.', '<b>Method.</b> five times', '<svg class="plot"'],
      ...['<th>ms</th>', '<td>520</td>', 'Measured today'],
    ])
      expect(html).toContain(text);
  });

  it('needs nothing from elsewhere and runs nothing', () => {
    const html = htmlReport(report(section(), section()));
    expect(html).not.toMatch(/<script|<link|<img|src=|url\(|@import/);
    expect(html).toContain("default-src 'none'");
    expect(html).toContain('prefers-color-scheme:dark');
  });

  it('lists its sections when there are several', () => {
    expect(htmlReport(report(section(), section()))).toContain('href="#s1"');
    expect(htmlReport(report(section()))).not.toContain('href="#s0"');
  });

  it('cannot be broken out of, not even by an address', () => {
    const evil = '"><script>alert(1)</script>';
    const again = { label: evil, text: evil, href: 'javascript:alert(1)' };
    const html = htmlReport(report(section({ title: evil, about: evil, again, notes: [[evil, evil]] })));
    expect(html).not.toContain('<script');
    expect(html).not.toContain('javascript:');
  });

  it('links where the same runs again', () => {
    const again = { label: 'Again', text: 'the card', href: 'http://127.0.0.1:3000/lab/claims?claim=8' };
    expect(htmlReport(report(section({ again })))).toContain(
      '<a href="http://127.0.0.1:3000/lab/claims?claim=8">the card</a>',
    );
  });
});
