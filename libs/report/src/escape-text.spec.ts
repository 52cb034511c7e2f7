import { escapeText } from './escape-text';

it('ends neither an element nor a quoted attribute', () => {
  expect(escapeText('<b title="1 & 2">')).toBe('&lt;b title=&quot;1 &amp; 2&quot;&gt;');
});
