import { connectionTable, cpuPlot, deliveryTable, memoryPlot } from './held-pictures';
import type { ClaimVerdict, ExperimentRim, Finding } from './experiment';
import { cpuSeconds, PUBLISHED, type HeldFigures, type Phase } from './held-figures';
import { fixed } from './ratio';

const BUSY = 0.7;

/** What very many connections say of d-6 and d-7. */
export function heldFinding(figures: HeldFigures, { scale }: ExperimentRim): Finding {
  return {
    verdicts: [memoryHeld(figures), cpuSpent(figures), delay(figures), idleHeld(figures), complete(figures)],
    tables: [connectionTable(figures), deliveryTable(figures)],
    plots: [memoryPlot(figures), cpuPlot(figures)],
    raw: { scale, ...figures },
  };
}

const kB = (bytes: number | undefined) => fixed(bytes === undefined ? undefined : bytes / 1_000);

/** What the reader must know before believing a figure of time. */
function warning({ wanted, viewers, steady, churned }: HeldFigures): readonly [en: string, ko: string] {
  const busy = Math.max(steady.generatorBusy, churned.generatorBusy);
  const said: (readonly [string, string])[] = [];
  if (viewers < wanted)
    said.push([
      `; this machine allows a process ${viewers} sockets of the ${wanted} wanted`,
      `. 이 컴퓨터는 프로세스당 소켓 ${wanted}개 중 ${viewers}개만 허용`,
    ]);
  if (busy > BUSY)
    said.push([
      `; the generator was busy ${fixed(busy * 100, 0)} % of the time, so part of the delay is its own`,
      `. 부하 생성기가 ${fixed(busy * 100, 0)} % 바빴으므로 지연의 일부는 생성기의 것`,
    ]);
  return [said.map(([en]) => en).join(''), said.map(([, ko]) => ko).join('')];
}

function memoryHeld(figures: HeldFigures): ClaimVerdict {
  const { viewers, after, idle } = figures;
  const kernel = after.kernel && after.kernel.slabBytes + after.kernel.bufferBytes;
  const [told, toldKo] =
    kernel === null
      ? ['', '']
      : [
          `; the kernel holds ${kB(kernel)} kB more for both ends of it`,
          `. 커널은 양 끝에 ${kB(kernel)} kB를 더 씀`,
        ];
  return {
    claim: `d-6: a WebSocket with two channels costs the server ${PUBLISHED.bytes / 1_000} kB`,
    verdict: within(after.residentBytes, PUBLISHED.bytes),
    because: `${viewers} viewers made the process grow by ${kB(idle.residentBytes)} kB each while idle and by ${kB(after.residentBytes)} kB after all the speaking, ${kB(after.heapBytes)} kB of it heap in use${told}`,
    becauseKo: `시청자 ${viewers}명일 때 프로세스가 한 명당 놀 때 ${kB(idle.residentBytes)} kB, 모두 보낸 뒤 ${kB(after.residentBytes)} kB 커짐. 그중 쓰는 힙 ${kB(after.heapBytes)} kB${toldKo}`,
  };
}

function cpuSpent(figures: HeldFigures): ClaimVerdict {
  const { churned, steady, aloneShare, connectCpuMs } = figures;
  const rate = fixed(churned.delivered / churned.seconds, 0);
  const [en, ko] = warning(figures);
  const reconnects = fixed(churned.reconnects / (churned.seconds / 60), 0);
  return {
    claim: `d-6: a million deliveries cost ${PUBLISHED.cpuSeconds} CPU-seconds, churn and all`,
    verdict: within(cpuSeconds(churned), PUBLISHED.cpuSeconds),
    because: `${fixed(cpuSeconds(churned))} CPU-seconds a million at ${rate} deliveries and ${reconnects} new connections a minute, ${fixed(cpuSeconds(steady))} without these; a connect took ${fixed(connectCpuMs, 2)} ms, and ${fixed(aloneShare * 100)} % of a core is spent without viewers${en}`,
    becauseKo: `초당 ${rate}건 전달, 분당 새 연결 ${reconnects}개에서 백만 건당 CPU ${fixed(cpuSeconds(churned))}초, 새 연결이 없으면 ${fixed(cpuSeconds(steady))}초. 연결 하나에 ${fixed(connectCpuMs, 2)} ms, 시청자 없이도 코어의 ${fixed(aloneShare * 100)} %${ko}`,
  };
}

function delay(figures: HeldFigures): ClaimVerdict {
  const { churned, steady, viewers } = figures;
  const [age, latency] = [churned.ageMs, churned.latencyMs];
  const [en, ko] = warning(figures);
  return {
    claim: `d-6: 99 of 100 are there after ${PUBLISHED.p99Ms} ms`,
    verdict: age.p99 <= PUBLISHED.p99Ms ? 'true' : 'false',
    because: `p99 ${fixed(age.p99, 0)} ms from the source and ${fixed(latency.p99, 0)} ms from the commit with churn, ${fixed(steady.ageMs.p99, 0)} ms from the source without; at most ${fixed(age.max, 0)} ms; ${viewers} viewers, all of it on one machine without a network between${en}`,
    becauseKo: `새 연결이 이어질 때 p99는 원천부터 ${fixed(age.p99, 0)} ms, 커밋부터 ${fixed(latency.p99, 0)} ms. 새 연결이 없으면 원천부터 ${fixed(steady.ageMs.p99, 0)} ms. 최대 ${fixed(age.max, 0)} ms. 시청자 ${viewers}명, 네트워크 없이 한 컴퓨터에서${ko}`,
  };
}

function idleHeld({ idle, idleShare, aloneShare, viewers }: HeldFigures): ClaimVerdict {
  const share = idleShare - aloneShare;
  const verdicts = new Set([
    within(idle.residentBytes, PUBLISHED.idleBytes),
    within(share, PUBLISHED.idleShare * viewers),
  ]);
  const [only, ...others] = verdicts;
  const published = fixed(PUBLISHED.idleShare * viewers * 100);
  return {
    claim: `d-7: an idle WebSocket costs ${PUBLISHED.idleBytes / 1_000} kB, and 200,000 of them 0.94 core`,
    verdict: only !== undefined && others.length === 0 ? only : 'partly',
    because: `${kB(idle.residentBytes)} kB each, and ${fixed(share * 100)} % of a core for ${viewers}, where the published rate makes ${published} %: each gets a ping and a heartbeat every 15 s`,
    becauseKo: `하나에 ${kB(idle.residentBytes)} kB, ${viewers}개에 코어의 ${fixed(share * 100)} %. 발표된 비율로는 ${published} %. 저마다 15초마다 핑과 하트비트를 받음`,
  };
}

/** Whether something costs no more than was published, or no more than twice that. */
const within = (measured: number, published: number): ClaimVerdict['verdict'] =>
  measured <= published ? 'true' : measured <= 2 * published ? 'partly' : 'false';

function complete({ missing, doubled, losses, steady, churned }: HeldFigures): ClaimVerdict {
  const holds = missing + doubled + losses === 0;
  const share = (phase: Phase) => `${fixed((phase.delivered / phase.owed) * 100)} %`;
  return {
    claim: 'ours: nothing is missing or doubled for any of them, over every reconnect',
    verdict: holds ? 'true' : 'false',
    because: `${missing} missing, ${doubled} doubled, ${losses} connections lost, ${churned.reconnects} dropped on purpose; ${share(steady)} of what is owed came within the steady while and ${share(churned)} with churn`,
    becauseKo: `누락 ${missing}, 중복 ${doubled}, 끊긴 연결 ${losses}, 일부러 끊은 연결 ${churned.reconnects}. 보낼 것 중 같은 동안 도착: 새 연결이 없을 때 ${share(steady)}, 있을 때 ${share(churned)}`,
  };
}
