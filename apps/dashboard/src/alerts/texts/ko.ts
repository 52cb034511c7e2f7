import type { en } from './en';

export const ko: typeof en = {
  title: '알림',
  symbol: '종목',
  kind: '조건',
  kinds: { above: '이상 상승', below: '이하 하락', move: '% 변동' },
  value: '값',
  add: '추가',
  none: '알림이 없습니다. 알림은 한 번 울리고 사라집니다.',
  remove: (what) => `지우기: ${what}`,
  waiting: {
    above: (symbol, value) => `${symbol} ${value} 이상`,
    below: (symbol, value) => `${symbol} ${value} 이하`,
    move: (symbol, value, from) => `${symbol} ${from}에서 ${value}% 변동`,
  },
  fired: {
    above: (symbol, value, price) => `${symbol} ${value} 도달(상승): ${price}.`,
    below: (symbol, value, price) => `${symbol} ${value} 도달(하락): ${price}.`,
    move: (symbol, value, price) => `${symbol} ${value} 변동: ${price}.`,
  },
  present: (sentence) => `다시 보기가 아닌 지금: ${sentence}`,
  resting: '다시 보는 동안에도 알림은 현재 시세를 지켜봅니다. 새 알림은 실시간 화면에서 추가할 수 있습니다.',
  late: (duration) => `체결 반영 후 ${duration} 만에 표시했습니다.`,
  ways: '알리는 방법',
  sound: '소리',
  voice: '음성',
  notify: '시스템 알림',
  dismiss: '닫기',
};
