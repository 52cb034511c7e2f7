const en = {
  title: 'Tickway: race',
  intro: 'Five transports on one feed, measured in one page by one clock.',
  section: (topics: string, over: string) => `${topics}, over ${over}`,
  figure: 'Figure',
  spread: 'Latency by transport',
  overTime: (over: string) => `Mean latency over the last ${over}`,
  seconds: 's',
  about: (at: string, samples: string, [node, seeds]: readonly [string, string]) =>
    `Read ${at} · ${samples} updates measured · server’s Node ${node} · seeds ${seeds}`,
  browser: 'Browser',
  levers: 'Levers',
  again: 'The same race again',
  save: 'HTML',
};

const ko: typeof en = {
  title: 'Tickway: 동시 비교',
  intro: '다섯 전송 방식을 한 피드, 한 페이지, 한 시계로 잰 결과입니다.',
  section: (topics, over) => `${topics}, ${over} 동안`,
  figure: '수치',
  spread: '전송 방식별 지연',
  overTime: (over) => `최근 ${over}의 평균 지연`,
  seconds: '초',
  about: (at, samples, [node, seeds]) =>
    `${at} 집계 · 갱신 ${samples}건 측정 · 서버 Node ${node} · 시드 ${seeds}`,
  browser: '브라우저',
  levers: '조건',
  again: '같은 비교를 다시',
  save: 'HTML',
};

/** Texts of the race's report, by language. */
export const reportTexts = { en, ko };

/** The report's texts. */
export type ReportTexts = typeof en;
