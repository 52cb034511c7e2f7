import type { InspectorTexts } from './en';

/** The inspector in Korean. */
export const ko: InspectorTexts = {
  title: '실제로 오가는 것',
  intro:
    '페이지는 자기 헤더나 프레임을 볼 수 없습니다. 나만의 게이트웨이는 볼 수 있습니다. 내 쪽에서 지나가는 것을 바이트 그대로 기록해 최근 것을 보관합니다. 쿠키와 토큰은 가리며, TCP/IP와 TLS는 들어 있지 않습니다.',
  empty: {
    title: '아직 기록이 없습니다',
    text: '나만의 게이트웨이로 깨끗한 회선을 놓고 비교를 시작하면 모든 요청, 헤더, 핸드셰이크, 프레임을 크기와 함께 볼 수 있습니다.',
    start: '깨끗한 회선을 놓고 시작',
  },
  now: '지금',
  clock: '시계',
  chart: '레인마다 시간에 따라 지나가는 것. 아래 목록에 같은 내용이 글로 있습니다',
  chartNote:
    '위 막대는 내게 오는 것, 아래 막대는 서버로 가는 것이며 높이는 바이트 수(로그)입니다. 띠는 요청부터 응답 끝까지이고 기다리는 동안은 옅습니다. 흐린 막대는 하트비트입니다.',
  tools: {
    label: '보이는 것',
    lanes: '레인',
    pause: '일시 정지',
    resume: '계속',
    clear: '비우기',
    export: 'JSON 내보내기',
    nearer: '좁게',
    wider: '넓게',
    back: '이전',
    forth: '이후',
    follow: '따라가기',
    span: (time) => `폭 ${time}`,
    keys: '키: ← → 이전과 이후, + − 좁게와 넓게, End 따라가기, Space 일시 정지, 목록에서 ↑ ↓.',
  },
  timeline: '시간축: 화살표, 더하기, 빼기, End, Space 키로 움직입니다',
  sums: {
    title: '합계',
    lane: '레인',
    requests: '요청',
    messages: '메시지',
    framing: '헤더·프레이밍',
    payload: '페이로드',
    share: '부대 비율',
    note: (since) =>
      `${since} 동안 여기서 읽은 양방향 합계입니다. 부대 비율은 헤더, 청크 크기, 프레임 헤더, 마스크가 전체 바이트에서 차지하는 몫입니다.`,
  },
  list: {
    title: '이벤트',
    label: '보이는 구간의 이벤트, 새것부터',
    shown: (shown, all) => `${all}건 중 ${shown}건`,
    none: '이 구간에는 아무것도 지나지 않았습니다.',
    lost: (count) =>
      `읽기 전에 게이트웨이가 잊은 이벤트가 ${count}건 있습니다. 열려 있는 연결의 시작은 남아 있습니다.`,
    up: '서버로',
    down: '내게',
  },
  details: {
    none: '이벤트를 고르면 헤더, 연산 코드, 크기, 내용의 앞부분을 모두 볼 수 있습니다.',
    facts: {
      time: '시각',
      lane: '레인',
      connection: '연결',
      direction: '방향',
      framing: '헤더·프레이밍',
      payload: '페이로드',
      opcode: '연산 코드',
      final: '메시지의 마지막 프레임',
      compressed: '압축',
      waited: '응답이 시작되기까지',
      lasted: '응답이 끝나기까지',
      gap: '앞의 것과의 간격',
    },
    yes: '예',
    no: '아니요',
    open: '아직',
    beginning: '앞부분',
    close: '닫기',
  },
  failed: (why) => `지금은 기록을 읽지 못합니다(${why}). 다시 묻고 있습니다.`,
};
