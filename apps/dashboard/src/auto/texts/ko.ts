import type { en } from './en';

export const ko: typeof en = {
  steps: '자동 전환 기록',
  none: '아직 전환이 없습니다.',
  best: '가장 좋은 방식을 쓰고 있습니다.',
  trying: (transport) => `${transport} 시도 중. 그동안 지금 방식은 그대로 흐릅니다.`,
  nextTry: (seconds) =>
    seconds > 0 ? `${seconds}초 뒤 더 좋은 방식을 시도합니다.` : '더 좋은 방식을 시도합니다.',
  failed: (why) => `지난 시도: ${why}.`,
  why: {
    'no-first-frame': (transport, waited) => `${transport}: 열렸지만 ${waited} 동안 아무것도 오지 않음`,
    refused: (transport, code) =>
      code === 'lost' ? `${transport}: 열 수 없음` : `${transport}: 거절됨(${code})`,
    silent: (transport, time) => `${transport}: ${time} 동안 소식 없음`,
    'lost-often': (transport, times, within) => `${transport}: ${within} 동안 ${times}번 끊김`,
    'held-back': (transport, time) => `${transport}: 중간에 붙잡혀 최대 ${time} 늦게 몰려서 옴`,
    works: (transport, tries) =>
      tries > 1 ? `${transport}: ${tries}번째 시도에 다시 응답` : `${transport}: 응답함`,
    'took-over': (transport) => `${transport}: 시도하던 중 앞의 연결이 끊겨 넘겨받음`,
  },
};
