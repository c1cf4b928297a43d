/** The edits of a link reach the Show, unless they are for another example. */
import { beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import { initialise } from "../actions/initialise";
import { dismissRefused, noteRefused, useRefused } from "../slices/rejectedUrlSettings";
import { setView, useApp } from "../store";
import { openLinkedEdits } from "./openLinkedEdits";

const LINK = new URLSearchParams("say=2.q&hide=3&atemp=x");
const EDITS = [
  { kind: "hide", position: 2 },
  { kind: "say", step: 1, token: "q" },
];

const showNow = () => useApp.getState().view.show;

describe("the edits of a link", () => {
  beforeEach(() => {
    dismissRefused();
    initialise(DEFAULT_CONFIG, { show: { feeding: "truth" } });
  });

  it("join the Show; the page names what it could not read, beside the settings", () => {
    noteRefused(["hidden=x"]);
    openLinkedEdits(LINK, showNow().example);
    expect(showNow()).toMatchObject({ feeding: "truth", edits: EDITS });
    expect(useRefused.getState()).toEqual(["hidden=x", "atemp=x"]);
  });

  it("are not for an example that the student has chosen meanwhile", () => {
    const { example } = showNow();
    setView({ show: { ...showNow(), example: { kind: "typed", text: "abc" } } });
    openLinkedEdits(LINK, example);
    expect(showNow().edits).toEqual([]);
  });
});
