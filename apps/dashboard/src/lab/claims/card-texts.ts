const en = {
  intro:
    'Statements that texts on polling, Comet and WebSocket commonly make, and numbers that were published. Each verdict comes from the lab’s measurements; where there is none, from the text of a standard, if that settles it.',
  basis: { measured: 'measured', text: 'by the standard', none: 'nothing yet' },
  byText: 'Settled by the text of the standard, not by a measurement.',
  none: 'Neither measured yet nor settled by a text.',
  about: 'An experiment is about it; no verdict of this claim stands in its last measurement. Run it again.',
  found: 'Measured',
  inRace: 'In this page',
  source: 'Said in',
  seen: (age: string, machine: string, seed: string) => `${age} ago · ${machine} · seed ${seed}`,
  from: { record: 'from the record', here: 'measured on this server' },
  quick: 'a quick run',
  more: 'Method and all figures',
  prediction: 'Prediction',
  method: 'Method',
  again: 'Run again',
  full: 'in full',
  running: 'Another run is going.',
  closed: 'How to run experiments from this page',
  link: 'Link to this card',
  showAll: 'Show all claims',
  failed: (why: string) =>
    `The server’s measurements could not be read (${why}): the cards stand on texts alone.`,
  report: 'Tickway: measurements',
  reportIntro: 'What the lab of this server has measured.',
};

const ko: typeof en = {
  intro:
    '폴링, Comet, WebSocket을 설명하는 글에 흔히 나오는 진술과 발표된 수치입니다. 판정은 실험실의 측정에서 나오고, 측정이 없으면 표준 문서가 가릴 수 있을 때만 그 문서에서 나옵니다.',
  basis: { measured: '측정', text: '표준 문서', none: '아직 없음' },
  byText: '측정이 아니라 표준 문서로 가립니다.',
  none: '아직 측정하지 않았고 문서로도 가려지지 않습니다.',
  about: '이 진술을 다루는 실험이 있지만 마지막 측정에는 판정이 없습니다. 다시 실행하십시오.',
  found: '측정 결과',
  inRace: '이 페이지에서',
  source: '출처',
  seen: (age, machine, seed) => `${age} 전 · ${machine} · 시드 ${seed}`,
  from: { record: '기록', here: '이 서버에서 측정' },
  quick: '짧은 실행',
  more: '방법과 모든 수치',
  prediction: '예측',
  method: '방법',
  again: '다시 실행',
  full: '전체 시간으로',
  running: '다른 실행이 진행 중입니다.',
  closed: '이 페이지에서 실험을 실행하려면',
  link: '이 카드의 링크',
  showAll: '모든 진술 보기',
  failed: (why) => `서버의 측정을 읽지 못했습니다(${why}). 카드는 문서에만 근거합니다.`,
  report: 'Tickway: 측정 결과',
  reportIntro: '이 서버의 실험실이 측정한 내용입니다.',
};

/** The words around claims, by language. */
export const cardTexts = { en, ko };
