const en = {
  open: 'Replay',
  openTitle: 'Look back: replay what was recorded',
  mark: 'Replay',
  markTitle: 'You are looking at the past; alerts go on watching the present. Press to come back to now.',
  ago: (age: string) => `${age} ago`,
};

const ko: typeof en = {
  open: '다시 보기',
  openTitle: '기록된 지난 시간을 다시 보기',
  mark: '다시 보기',
  markTitle: '지난 시간을 보고 있으며 알림은 계속 현재를 지켜봅니다. 누르면 지금으로 돌아옵니다.',
  ago: (age) => `${age} 전`,
};

/** The texts of the button that opens the past and of the mark that says so: they load with the page, the rest when it is opened. */
export const buttonTexts = { en, ko };
