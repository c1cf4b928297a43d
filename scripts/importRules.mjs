/**
 * Which folder may import which, as two tables, and the lint rules that follow from them. `npm run imports` writes the
 * rules to `.oxlintrc.imports.json`, which `.oxlintrc.json` extends; `canary.mjs` fails if that file differs.
 * The rules need a file because oxlint runs a configuration script only on newer versions of Node than the oldest here.
 */
import { writeFileSync } from "node:fs";
import { basename } from "node:path";

export const RULES_FILE = ".oxlintrc.imports.json";

const NETWORKS = ["model", "training", "decoding", "fused"];
/** The parts of a score function and a cell that compute on tensors or on the fused operations. */
const COMPUTING_PARTS = [
  "**/scores/**/textbook",
  "**/scores/**/fused",
  "**/scores/textbook",
  "**/scores/fused",
  "**/scores/forms/**",
  "**/cells/**/textbook",
  "**/cells/textbook",
];
const PLAIN_DATA = [
  "setup",
  "text",
  "results",
  "files",
  "tasks",
  "corpus",
  "reference",
  "derivation",
  "edits",
  "alone",
];

/**
 * What each folder may import in addition to the engine's plain data.
 * @type {Record<string, string[]>}
 */
const FOLDERS = {
  engine: ["networks", "tfjs-core"],
  storage: [],
  serviceWorker: ["serviceWorker", "workbox"],
  workers: ["workers", "networks", "storage", "tfjs"],
  vis: ["vis", "d3"],
  lessons: ["lessons", "vis"],
  state: ["state", "lessons", "languages", "messages", "protocol", "storage", "react", "zustand"],
  i18n: ["i18n", "lessons", "languages", "state", "i18next", "react"],
  components: [
    "components",
    "protocol",
    "state",
    "lessons",
    "acts",
    "vis",
    "i18n",
    "languages",
    "places",
    "base-ui",
    "d3",
    "i18next",
    "katex",
    "react",
    "react-dom",
    "zustand",
  ],
};

/**
 * What each subfolder (room) may import from the other rooms of its folder.
 * @type {Record<string, Record<string, string[]>>}
 */
const ROOMS = {
  engine: Object.fromEntries(PLAIN_DATA.map((room) => [room, PLAIN_DATA])),
  workers: { alone: ["run"], backend: [], run: [], session: ["backend", "run"] },
  vis: {
    facts: [],
    layout: ["facts"],
    charts: ["facts"],
    tex: ["facts"],
    code: ["facts"],
    export: ["facts", "layout", "charts", "tex"],
  },
  state: {
    slices: [],
    ports: ["slices"],
    "store.ts": ["slices", "ports"],
    actions: ["slices", "ports", "store.ts"],
    effects: ["slices", "ports", "store.ts", "actions"],
  },
};

/** Folders of figures. A figure reads its props; the panel that places it reads the store. */
const FIGURES = ["unrolled", "beam", "step", "output", "gradients", "batch"];
/** Modules that read the store. */
const PANELS = [
  "**/state/**",
  "**/useLane",
  "**/useShownStep",
  "**/player/**",
  "**/training/**",
  "**/evaluation/**",
  "zustand",
  "zustand/**",
];

/**
 * The import patterns of each word in the first table.
 * @type {Record<string, string[]>}
 */
const TARGETS = {
  networks: [...NETWORKS.map((room) => `**/engine/${room}/**`), ...COMPUTING_PARTS],
  storage: ["**/storage/**"],
  serviceWorker: ["**/serviceWorker/**"],
  workbox: ["workbox-*", "workbox-*/**"],
  workers: ["**/workers/**"],
  state: ["**/state/**"],
  vis: ["**/vis/**"],
  lessons: ["**/lessons/**"],
  components: ["**/components/**"],
  i18n: ["**/i18n/**"],
  languages: ["**/languages"],
  places: ["**/places"],
  testing: ["**/testing/**"], // only tests may import it
  "base-ui": ["@base-ui/**"],
  tfjs: ["@tensorflow/**"],
  d3: ["d3-*"],
  i18next: ["i18next"],
  katex: ["katex"],
  react: ["react", "react/**"],
  "react-dom": ["react-dom", "react-dom/**"],
  zustand: ["zustand", "zustand/**"],
  node: ["node:*"],
};

/**
 * Words that allow a part of a refused target.
 * @type {Record<string, string[]>}
 */
const PARTS = {
  messages: ["!**/serviceWorker/messages"],
  protocol: ["!**/workers/protocol", "!**/workers/questions", "!**/workers/aloneProtocol"],
  acts: ["**/state/actions/**", "!**/state/actions/acts"], // what is done on the page goes through the log
  "tfjs-core": ["!@tensorflow/tfjs-core", "!@tensorflow/tfjs-core/**"],
};

/**
 * @param {string[]} files
 * @param {string[]} group
 * @param {string} message
 */
function rule(files, group, message) {
  const options = { patterns: [{ group, message: `${message} (scripts/importRules.mjs)` }] };
  return { files, rules: { "typescript/no-restricted-imports": ["error", options] } };
}

/** @param {string} folder */
function refusedIn(folder, allowed = FOLDERS[folder] ?? []) {
  const refused = Object.entries(TARGETS).filter(([target]) => !allowed.includes(target));
  return [
    ...refused.flatMap(([, paths]) => paths),
    ...allowed.flatMap((word) => PARTS[word] ?? []),
  ];
}

/** @param {string} folder */
function ruleOfFolder(folder) {
  const words = ["the engine's plain data", ...(FOLDERS[folder] ?? [])].join(", ");
  return rule([`src/${folder}/**`], refusedIn(folder), `${folder}/ may import: ${words}.`);
}

const isFile = (/** @type {string} */ room) => room.endsWith(".ts");
const pathOf = (/** @type {string} */ room) =>
  isFile(room) ? `**/${basename(room, ".ts")}` : `**/${room}/**`;

/**
 * A room's rule repeats its folder's rule, because only the last rule that matches a file applies.
 * @param {string} folder
 * @param {string} room
 */
function ruleOfRoom(folder, room) {
  const rooms = ROOMS[folder] ?? {};
  const allowed = rooms[room] ?? [];
  const others = [...Object.keys(rooms), ...(folder === "engine" ? NETWORKS : [])];
  const refused = [
    ...others.filter((other) => other !== room && !allowed.includes(other)).map(pathOf),
    ...(folder === "engine" ? COMPUTING_PARTS : []),
  ];
  const files = `src/${folder}/${room}${isFile(room) ? "" : "/**"}`;
  const words = allowed.filter((other) => other !== room).join(", ") || "no other room";
  const message = `${folder}/${room} may import: what ${folder}/ may; of ${folder}/, ${words}.`;
  return rule([files], [...refused, ...refusedIn(folder)], message);
}

function ruleOfFigures() {
  const files = FIGURES.map((folder) => `src/components/${folder}/**`);
  const message = "Figures read their props; the panel that places them reads the store.";
  return rule(files, [...refusedIn("components"), ...PANELS, "**/workers/**"], message);
}

/** Component tests open their page as main.tsx does. */
function ruleOfTestPages() {
  const parts = (FOLDERS["components"] ?? []).filter((word) => word !== "acts");
  const allowed = [...parts, "testing"];
  const message =
    "components/testing may import what components/ may, all of state/actions, and other helpers of tests.";
  return rule(["src/components/testing/**"], refusedIn("components", allowed), message);
}

/** The content of RULES_FILE: one rule per line. */
export function importRules() {
  const rules = [
    ...Object.keys(FOLDERS).map(ruleOfFolder),
    ruleOfFigures(),
    ruleOfTestPages(),
    ...Object.entries(ROOMS).flatMap(([folder, rooms]) =>
      Object.keys(rooms).map((room) => ruleOfRoom(folder, room)),
    ),
  ];
  const lines = rules.map((each) => JSON.stringify(each)).join(",\n");
  return `{ "plugins": ["typescript"], "overrides": [\n${lines}\n] }\n`;
}

if (process.argv.includes("--write")) writeFileSync(RULES_FILE, importRules());
