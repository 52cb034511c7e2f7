import { TestBed } from '@angular/core/testing';
import { defaultLevers, type Levers } from './levers';
import { WireLevers } from './wire-levers';

async function bar() {
  const fixture = TestBed.createComponent(WireLevers);
  fixture.componentRef.setInput('levers', { ...defaultLevers, codec: 'msgpack', coalescingMs: 20 });
  const pulled: Partial<Levers>[] = [];
  fixture.componentInstance.pulled.subscribe((change) => pulled.push(change));
  await fixture.whenStable();
  const page: unknown = fixture.nativeElement;
  if (!(page instanceof HTMLElement)) throw new Error('no element');
  const select = (name: string) => page.querySelector<HTMLSelectElement>(`select[data-testid=${name}]`);
  const box = (name: string) => page.querySelector<HTMLInputElement>(`input[data-testid=${name}]`);
  return { pulled, select, box };
}

describe('the levers of the wire', () => {
  it('stand as the address says', async () => {
    const { select, box } = await bar();
    expect([select('codec')?.value, select('coalescing')?.value]).toEqual(['msgpack', '20']);
    expect([box('compress')?.checked, box('keep-alive')?.checked]).toEqual([false, true]);
  });

  it('tell what is pulled, one at a time', async () => {
    const { pulled, select, box } = await bar();
    for (const [name, value] of [
      ['codec', 'json'],
      ['coalescing', '50'],
    ] as const) {
      const chosen = select(name);
      if (chosen) chosen.value = value;
      chosen?.dispatchEvent(new Event('change'));
    }
    box('compress')?.click();
    box('keep-alive')?.click();
    expect(pulled).toEqual([
      { codec: 'json' },
      { coalescingMs: 50 },
      { compress: true },
      { keepAlive: false },
    ]);
  });
});
