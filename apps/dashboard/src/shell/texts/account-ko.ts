import type { en } from './account-en';

export const ko: typeof en = {
  crowded:
    '브라우저가 한 주소에 여는 HTTP 연결 여섯 개를 다른 탭들이 모두 쓰고 있는 듯합니다. 웹소켓을 고르거나 탭을 하나 닫으십시오.',
  rows: {
    transport: '전송 방식',
    why: '이유',
    age: '나이 p50 / 95',
    latency: '지연 p50 / 95 / 99',
    clock: '시계 차이',
    bytes: '받은 / 보낸 바이트',
    requests: '요청',
    updates: '갱신, 그중 합쳐진 것',
    counts: '누락 / 중복',
    gaps: '통보된 공백',
    switches: '전환 / 재연결',
  },
  window: '시간은 지난 몇 초 동안, 횟수는 페이지를 연 뒤부터입니다.',
};
