/** Compounds whose pronunciation does not follow from their spelling, respelled as pronounced, syllable for syllable. */

/** Spelling and respelling have finals in the same syllables, so that every jamo keeps its position. */
const RESPELLED: ReadonlyMap<string, string> = new Map(
  [
    // ㄴ is inserted before 이 and y-vowels (Standard Pronunciation 29)
    "학여울 학녀울",
    "알약 알냑",
    "물약 물냑",
    "내복약 내복냑",
    "색연필 색년필",
    "서울역 서울녁",
    "담요 담뇨",
    "눈요기 눈뇨기",
    "식용유 식용뉴",
    "휘발유 휘발뉴",
    "영업용 영업뇽",
    "한여름 한녀름",
    "신여성 신녀성",
    "콩엿 콩녓",
    "막일 막닐",
    "들일 들닐",
    "맨입 맨닙",
    "솔잎 솔닙",
    "꽃잎 꽃닙",
    "깻잎 깻닙",
    "나뭇잎 나뭇닙",
    "솜이불 솜니불",
    "홑이불 홑니불",
    "흙일 흑닐",
    "삯일 삭닐",
    // ㄴ stays before ㄹ, which becomes ㄴ (20)
    "신문로 신문노",
    "의견란 의견난",
    "임진란 임진난",
    "생산량 생산냥",
    "결단력 결단녁",
    "공권력 공권녁",
    "동원령 동원녕",
    "상견례 상견녜",
    "횡단로 횡단노",
    "이원론 이원논",
    "입원료 입원뇨",
    "구근류 구근뉴",
    // the first part ends as in isolation (15)
    "겉옷 걷옷",
    "헛웃음 헏웃음",
    "젖어미 젇어미",
    "값어치 갑어치",
    "값있는 갑있는",
    "넋없다 넉업다",
    // ㄼ is pronounced ㅂ (10)
    "넓둥글다 넙둥글다",
    "넓적다리 넙적다리",
  ].map((line) => {
    const [spelling = "", said = ""] = line.split(" ");
    return [spelling, said];
  }),
);

/** The respelling of such a compound, else the word itself. */
export function respell(word: string): string {
  return RESPELLED.get(word) ?? word;
}
