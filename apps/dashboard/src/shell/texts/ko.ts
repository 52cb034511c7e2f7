import type { en } from './en';

export const ko: typeof en = {
  product: 'Tickway',
  skipToContent: '본문으로 건너뛰기',
  navigation: '페이지',
  pages: { overview: '한눈에', quotes: '시세', map: '지도', lab: '실험실' },
  simulated: {
    mark: '모의',
    why: '지어낸 회사와, 시간표로 계산한 차량입니다. 실제 시세나 운행 정보가 아닙니다.',
  },
  theme: { toLight: '밝은 화면으로', toDark: '어두운 화면으로' },
  sceneClock: { title: '모의 세계의 시각', newYork: '뉴욕' },
  transport: {
    legend: '전송 방식',
    auto: '자동',
    about: {
      auto: '되는 것 중 가장 좋은 방식: 안 되면 내려가고 나아지면 되돌아오며, 그 까닭을 알려 줍니다',
      'socket.io': '웹소켓 하나로 주고받는 Socket.IO',
      websocket: '순수 웹소켓(RFC 6455)',
      streaming: '끝나지 않는 HTTP 응답 하나로 받는 서버 전송 이벤트(SSE)',
      'long-polling': '새 소식이 생길 때까지 기다리는 요청',
      polling: '일정한 간격으로 되풀이하는 요청',
    },
  },
  badge: {
    details: '연결 자세히 보기',
    state: {
      live: '실시간',
      connecting: '연결 중',
      waiting: '끊김',
      silent: '잠잠함',
      closed: '닫힘',
    },
    fallen: {
      'no-first-frame': '응답 없음',
      refused: '열리지 않음',
      silent: '응답 없음',
      'lost-often': '자주 끊김',
      'held-back': '늦게 옴',
    },
    retryIn: (seconds) => (seconds > 0 ? `${seconds}초 뒤 다시 시도` : '다시 시도하는 중'),
    silentFor: (seconds) => `${seconds}초째 소식 없음`,
    crowded: '빈 연결이 없는 듯',
    age: '나이',
    ageTitle: '도착했을 때 값의 나이: 절반이, 그리고 95%가 이보다 젊습니다',
    missing: '누락',
    double: '중복',
    missingTitle: '와야 하는데 오지 않은 갱신',
    doubleTitle: '두 번 온 갱신',
  },
  notFound: { title: '없는 페이지입니다', back: '한눈에 보기로' },
};
