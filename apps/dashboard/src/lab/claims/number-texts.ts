import type { ClaimTexts } from './claim';

/** Published numbers in English, d-1 at 0. */
const en: readonly ClaimTexts[] = [
  {
    claim:
      'WebSocket needs 500 times less header traffic than polling (up to 1000 times), and a third of its latency.',
    decides: 'Bytes besides the payload an update, polled and by WebSocket; both latencies.',
    reason:
      'The paper’s own bytes give 871 ÷ 2 = 435; with TCP/IP headers of 40 bytes each way about 10 on the wire. Overhead in bit/s is 8 · clients · rate · bytes.',
  },
  {
    claim: 'A long poll is about one transit late in the mean and over three at worst; streaming one.',
    decides: 'Mean and maximum at round trips of 20, 100 and 250 ms, and from rare to frequent events.',
    reason:
      'With transit d, gap g = 2d and λ events a second: mean d + [λg/(λg + e^(−λg))]·g/2, most d + g. Polling every Δ: Δ/2 + 2d, most Δ + 3d.',
  },
  {
    claim:
      'Over long distances WebSocket is several times faster than polling, and ahead of long polling too.',
    decides: 'Latency of a source of 4 updates a second at round trips of 20 to 350 ms.',
    reason:
      'Long polling equals WebSocket while a transit is shorter than half the 250 ms between updates, then falls behind. Its gap of two transits is the difference; polling adds half its interval.',
  },
  {
    claim: 'Push costs the server seven times the CPU of pull, and saturates it at 350 to 500 users.',
    decides: 'Server CPU an update and a viewer, by how often is published and how often asked.',
    reason:
      'That was a thread for each connection. On an event loop push should be the cheaper one when publications are rare; there is a rate at which the sign turns.',
  },
  {
    claim:
      'WebSocket uses half the bandwidth of AJAX and delivers up to 215 % more samples through the same line.',
    decides: 'Updates delivered through a line of a fixed kbit/s, by transport.',
    reason: 'Updates a second are the line’s bits divided by those of an update with all around it.',
  },
  {
    claim: 'A million WebSocket connections with 500,000 messages a second: 27 GB and 40 CPUs, p99 200 ms.',
    decides: 'Memory a connection, CPU a million deliveries and p99, at a hundredth of it.',
    reason: 'That is some 30 kB a connection, and 80 µs of CPU a message.',
  },
  {
    claim:
      'An idle WebSocket costs 27 kB of the process by default, 11 kB tuned, and 4 kB of the kernel; 200,000 of them 0.94 core.',
    decides:
      'Growth of resident memory a viewer who is idle, by transport, and of the kernel’s; CPU of 10,000 idle ones.',
    reason:
      'Memory = connections × what one costs; polling costs only what it keeps alive. Idle CPU is pings and heartbeats, so it goes by their interval.',
  },
  {
    claim: 'Of JSON, deflate leaves 39 % of the bytes, deltas 15 %, both 13 %; Protobuf alone 41 %.',
    decides: 'Bytes and CPU of the same updates by form of frames.',
    reason:
      'Deltas save what does not change. A quote is small, so they should save less of it; fields that did not change are not sent here in any form.',
  },
  {
    claim: 'Long polling gets more messages through than a WebSocket that does not batch.',
    decides: 'Server CPU an update at 50 to 500 a second, one by one and gathered for 10 or 50 ms.',
    reason:
      'A long poll gathers by itself what falls into its gap. If that is the cause, a window of 10 ms gives WebSocket its lead back.',
  },
  {
    claim: 'With 1,000 publishers and 10,000 subscribers one library fans out in 0.2 s, another in 274 s.',
    decides: 'Time to the last receiver of X publications to Y subscribers at once.',
    reason: 'Frames are X · Y; encoded once a publication, the rest is writing to sockets.',
  },
  {
    claim: 'Under load a server that conflates stays timely where one that queues falls behind for seconds.',
    decides: 'Mean, spread and delays above 5 s in steps of 100 more clients.',
    reason:
      'A queue that is filled faster than it empties grows without bound. Where a client is a cursor there is no queue: a late taker gets less, not later. The figures themselves were never published.',
  },
  {
    claim:
      '40,000 connections on one small machine; 300,000 subscribers a second; memory that grows in a line.',
    decides: 'Connections and deliveries at which this server stops keeping up, and memory by connections.',
    reason: 'Each was measured on another machine by another method: they cannot be compared as they stand.',
  },
  {
    claim: 'Lateness is metres and money: the error of a place is speed × age, that of a price σ·√(2·age/π).',
    decides: 'Error of what is shown against what is true, by transport, in metres and dollars.',
    reason:
      'At 60 km/h 50 ms are 0.8 m and a poll each second 10 m in the mean. The price formula is for a random walk: one that stands still and then jumps errs in proportion to the age.',
  },
];

/** Published numbers in Korean. */
const ko: readonly ClaimTexts[] = [
  {
    claim: 'WebSocket은 폴링보다 헤더 트래픽이 500배(최대 1000배) 적고 지연은 3분의 1이다.',
    decides: '폴링과 WebSocket의 갱신당 페이로드 외 바이트와 지연.',
    reason:
      '논문 자체의 바이트로는 871 ÷ 2 = 435배입니다. 양쪽 40바이트의 TCP/IP 헤더를 더하면 실제 선로에서는 약 10배입니다. 초당 오버헤드 비트는 8 · 접속자 · 빈도 · 바이트입니다.',
  },
  {
    claim: '롱 폴링의 지연은 평균 편도 한 번, 최악 세 번을 넘고, 스트리밍은 한 번이다.',
    decides: '왕복 20, 100, 250 ms에서, 그리고 드문 이벤트부터 잦은 이벤트까지의 평균과 최대.',
    reason:
      '편도 d, 틈 g = 2d, 초당 이벤트 λ라면 평균 d + [λg/(λg + e^(−λg))]·g/2, 최대 d + g입니다. 간격 Δ의 폴링은 평균 Δ/2 + 2d, 최대 Δ + 3d입니다.',
  },
  {
    claim: '먼 거리에서 WebSocket은 폴링보다 몇 배 빠르고 롱 폴링보다도 앞선다.',
    decides: '왕복 20~350 ms에서 초당 4회 갱신하는 원천의 지연.',
    reason:
      '편도가 갱신 간격 250 ms의 절반보다 짧으면 롱 폴링도 WebSocket과 같고, 그보다 길면 뒤처집니다. 차이는 편도 두 번의 틈이고, 폴링에는 간격의 절반이 더해집니다.',
  },
  {
    claim: '푸시는 서버 CPU를 풀의 7배 쓰고 사용자 350~500명에서 포화된다.',
    decides: '발행 빈도와 질의 빈도에 따른 갱신당, 접속자당 서버 CPU.',
    reason:
      '연결마다 스레드를 두던 때의 결과입니다. 이벤트 루프에서는 발행이 드물면 푸시가 더 싸야 하며, 부호가 뒤집히는 빈도가 있습니다.',
  },
  {
    claim: 'WebSocket은 AJAX의 절반 대역폭을 쓰고, 같은 회선으로 표본을 최대 215 % 더 전달한다.',
    decides: '속도가 정해진 회선으로 전송 방식마다 전달한 갱신 수.',
    reason: '초당 갱신 수는 회선의 비트를 갱신 하나와 그에 딸린 모든 것의 비트로 나눈 값입니다.',
  },
  {
    claim: 'WebSocket 연결 백만 개에 초당 50만 메시지: 27 GB, CPU 40개, p99 200 ms.',
    decides: '100분의 1 규모에서 연결당 메모리, 백만 전달당 CPU, p99.',
    reason: '연결당 약 30 kB, 메시지당 CPU 80 µs인 셈입니다.',
  },
  {
    claim:
      '놀고 있는 WebSocket 하나가 기본 27 kB, 조정하면 11 kB의 프로세스 메모리와 4 kB의 커널 메모리를 쓰고, 200,000개가 코어 0.94개를 쓴다.',
    decides: '전송 방식별로 놀고 있는 접속자당 상주 메모리와 커널 메모리의 증가, 놀고 있는 10,000개의 CPU.',
    reason:
      '메모리 = 연결 수 × 하나의 비용입니다. 폴링은 살려 둔 연결만큼만 씁니다. 놀 때의 CPU는 핑과 하트비트이므로 그 간격에 따릅니다.',
  },
  {
    claim: 'JSON 대비 바이트: deflate 39 %, 델타 15 %, 둘 다 13 %, Protobuf만 41 %.',
    decides: '같은 갱신을 프레임 형식별로 보낼 때의 바이트와 CPU.',
    reason:
      '델타는 변하지 않은 것을 아낍니다. 호가는 작아서 덜 아껴질 것입니다. 여기서는 어떤 형식이든 변하지 않은 필드를 보내지 않습니다.',
  },
  {
    claim: '모아 보내지 않는 WebSocket보다 롱 폴링이 더 많은 메시지를 처리한다.',
    decides: '초당 50~500건을 하나씩, 또는 10 ms나 50 ms 모아 보낼 때의 갱신당 서버 CPU.',
    reason:
      '롱 폴링은 틈에 들어온 것을 저절로 모읍니다. 그것이 원인이라면 10 ms 창으로 WebSocket이 다시 앞서야 합니다.',
  },
  {
    claim: '발행자 1,000, 구독자 10,000일 때 한 라이브러리는 0.2초, 다른 것은 274초에 모두 전달한다.',
    decides: '발행 X건을 구독자 Y에게 한꺼번에 보낼 때 마지막 수신까지의 시간.',
    reason: '프레임은 X · Y개입니다. 발행당 한 번만 인코딩하면 나머지는 소켓 쓰기입니다.',
  },
  {
    claim: '부하에서 값을 합치는 서버는 제때를 지키고, 줄 세우는 서버는 몇 초씩 밀린다.',
    decides: '클라이언트를 100씩 늘리며 잰 평균, 흩어짐, 5초를 넘는 지연.',
    reason:
      '비우는 것보다 빨리 차는 줄은 끝없이 길어집니다. 클라이언트가 커서이면 줄이 없습니다. 늦게 가져가면 늦는 것이 아니라 덜 받습니다. 수치 자체는 발표되지 않았습니다.',
  },
  {
    claim: '작은 컴퓨터 하나에 연결 40,000개, 초당 구독자 300,000, 메모리는 직선으로 는다.',
    decides: '이 서버가 따라가지 못하게 되는 연결 수와 전달 수, 연결 수에 따른 메모리.',
    reason: '저마다 다른 컴퓨터와 방법으로 잰 것이어서 그대로는 비교할 수 없습니다.',
  },
  {
    claim: '늦음은 거리와 돈이다. 위치 오차는 속도 × 나이, 가격 오차는 σ·√(2·나이/π)이다.',
    decides: '전송 방식별로 화면의 값과 참값의 차이(미터와 달러).',
    reason:
      '시속 60 km에서 50 ms는 0.8 m, 1초 폴링은 평균 10 m입니다. 가격 공식은 무작위 보행에 대한 것이고, 멈췄다가 뛰는 가격의 오차는 나이에 비례합니다.',
  },
];

/** The words of published numbers, by language. */
export const numberTexts = { en, ko };
