import type { NetworkTexts } from './en';

/** The network view in Korean. */
export const ko: NetworkTexts = {
  title: '나만의 네트워크',
  intro:
    '이 페이지와 서버 사이에 나만 쓰는 게이트웨이를 둡니다. 정한 대로 늦추고, 잃고, 고장 내며 다른 사람에게는 영향이 없습니다. 비교는 이 길로 달리고, 설정은 주소에 담겨 링크만으로 다시 만들 수 있습니다.',
  state: {
    opening: '회선을 놓는 중 …',
    open: (origin) => `${origin} 경유`,
    pulled: (seconds) => `케이블 뽑힘, ${seconds}초 남음`,
  },
  through: (network) => `나만의 네트워크 경유: ${network}`,
  clear: '깨끗한 회선(게이트웨이 경유)',
  remove: '게이트웨이 없애기',
  removeHint: '레인이 직접 연결로 돌아갑니다',
  presets: {
    label: '예시 네트워크',
    note: '어림수로 든 예시이며, 실제 네트워크를 측정한 값이 아닙니다.',
    names: {
      clear: '깨끗한 회선',
      wifi: '좋은 와이파이',
      mobile4g: '휴대망 4G',
      mobile3g: '휴대망 3G',
      satellite: '정지궤도 위성',
      crowded: '붐비는 열차',
      hotel: '호텔 프록시',
      corporate: '회사 프록시',
      firewall: '말이 없어지는 방화벽',
    },
  },
  levers: '회선과 프록시 조건',
  line: {
    label: '회선',
    rtt: '왕복 시간',
    jitter: '지터',
    loss: '손실',
    rate: '속도',
    unlimited: '무제한',
    ms: 'ms',
    percent: '%',
    kbit: 'kbit/s',
  },
  lossNote:
    'TCP 위에서 프로그램이 겪는 손실입니다. 잃은 조각은 늦게 오고 그 뒤가 모두 기다리지만, 사라지는 것은 없습니다. 연결마다 회선 하나를 온전히 씁니다.',
  proxy: {
    label: '프록시',
    faults: {
      buffering: {
        name: '응답을 모아 보냄',
        hint: 'nginx 기본값처럼 응답이 끝나거나 8 kB가 찰 때까지 쥐고 있습니다',
      },
      stripUpgrade: {
        name: 'Upgrade 제거',
        hint: '헤더를 넘기지 않아 웹소켓이 열리지 않습니다. 다음 연결부터 적용됩니다',
      },
      silent: { name: '열린 뒤 침묵', hint: '웹소켓이 101을 받은 뒤 아무것도 듣지 못합니다' },
    },
    idle: { name: '60초 쉬면 끊음', hint: '그동안 아무 말이 없던 연결을 끊습니다' },
  },
  acts: {
    label: '지금 바로',
    pull: '케이블 5초 뽑기',
    cut: '모든 연결 끊기',
  },
  lanes: {
    title: '전송 방식마다 어떻게 견디는가',
    label: '네트워크를 지나는 각 전송 방식과 깨끗한 회선의 비교',
    transport: '전송 방식',
    here: '지금 이 길로',
    beside: '깨끗한 회선',
    p50: 'p50',
    p95: 'p95',
    whole: '누락 / 중복',
    effect: '네트워크가 하는 일',
    auto: '자동',
    direct: '직접 연결이며 비교를 시작한 뒤의 지연입니다. 네트워크를 고르면 비교합니다.',
    over: (seconds) =>
      `최근 ${seconds} 동안의 지연이며 모두 같은 시계로 쟀습니다. 레인마다 두 번째 연결이 깨끗한 회선으로 동시에 달립니다.`,
  },
  connection: {
    connecting: '연결 중',
    live: '연결됨',
    waiting: '끊김',
    closed: '닫힘',
    quiet: (time) => `${time}째 침묵`,
    retry: (seconds) => `${seconds}초 뒤 다시 시도`,
    trying: '다시 시도하는 중',
    switching: (to) => `${to} 시도 중`,
  },
  effects: {
    pulled: '아무것도 지나지 못합니다. 놓친 것은 커서로 다시 받으므로 잃는 것은 없습니다.',
    silenced:
      '101로 열리지만 아무것도 듣지 못합니다. SDK가 침묵을 보고 끊은 뒤 다시 시도하지만 소용없습니다.',
    stripped: '서버가 Upgrade를 보지 못해 소켓이 열리지 않습니다. 점점 뜸하게 다시 시도합니다.',
    held: (bytes) => `응답이 끝나지 않으므로 프록시가 ${bytes}씩 모아서 내보냅니다. 늦게, 몰아서 옵니다.`,
    narrow: (rate) =>
      `연결마다 방향별로 초당 ${rate}까지 나릅니다. 넘치는 호가와 위치는 쌓지 않고 허브가 더 새로운 값에 합치며, 체결은 기다립니다.`,
    cut: (time) => `${time}보다 오래 말이 없을 수 있어 그때 끊기고, 커서로 이어서 돌아옵니다.`,
    lossy: (share) =>
      `조각의 ${share}가 타임아웃만큼 늦고 그 뒤가 모두 기다립니다. p95에 보이고 p50에는 거의 없습니다.`,
    late: (time) => `평균 ${time}쯤 늦습니다. 보낼 때마다 편도 한 번입니다.`,
    lateAsked: (time) => `평균 ${time}쯤 늦습니다. 묻는 말도 길을 오갑니다.`,
    jittered: 'TCP가 순서를 지키므로 앞의 가장 늦은 것을 기다립니다.',
    beatsIdleCut: (time) => `${time}보다 자주 말하므로 끊기지 않습니다.`,
    passesProxy: '그대로 지나갑니다. 이 고장과 관계가 없습니다.',
    none: '깨끗한 회선과 같습니다.',
  },
  chart: {
    title: '시간에 따른 지연',
    label: '전송 방식별 지연의 시간 변화와 네트워크가 바뀐 시점',
    note: '막대는 최소~최대, 굵은 선은 평균, 로그 축입니다. 점선은 지금 깨끗한 회선의 중앙값, 세로선은 네트워크가 바뀐 시점입니다.',
    marks: { network: '네트워크', pull: '케이블', cut: '끊음', route: '회선', switch: '전환' },
  },
  traffic: {
    title: '게이트웨이가 나르는 것',
    connections: (count) => `연결 ${count}개`,
    rates: (down, up) => `받는 쪽 초당 ${down} · 보내는 쪽 초당 ${up}`,
    total: (down, up) => `지금까지 ${down} 받고 ${up} 보냄`,
  },
  empty: {
    title: '아직 아무것도 달리지 않습니다',
    text: '비교를 시작하면 네트워크가 전송 방식마다 무엇을 하는지 보입니다.',
  },
  refused: {
    again: '다시 시도',
    direct: '직접 연결로 비교',
    off: [
      '이 서버는 실험실을 꺼 두었습니다.',
      'TICKWAY_LAB=off 없이 시작하면 나만의 네트워크를 만들 수 있습니다.',
    ],
    not_local: [
      '네트워크는 서버가 있는 컴퓨터에서만 만들 수 있습니다.',
      '그 컴퓨터에서 127.0.0.1 또는 localhost로 열거나, 운영자 토큰을 입력하십시오.',
    ],
    most: [
      '게이트웨이가 모두 쓰이고 있습니다.',
      '다른 탭이나 사용자가 쓰는 중입니다. 그 페이지를 닫으면, 또는 10분 동안 찾지 않으면 끝납니다.',
    ],
    stopping: ['서버가 종료되는 중입니다.', '서버가 돌아오면 다시 시도하십시오.'],
    gone: ['이 게이트웨이는 시간이 다 되었습니다.', '회선을 다시 놓으십시오.'],
    unreachable: ['서버가 대답하지 않습니다.', '서버가 돌아오면 다시 시도하십시오.'],
    refused: ['서버가 이 네트워크를 받아들이지 않습니다.', '예시 네트워크를 고르거나 조건을 바꾸십시오.'],
  },
};
