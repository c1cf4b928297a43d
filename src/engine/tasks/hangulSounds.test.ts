import { expect, test } from "vitest";
import { createRandom } from "../rng";
import { compose, jamoOf, syllablesOf, type PlacedSyllable } from "./hangul/jamo";
import { hangulSoundsFamily } from "./hangulSounds";
import type { Pair, Split } from "./task";

const task = hangulSoundsFamily.create({ shortest: 1, longest: 8, symbols: 52 });

function romanized(word: string): string | null {
  return task.solve(task.tokenize(word))?.target.join("") ?? null;
}

/** Each letter with the jamo that it is linked to, as readable text. */
function linked(word: string): string[] {
  const pair = task.solve(task.tokenize(word));
  if (!pair) throw new Error(`no answer to ${word}`);
  const { source, target, gold } = pair;
  return target.map((letter, t) => letter + (gold?.[t] ?? []).map((s) => source[s]).join(""));
}

function draw(count: number, split: Split, seed = 1): Pair[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => task.sample(random, split));
}

/** Examples from the official notice of the romanization, and names from signs and maps. */
const OFFICIAL = `
  구미 gumi, 영동 yeongdong, 백암 baegam, 옥천 okcheon, 합덕 hapdeok, 호법 hobeop, 월곶 wolgot, 벚꽃 beotkkot,
  한밭 hanbat, 구리 guri, 설악 seorak, 칠곡 chilgok, 임실 imsil, 울릉 ulleung, 대관령 daegwallyeong,
  백마 baengma, 신문로 sinmunno, 종로 jongno, 왕십리 wangsimni, 별내 byeollae, 신라 silla,
  학여울 hangnyeoul, 알약 allyak, 해돋이 haedoji, 같이 gachi, 굳히다 guchida, 맞히다 machida,
  좋고 joko, 놓다 nota, 잡혀 japyeo, 낳지 nachi, 묵호 mukho, 집현전 jiphyeonjeon,
  압구정 apgujeong, 낙동강 nakdonggang, 죽변 jukbyeon, 낙성대 nakseongdae, 합정 hapjeong, 팔당 paldang,
  샛별 saetbyeol, 울산 ulsan, 광희문 gwanghuimun, 중앙 jungang, 반구대 bangudae, 세운 seun, 해운대 haeundae,
  부산 busan, 세종 sejong, 충청북도 chungcheongbukdo, 제주도 jejudo, 의정부시 uijeongbusi, 신창읍 sinchangeup,
  남산 namsan, 속리산 songnisan, 금강 geumgang, 독도 dokdo, 경복궁 gyeongbokgung, 무량수전 muryangsujeon,
  연화교 yeonhwagyo, 극락전 geungnakjeon, 안압지 anapji, 남한산성 namhansanseong, 화랑대 hwarangdae,
  불국사 bulguksa, 현충사 hyeonchungsa, 독립문 dongnimmun, 오죽헌 ojukheon, 촉석루 chokseongnu,
  종묘 jongmyo, 다보탑 dabotap, 한라산 hallasan, 독립 dongnip, 강릉 gangneung, 청량리 cheongnyangni,
  서울 seoul, 인천 incheon, 광주 gwangju, 대전 daejeon, 수원 suwon, 경주 gyeongju, 전라 jeolla, 선릉 seolleung,
  석굴암 seokguram, 백제 baekje, 고구려 goguryeo, 한글 hangeul, 김치 gimchi, 태권도 taegwondo, 판소리 pansori,
  비빔밥 bibimbap, 불고기 bulgogi, 떡볶이 tteokbokki, 막걸리 makgeolli, 설날 seollal, 국립 gungnip, 한강 hangang
`
  .split(",")
  .map((line) => line.trim().split(" "));

test.each(OFFICIAL)("%s is %s", (word, latin) => {
  expect(romanized(word)).toBe(latin);
});

test("rules that do not occur in names of places", () => {
  const words = {
    있어: "isseo",
    갔니: "ganni",
    밖에: "bakke",
    좋은: "joeun",
    놓는: "nonneun",
    막혔다: "makyeotda",
  };
  const more = {
    굳이: "guji",
    닫혀: "dacheo",
    가져: "gajeo",
    맏형: "mathyeong",
    옷이: "osi",
    부엌에: "bueoke",
  };
  const compounds = {
    색연필: "saengnyeonpil",
    꽃잎: "kkonnip",
    의견란: "uigyeonnan",
    겉옷: "geodot",
  };
  for (const [word, latin] of Object.entries({ ...words, ...more, ...compounds }))
    expect([word, romanized(word)]).toEqual([word, latin]);
});

/** Finals of two consonants, by the examples of Standard Pronunciation 10-14, 18 and 20, written by hand. */
const DOUBLE_FINALS = `
  값 gap, 닭 dak, 흙 heuk, 칡 chik, 삶 sam, 앎 am, 몫 mok, 넋 neok, 삯 sak, 여덟 yeodeol, 외곬 oegol, 까닭 kkadak, 기슭 giseuk,
  앉다 anda, 얹다 eonda, 넓다 neolda, 짧다 jjalda, 얇다 yalda, 밟다 bapda, 밟소 bapso, 밟지 bapji, 밟는 bamneun, 밟고 bapgo,
  핥다 halda, 훑다 hulda, 읊다 eupda, 읊고 eupgo, 없다 eopda, 맑다 makda, 늙지 neukji, 읽다 ikda, 젊다 jeomda, 닮다 damda,
  굶다 gumda, 옮기다 omgida, 맑게 malge, 묽고 mulgo, 얽거나 eolgeona, 읽고 ilgo, 닭과 dakgwa, 흙과 heukgwa, 닭고기 dakgogi,
  많고 manko, 않던 anteon, 닳지 dalchi, 싫다 silta, 옳다 olta, 끓다 kkeulta, 많소 manso, 싫소 silso, 않네 anne, 않는 anneun,
  뚫네 ttulle, 뚫는 ttulleun, 닳는 dalleun, 핥네 halle, 넓네 neolle, 많아 mana, 많이 mani, 않은 aneun, 닳아 dara, 싫어 sireo,
  끓이다 kkeurida, 잃어 ireo, 밝히다 balkida, 넓히다 neolpida, 앉히다 anchida, 밝혀 balkyeo, 앉혀 ancheo, 닭하고 dakhago,
  넋이 neoksi, 앉아 anja, 닭을 dalgeul, 젊어 jeolmeo, 곬이 golsi, 핥아 halta, 읊어 eulpeo, 값을 gapseul, 없어 eopseo,
  값이 gapsi, 읽어 ilgeo, 밟아 balba, 넓어 neolbeo, 삶은 salmeun, 흙이 heulgi, 핥이다 halchida, 훑이다 hulchida,
  몫몫이 mongmoksi, 긁는 geungneun, 흙만 heungman, 읊는 eumneun, 없는 eomneun, 값만 gamman, 읽는 ingneun, 여덟만 yeodeolman,
  값어치 gabeochi, 넓둥글다 neopdunggeulda, 흙일 heungnil, 없습니다 eopseumnida, 많습니다 manseumnida, 좋습니다 joseumnida,
  맑은 물 malgeun mul, 흙을 밟다 heulgeul bapda, 닭 한 마리 dak han mari, 값 없는 gap eomneun
`
  .split(",")
  .map(
    (line) =>
      line
        .trim()
        .match(/^([^a-z]+) ([a-z ]+)$/)
        ?.slice(1, 3) ?? [line, ""],
  );

test.each(DOUBLE_FINALS)("%s is %s", (word, latin) => {
  expect(romanized(word)).toBe(latin);
});

test.each([
  ["nothing", ""],
  ["jamo that are no syllable", "ㅋㅋ"],
  ["nine syllables in two words", "가나다라마 바사아자"],
  ["a final of two consonants before ㅎ that stems and nouns treat differently", "값하다"],
  ["a noun and a stem that would differ, of a syllable that is neither", "릵고"],
  ["a final before ㅎ that verbs and nouns treat differently", "못하다"],
  ["a contraction", "붙여"],
  ["a meeting that Korean does not have", "좋마"],
  ["a vowel that the rules leave open", "하죠"],
  ["nine syllables", "가나다라마바사아자"],
  ["Latin letters", "seoul"],
])("there is no answer to %s", (_, text) => {
  expect(romanized(text)).toBeNull();
});

// Letters of a final (row) before an initial (column), from the tables printed with the rules; "?" is undefined.
const COLUMNS = Array.from("ㅇㄱㄴㄷㄹㅁㅂㅅㅈㅊㅋㅌㅍㅎㄲㄸㅃㅆㅉ");
const MEETINGS: Readonly<Record<string, string>> = {
  "": "- g n d r m b s j ch k t p h kk tt pp ss jj",
  ㄱ: "g kg ngn kd ngn ngm kb ks kj kch kk kt kp kh kkk ktt kpp kss kjj",
  ㄴ: "n ng nn nd ll nm nb ns nj nch nk nt np nh nkk ntt npp nss njj",
  ㄷ: "d tg nn td nn nm tb ts tj tch tk tt tp th tkk ttt tpp tss tjj",
  ㄹ: "r lg ll ld ll lm lb ls lj lch lk lt lp lh lkk ltt lpp lss ljj",
  ㅁ: "m mg mn md mn mm mb ms mj mch mk mt mp mh mkk mtt mpp mss mjj",
  ㅂ: "b pg mn pd mn mm pb ps pj pch pk pt pp ph pkk ptt ppp pss pjj",
  ㅅ: "s tg nn td nn nm tb ts tj tch tk tt tp ? tkk ttt tpp tss tjj",
  ㅇ: "ng ngg ngn ngd ngn ngm ngb ngs ngj ngch ngk ngt ngp ngh ngkk ngtt ngpp ngss ngjj",
  ㅈ: "j tg nn td nn nm tb ts tj tch tk tt tp ? tkk ttt tpp tss tjj",
  ㅊ: "ch tg nn td nn nm tb ts tj tch tk tt tp ? tkk ttt tpp tss tjj",
  ㅋ: "k kg ngn kd ngn ngm kb ks kj kch kk kt kp ? kkk ktt kpp kss kjj",
  ㅌ: "t tg nn td nn nm tb ts tj tch tk tt tp ? tkk ttt tpp tss tjj",
  ㅍ: "p pg mn pd mn mm pb ps pj pch pk pt pp ? pkk ptt ppp pss pjj",
  ㄲ: "kk kg ngn kd ngn ngm kb ks kj kch kk kt kp ? kkk ktt kpp kss kjj",
  ㅆ: "ss tg nn td nn nm tb ts tj tch tk tt tp ? tkk ttt tpp tss tjj",
  ㅎ: "- k nn t ? ? ? s ch ? ? ? ? ? ? ? ? ? ?",
  ㄳ: "ks kg ngn kd ngn ngm kb ks kj kch kk kt kp ? kkk ktt kpp kss kjj",
  ㄵ: "nj ng nn nd ll nm nb ns nj nch nk nt np ? nkk ntt npp nss njj",
  ㄶ: "n nk nn nt ? ? ? ns nch ? ? ? ? ? ? ? ? ? ?",
  ㄺ: "lg ? ngn kd ngn ngm kb ks kj kch kk kt kp kh kkk ktt kpp kss kjj",
  ㄻ: "lm mg mn md mn mm mb ms mj mch mk mt mp mh mkk mtt mpp mss mjj",
  ㄼ: "lb lg ll ld ll lm lb ls lj lch lk lt lp lh lkk ltt lpp lss ljj",
  ㄽ: "ls lg ll ld ll lm lb ls lj lch lk lt lp lh lkk ltt lpp lss ljj",
  ㄾ: "lt lg ll ld ll lm lb ls lj lch lk lt lp ? lkk ltt lpp lss ljj",
  ㄿ: "lp pg mn pd mn mm pb ps pj pch pk pt pp ? pkk ptt ppp pss pjj",
  ㅀ: "r lk ll lt ? ? ? ls lch ? ? ? ? ? ? ? ? ? ?",
  ㅄ: "ps pg mn pd mn mm pb ps pj pch pk pt pp ? pkk ptt ppp pss pjj",
};

/** Meetings that also depend on the vowel. */
const BEFORE_I: Readonly<Record<string, string>> = {
  ㄷㅇ: "j",
  ㅌㅇ: "ch",
  ㄱㅎ: "k",
  ㄷㅎ: "ch",
  ㅂㅎ: "p",
  ㅈㅎ: "ch",
  ㄾㅇ: "lch",
  ㄺㅎ: "lk",
  ㄼㅎ: "lp",
  ㄵㅎ: "nch",
  ㄾㅎ: "lch",
  ㄿㅎ: "lp",
};

/** ㄺ before ㄱ: a noun ends in ㄱ, a stem in ㄹ (11). 밟 ends in ㅂ before every consonant (10). */
function soundOf(syllable: PlacedSyllable, initial: string): string {
  const text = compose(syllable);
  if (syllable.final === "ㄺ" && initial === "ㄱ") return /[닭흙칡슭삵]/.test(text) ? "ㄱ" : "ㄹ";
  return text === "밟" && !/[ㅇㅎ]/.test(initial) ? "ㅂ" : syllable.final;
}

function meeting(final: string, initial: string): string {
  const letters = MEETINGS[final]?.split(" ")[COLUMNS.indexOf(initial)] ?? "?";
  return letters === "-" ? "" : letters;
}

test("every final before every initial is written as in the printed table", () => {
  for (const final of Object.keys(MEETINGS))
    for (const initial of COLUMNS) {
      const letters = meeting(final, initial);
      const jamo = ["ㅇ", "ㅏ", ...(final === "" ? [] : [final]), initial, "ㅗ"];
      const expected = letters === "?" ? null : `a${letters}o`;
      expect([jamo.join(""), task.solve(jamo)?.target.join("") ?? null]).toEqual([
        jamo.join(""),
        expected,
      ]);
    }
});

const VOWELS = Object.fromEntries(
  "ㅏa ㅐae ㅑya ㅒyae ㅓeo ㅔe ㅕyeo ㅖye ㅗo ㅘwa ㅙwae ㅚoe ㅛyo ㅜu ㅝwo ㅞwe ㅟwi ㅠyu ㅡeu ㅢui ㅣi"
    .split(" ")
    .map((entry) => [entry.charAt(0), entry.slice(1)]),
);
const LAST: Readonly<Record<string, string>> = Object.fromEntries(
  "ㄱk ㄲk ㅋk ㄴn ㄷt ㅅt ㅆt ㅈt ㅊt ㅌt ㅎt ㄹl ㅁm ㅂp ㅍp ㅇng ㄳk ㄵn ㄶn ㄺk ㄻm ㄼl ㄽl ㄾl ㄿp ㅀl ㅄp"
    .split(" ")
    .map((entry) => [entry.charAt(0), entry.slice(1)]),
);

function isSuffix({ initial, vowel, final }: PlacedSyllable): boolean {
  return vowel === "ㅣ" || (vowel === "ㅕ" && initial === "ㅎ" && /^ㅆ?$/.test(final));
}

/** A word's letters, by looking up every meeting in the tables. */
function byTable(syllables: readonly PlacedSyllable[]): string {
  let latin = "";
  let previous: PlacedSyllable | null = null;
  for (const syllable of syllables) {
    const { initial, vowel } = syllable;
    const before: string = previous ? soundOf(previous, initial) : "";
    const suffix = isSuffix(syllable);
    const consonants = (suffix && BEFORE_I[before + initial]) || meeting(before, initial);
    const palatal = /[ㅈㅉㅊ]/.test(initial) || (initial === "ㅎ" && consonants.endsWith("ch"));
    latin += consonants + (vowel === "ㅕ" && palatal ? "eo" : VOWELS[vowel]);
    previous = syllable;
  }
  return latin + (previous ? (LAST[soundOf(previous, "end")] ?? "") : "");
}

/** A text's letters, word by word. */
function textByTable(source: readonly string[]): string {
  const words = source.join("").split(" ");
  return words.map((word) => byTable(syllablesOf(Array.from(word)) ?? [])).join(" ");
}

test("whole words are the letters of their meetings in the table", () => {
  const wrong = [...draw(4000, "train"), ...draw(1000, "heldOut")].filter(
    ({ source, target }) => target.join("") !== textByTable(source),
  );
  expect(wrong.map((pair) => pair.source.join(""))).toEqual([]);
});

test("gold links, by hand: a changed sound is also linked to the jamo that changes it", () => {
  expect(linked("독립")).toEqual(["dㄷ", "oㅗ", "nㄱㄹ", "gㄱㄹ", "nㄹㄱ", "iㅣ", "pㅂ"]);
  expect(linked("신라")).toEqual(["sㅅ", "iㅣ", "lㄴㄹ", "lㄹㄴ", "aㅏ"]);
  expect(linked("설날")).toEqual(["sㅅ", "eㅓ", "oㅓ", "lㄹ", "lㄴㄹ", "aㅏ", "lㄹ"]);
  expect(linked("국어")).toEqual(["gㄱ", "uㅜ", "gㄱㅇ", "eㅓ", "oㅓ"]);
  expect(linked("강산")).toEqual(["gㄱ", "aㅏ", "nㅇ", "gㅇ", "sㅅ", "aㅏ", "nㄴ"]);
  expect(linked("같이")).toEqual(["gㄱ", "aㅏ", "cㅌㅇㅣ", "hㅌㅇㅣ", "iㅣ"]);
  expect(linked("좋고")).toEqual(["jㅈ", "oㅗ", "kㄱㅎ", "oㅗ"]);
  expect(linked("좋아")).toEqual(["jㅈ", "oㅗ", "aㅏ"]);
  expect(linked("낳지")).toEqual(["nㄴ", "aㅏ", "cㅈㅎ", "hㅈㅎ", "iㅣ"]);
  expect(linked("굳히")).toEqual(["gㄱ", "uㅜ", "cㅎㄷㅣ", "hㅎㄷㅣ", "iㅣ"]);
  expect(linked("묵호")).toEqual(["mㅁ", "uㅜ", "kㄱ", "hㅎ", "oㅗ"]);
  expect(linked("가져")).toEqual(["gㄱ", "aㅏ", "jㅈ", "eㅕㅈ", "oㅕㅈ"]);
  expect(linked("알약")).toEqual(["aㅏ", "lㄹ", "lㅇㄹ", "yㅑ", "aㅑ", "kㄱ"]);
  expect(linked("값")).toEqual(["gㄱ", "aㅏ", "pㅄ"]);
  expect(linked("값이")).toEqual(["gㄱ", "aㅏ", "pㅄ", "sㅇㅄ", "iㅣ"]);
  expect(linked("닭을")).toEqual(["dㄷ", "aㅏ", "lㄺㅇ", "gㅇㄺ", "eㅡ", "uㅡ", "lㄹ"]);
  expect(linked("많고")).toEqual(["mㅁ", "aㅏ", "nㄶ", "kㄱㄶ", "oㅗ"]);
  expect(linked("핥이")).toEqual(["hㅎ", "aㅏ", "lㄾ", "cㅇㄾㅣ", "hㅇㄾㅣ", "iㅣ"]);
  expect(linked("맑은 물").slice(6)).toEqual(["nㄴ", "  ", "mㅁ", "uㅜ", "lㄹ"]);
});

/** Whether the positions are adjacent. */
function areTogether(positions: readonly number[]): boolean {
  return Math.max(...positions) - Math.min(...positions) === positions.length - 1;
}

test("a letter is linked to one jamo, or to adjacent ones", () => {
  const apart = draw(3000, "train").filter(
    ({ target, gold }) => gold?.length !== target.length || !gold.every(areTogether),
  );
  expect(apart).toEqual([]);
});

test("many words of two or more syllables sound different from their single syllables", () => {
  const initial = hangulSoundsFamily.create(hangulSoundsFamily.initial);
  const random = createRandom(1);
  const words = Array.from({ length: 4000 }, () => initial.sample(random, "train"));
  const long = words.flatMap(({ source, target }) => {
    const syllables = syllablesOf(source) ?? []; // none of two words
    const alone = syllables.map((syllable) => byTable([syllable])).join("");
    return syllables.length <= 1 ? [] : [target.join("") === alone ? 0 : 1];
  });
  const changed = long.reduce<number>((sum, one) => sum + one, 0);
  expect(changed / long.length).toBeGreaterThan(0.3);
});

test("jamo typed one by one give the word that they spell", () => {
  expect(romanized("ㄷㅗㄱㄹㅣㅂ")).toBe("dongnip");
  expect(task.tokenize(" 독립 ")).toEqual(jamoOf("독립"));
});
