const en = {
  token: 'Operator’s token',
  use: 'Use it',
  note: 'The server has it as TICKWAY_LAB_TOKEN. It is kept in this tab only.',
  again: 'Try again',
  closed: {
    not_local: {
      title: 'Runs are started at the server’s own machine',
      todo: 'A run loads the server’s machine, so not everyone may. Open this page there at http://127.0.0.1 and its port, or say the operator’s token.',
    },
    off: {
      title: 'The lab is switched off on this server',
      todo: 'Its operator started it with TICKWAY_LAB=off. Measurements of the record can still be read under Claims.',
    },
    no_runs: {
      title: 'This server has no lab beside it',
      todo: 'Build it with “npx nx build lab” and start the server again, or measure at the command line: npm run lab.',
    },
    unreachable: {
      title: 'The server does not answer about its lab',
      todo: 'It may be starting anew, or be of a version without one.',
    },
  },
};

const ko: typeof en = {
  token: '운영자 토큰',
  use: '사용',
  note: '서버의 TICKWAY_LAB_TOKEN 값입니다. 이 탭에만 보관합니다.',
  again: '다시 시도',
  closed: {
    not_local: {
      title: '실행은 서버가 있는 컴퓨터에서 시작합니다',
      todo: '실행은 서버 컴퓨터에 부하를 주므로 아무나 시작할 수 없습니다. 그 컴퓨터에서 http://127.0.0.1과 포트로 이 페이지를 열거나 운영자 토큰을 입력하십시오.',
    },
    off: {
      title: '이 서버에서는 실험실이 꺼져 있습니다',
      todo: '운영자가 TICKWAY_LAB=off로 시작했습니다. 기록된 측정은 통설 화면에서 볼 수 있습니다.',
    },
    no_runs: {
      title: '이 서버 옆에 실험 프로그램이 없습니다',
      todo: '“npx nx build lab”으로 빌드하고 서버를 다시 시작하거나, 명령줄에서 npm run lab으로 측정하십시오.',
    },
    unreachable: {
      title: '서버가 실험실에 관해 답하지 않습니다',
      todo: '다시 시작하는 중이거나, 실험실이 없는 버전일 수 있습니다.',
    },
  },
};

/** Texts of who may run what, by language. */
export const operatorTexts = { en, ko };
