/** A link for a class opens the page as the teacher wished, and says no more than that. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANGUAGE_IDS } from "../../languages";
import { LESSON_IDS } from "../../lessons/catalogue";
import { classQuery, type ClassWish, INITIAL_WISH } from "./classLink";
import { HIDEABLE, INITIAL_CLASSROOM } from "./classroom";
import { readEdits, writeEdits } from "./linkedEdits";
import { readView, writeView } from "./linkedView";
import { openingOf } from "./opening";
import { INITIAL_VIEW } from "./view";

const NOTHING = new URLSearchParams();

const wishes: fc.Arbitrary<ClassWish> = fc.record({
  start: fc.constantFrom(...LESSON_IDS, "lab" as const),
  hidden: fc.subarray([...HIDEABLE]),
  isLocked: fc.boolean(),
  isLarge: fc.boolean(),
  isPresenting: fc.boolean(),
  language: fc.constantFrom(null, ...LANGUAGE_IDS),
});

const opened = (query: URLSearchParams) => new URLSearchParams(query.toString());

describe("a link for a class", () => {
  it("is read as it was wished", () => {
    fc.assert(
      fc.property(wishes, (wish) => {
        const query = opened(classQuery(wish, NOTHING));
        const view = { ...INITIAL_CLASSROOM, ...readView(query) };
        const { mode, lesson } = openingOf(query, "en", { id: "twoRoads", step: 2 });
        expect({
          start: mode === "lab" ? mode : lesson?.id,
          hidden: view.hidden,
          isLocked: view.isLocked,
          isLarge: view.typeSize === "large",
          isPresenting: view.isPresenting,
          language: view.language ?? null,
        }).toEqual({ ...wish, hidden: HIDEABLE.filter((each) => wish.hidden.includes(each)) });
        expect(mode).not.toBe("compare");
      }),
    );
  });

  it("names only what differs from the page's own choice", () => {
    expect(classQuery(INITIAL_WISH, NOTHING).toString()).toBe("lesson=readTheMap");
    const wish: ClassWish = {
      ...INITIAL_WISH,
      start: "bottleneck",
      hidden: ["files", "modes"],
      isLocked: true,
      language: "ko",
    };
    expect(classQuery(wish, NOTHING).toString()).toBe(
      "lesson=bottleneck&hide=modes.files&lock=1&lang=ko",
    );
  });

  it("takes settings and stage of the teacher's page along, and not what the page itself is like", () => {
    const current = new URLSearchParams(
      "mode=learn&lesson=twoRoads.3&task=dates&seed=7&read=teacher&rail=data&lang=ko&hide=rail_4&step=2",
    );
    const query = classQuery({ ...INITIAL_WISH, start: "lab", hidden: ["edits"] }, current);
    expect(query.toString()).toBe("mode=lab&task=dates&seed=7&step=2&hide=edits_4");
    expect(readEdits(query)).toEqual({ edits: [{ kind: "hide", position: 3 }], refused: [] });
    expect(readView(query).hidden).toEqual(["edits"]);
  });
});

describe("the places in the link of a page", () => {
  it("are written beside the hidden tokens, and both are read back", () => {
    const query = new URLSearchParams();
    writeView(
      query,
      { ...INITIAL_VIEW, hidden: ["inspector", "files"], isLocked: true },
      "reverse",
    );
    writeEdits(query, [{ kind: "hide", position: 1 }]);
    expect(query.get("hide")).toBe("inspector.files_2");
    expect(readView(query)).toMatchObject({ hidden: ["inspector", "files"], isLocked: true });
    expect(readEdits(query).edits).toEqual([{ kind: "hide", position: 1 }]);
  });

  it("can be separated by commas; what is no place is named as refused", () => {
    const query = new URLSearchParams("hide=rail,code_windows");
    expect(readView(query).hidden).toEqual(["rail", "code"]);
    expect(readEdits(query).refused).toEqual(["hide=windows"]);
  });
});
