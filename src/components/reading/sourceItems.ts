/** The notes and papers that the page teaches, point by point, and where the course or the page has each point. */
import type { NoteId } from "../../vis/code/notes/note";
import type { WhereId } from "./wheres";

/** "mistake": what the source says is wrong or misleads; the text then has the right statement, too. */
export type ItemKind = "idea" | "code" | "mistake";

export interface SourceItem {
  readonly kind: ItemKind;
  /** Lessons of the course by their ids; a lesson that the page does not have is left out. */
  readonly lessons?: readonly string[];
  readonly wheres?: readonly WhereId[];
  /** The note beside the PyTorch code that shows both ways of writing it. */
  readonly note?: NoteId;
}

const idea = (lessons: readonly string[], ...wheres: WhereId[]): SourceItem => ({
  kind: "idea",
  lessons,
  wheres,
});

const code = (note: NoteId, lessons: readonly string[] = []): SourceItem => ({
  kind: "code",
  lessons,
  note,
});

const mistake = (lessons: readonly string[], ...wheres: WhereId[]): SourceItem => ({
  kind: "mistake",
  lessons,
  wheres,
});

const mistakeInCode = (note: NoteId, lessons: readonly string[] = []): SourceItem => ({
  kind: "mistake",
  lessons,
  note,
});

export const SOURCES = {
  diary: {
    namesRead: idea(["readOrWrite"], "data"),
    namesWritten: idea(["readOrWrite"], "data"),
    sequences: idea(["readTheMap"], "stage"),
    tokens: idea(["readTheMap"], "data"),
    twoNetworks: idea(["readTheMap", "insideACell"], "stage", "cellsSetting"),
    startAndEnd: idea(["readTheMap"], "stage"),
    oneHot: mistakeInCode("oneHot", ["insideACell"]),
    relu: mistakeInCode("relu", ["bottleneck"]),
    maxLength: mistakeInCode("maxLength", ["holesInABatch"]),
    greedy: code("topk", ["whichAnswer"]),
    detach: code("detach", ["feedingTheTruth"]),
    longSentences: idea(["bottleneck"], "attentionSetting"),
    sequential: idea(["lookEverywhere"], "readings"),
    additive: idea(["askTheSource", "fourScores"], "score"),
    permute: mistakeInCode("permute", ["mistakesInside"]),
    biasOfV: mistakeInCode("biasOfV", ["fourScores"]),
    keysAgain: mistake(["fourScores"], "scoreCode"),
    noMask: mistakeInCode("mask", ["holesInABatch"]),
    logSoftmax: code("logSoftmax", ["spotTheMistake"]),
  },
  lecture: {
    manyToMany: idea(["readTheMap"], "stage"),
    notShared: idea(["insideACell"], "model"),
    fixedSize: idea(["bottleneck"], "attentionSetting"),
    reversed: idea(["bottleneck"], "readingSetting"),
    chooseStates: idea(["askTheSource"], "map"),
    newState: idea(["whenItLooks"], "timingSetting"),
    teacherForcing: idea(["feedingTheTruth"], "forcing"),
    generalDiagonal: mistake(["fourScores", "mistakesInside"], "attentionSetting"),
    concat: idea(["fourScores"], "attentionSetting"),
    solved: mistake(["bottleneck", "mistakesInside"], "results"),
    path: idea(["twoRoads"], "gradients"),
    statesUpdated: mistake(["howItLearns"], "gradients"),
    interpretable: idea(["notAReason"], "map"),
    sizes: idea([], "cellsSetting"),
    packing: mistakeInCode("packing", ["holesInABatch"]),
    zeroState: mistakeInCode("zeroState"),
    lastStates: mistakeInCode("lastStates", ["insideACell", "mistakesInside"]),
    bridge: idea(["insideACell"], "readingSetting"),
    coin: mistakeInCode("coin", ["feedingTheTruth", "spotTheMistake"]),
    coinUnit: mistake(["feedingTheTruth"], "forcingSetting"),
    firstRow: mistakeInCode("firstRow", ["spotTheMistake"]),
    lengthLimit: mistakeInCode("allEnded", ["holesInABatch"]),
    dotSizes: mistake(["fourScores"], "attentionSetting"),
  },
  lineByLine: {
    threeMatrices: idea(["askTheSource", "fourScores"], "score"),
    currentState: mistake(["whenItLooks"], "query"),
    squeeze: code("squeeze", ["askTheSource"]),
    sumOne: idea(["readTheMap", "askTheSource"], "softmax"),
    bmm: code("bmm", ["askTheSource"]),
    catInput: code("catInput", ["whenItLooks"]),
    fill: mistakeInCode("fill"),
    underscores: mistake([], "scoreCode"),
    similarity: mistake(["askTheSource", "fourScores", "mistakesInside"], "score"),
    contextNotWeights: mistake(["askTheSource"], "context"),
    softmaxRank: mistake(["askTheSource"], "softmaxCode"),
    exposureBias: idea(["feedingTheTruth"], "forcing"),
    withoutForcing: mistake(["feedingTheTruth"], "results"),
    decay: idea(["feedingTheTruth"], "forcingSetting"),
    argmax: code("softmaxFirst", ["whichAnswer"]),
    logits: mistake(["spotTheMistake"], "logits"),
    dropout: mistake(["mistakesInside"], "cellsSetting"),
    outputHidden: mistakeInCode("outputHidden", ["insideACell"]),
    catSteps: code("catSteps"),
  },
  multiLayer: {
    uses: idea(["readTheMap"], "data"),
    contextVector: mistake(["bottleneck", "askTheSource"], "context"),
    layers: idea(["insideACell"], "cellsSetting"),
    dropout: idea([], "cellsSetting"),
    doubleSoftmax: mistakeInCode("doubleSoftmax", ["spotTheMistake"]),
    actualLengths: mistakeInCode("actualLengths", ["spotTheMistake"]),
    floatTokens: mistake(["spotTheMistake"], "outputCode"),
    allEnded: mistakeInCode("allEnded", ["holesInABatch", "spotTheMistake"]),
    shift: mistake(["feedingTheTruth", "spotTheMistake"], "stage"),
    zeroRow: mistakeInCode("firstRow", ["spotTheMistake"]),
    checks: mistake(["feedingTheTruth"], "forcing"),
    padding: mistakeInCode("padding", ["holesInABatch"]),
    trainEval: mistakeInCode("trainEval"),
    ratioLater: mistake(["feedingTheTruth"], "forcing"),
    rank: mistake(["mistakesInside"], "logits"),
    loop: mistakeInCode("maxLength"),
  },
  draft: {
    bothEnds: mistake(["readTheMap"], "stage"),
    everyStep: mistake(["feedingTheTruth"], "forcing"),
    transformers: idea(["lookEverywhere"], "model"),
  },
  tutorial: {
    location: mistakeInCode("location", ["fourScores"]),
    samePad: mistake(["holesInABatch"], "softmaxCode"),
    padLoss: mistakeInCode("padLoss", ["holesInABatch", "spotTheMistake"]),
    paddedTraining: mistake(["holesInABatch"], "softmaxCode"),
    ratio: mistake(["feedingTheTruth"], "forcingSetting"),
    noHeldOut: mistake(["howItLearns"], "results"),
    letters: mistake([], "data"),
    lastOutput: idea(["readOrWrite"], "data"),
    classEachStep: idea(["readOrWrite"], "data"),
    accents: mistake(["readOrWrite"], "data"),
  },
  papers: {
    hochreiter1997: idea(["insideACell", "twoRoads"], "cellsSetting"),
    cho2014: idea(["insideACell", "bottleneck"], "cell"),
    sutskever2014: idea(["bottleneck"], "readingSetting"),
    bahdanau2015: idea(["askTheSource", "whenItLooks"], "score"),
    luong2015: idea(["fourScores", "whenItLooks"], "timingSetting"),
    bengio2015: idea(["feedingTheTruth"], "forcingSetting"),
    ranzato2016: idea(["feedingTheTruth"], "results"),
    pascanu2013: idea(["howItLearns", "twoRoads"], "updatesSetting"),
    kingma2015: idea(["howItLearns"], "updatesSetting"),
    koehn2017: idea(["notAReason"], "results"),
    jain2019: idea(["notAReason"], "map"),
    wiegreffe2019: idea(["notAReason"], "map"),
    vaswani2017: idea(["lookEverywhere"], "model"),
    xiong2020: idea(["lookEverywhere"], "model"),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, SourceItem>>>>;

export type SourceId = keyof typeof SOURCES;
