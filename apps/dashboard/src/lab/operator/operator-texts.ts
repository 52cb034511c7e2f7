const en = {
  token: 'Operator’s token',
  use: 'Use it',
  note: 'The server has it as TICKWAY_LAB_TOKEN. It is kept in this tab only.',
};

const ko: typeof en = {
  token: '운영자 토큰',
  use: '사용',
  note: '서버의 TICKWAY_LAB_TOKEN 값입니다. 이 탭에만 보관합니다.',
};

/** Texts of the operator's field, by language. */
export const operatorTexts = { en, ko };
