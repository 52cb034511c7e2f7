import { cpuMsIn } from './gateway-process';

describe('the CPU time of a process', () => {
  it('is read as the kernel writes it, whatever the process is called', () => {
    const stat = '31 (node (x) y) S 1 31 31 0 -1 4194560 900 0 0 0 120 30 0 0 20 0 11 0 1000 0 0';
    expect(cpuMsIn(stat)).toBe(1_500);
  });
});
