import type { StampedeTexts } from './en';

/** The stampede in Korean. */
export const ko: StampedeTexts = {
  title: '쇄도',
  intro:
    '많은 접속자에게 같은 순간에 일이 벌어집니다. 기다리던 롱 폴링 전부를 이벤트 하나가 깨우거나, 모든 연결이 한꺼번에 끊깁니다. 서버의 실험 프로그램이 따로 띄운 서버를 상대로 실행합니다.',
  form: '벌어질 일',
  way: '접속 방식',
  event: '이벤트',
  events: { 'one-event': '모두에게 갱신 하나', cut: '모든 연결 끊기' },
  viewers: '접속자',
  jitter: '지터(ms)',
  jitterHint: '각자 0부터 이 값 사이의 임의 시간 뒤에 다시 묻거나 돌아옵니다',
  start: '실행',
  requests: '10 ms마다의 요청 수',
  delay: '서버 이벤트 루프의 지연(ms)',
  delayNote:
    '별도 스레드가 10 ms마다 서버에 시각을 묻습니다. 답이 오기까지의 시간이 밖에서 본 지연이며, 프로세서를 기다리는 시간도 포함됩니다.',
  axis: '이벤트부터',
  plateau: (viewers, jitter, plateau) => `공식: ${viewers} × 10 ms ÷ ${jitter} = ${plateau}`,
  chart: '실행별 이벤트 뒤 10 ms마다의 요청 수와 공식이 예측한 평탄값',
  delayChart: '실행별로 이벤트 뒤 물은 시점에 따른 서버의 응답 시간',
  label: (way, event, [viewers, jitter]) => `${way} ${viewers}명, ${event}, ${jitter}`,
  noJitter: '지터 없음',
  withJitter: (jitter) => `지터 0~${jitter}`,
  shown: '겹쳐 보는 실행',
  none: '이 서버에서 아직 실행한 것이 없습니다. 지터 0과 200을 차례로 실행해 비교해 보십시오.',
  columns: {
    run: '실행',
    peak: '10 ms 최고',
    plateau: '공식',
    lasts: '요청 지속',
    mean: '받기까지 평균',
    p99: 'p99',
    last: '마지막',
    whole: '누락 / 중복',
    calm: '평온할 때 서버 응답',
    worst: '최악',
    busy: '발생기 사용률',
  },
  seen: '보이는 것',
  quiet: (viewers, last) =>
    `열려 있는 연결로 온 갱신은 요청을 하나도 만들지 않습니다. ${viewers}명 중 마지막이 ${last} 뒤에 받았습니다.`,
  spike: (peak, lasts, last) =>
    `가장 몰린 10 ms에 요청 ${peak}번이 오고, 전부 ${lasts} 안에 몰립니다. 마지막 접속자는 ${last} 뒤에 갱신을 받았습니다.`,
  late: (worst, calm) => `평온할 때 ${calm} 만에 답하던 서버가 최대 ${worst} 걸립니다.`,
  flattened: (jitter, share) => `지터 0~${jitter}이면 최고점이 지터 없을 때의 ${share}로 낮아집니다.`,
  incomplete: (served, expected) => `관찰한 시간 안에 ${expected} 중 ${served}만 받았습니다.`,
  about: (repeats, age, machine) => `${repeats}회 반복 평균 · ${age} 전 측정 · ${machine}`,
  warnings: '믿기 전에 알아야 할 것',
  hide: '숨기기',
  exports: '내보내기',
};
