import { describe, expect, it } from "vitest";
import { namesInFiles, namesInLines } from "./ownNames";

describe("own names in lines", () => {
  it("have a name and a class, in either order, with any of three separators", () => {
    const expected = [
      { name: "Kim", label: "ko" },
      { name: "Lee", label: "ko" },
      { name: "Rossi", label: "it" },
    ];
    expect(namesInLines("Kim\tko\r\nLee\tko\nRossi\tit\n")).toEqual(expected);
    expect(namesInLines("ko;Kim\nko;Lee\nit;Rossi")).toEqual(expected);
    expect(namesInLines("Kim, ko\nLee, ko\n\nno class\nRossi, it")).toEqual(expected);
  });
});

describe("own names in files", () => {
  it("take the class from the name of the file, as the PyTorch tutorial has it", () => {
    const files = [
      { fileName: "Korean.txt", text: "Kim\nLee\n" },
      { fileName: "Italian.txt", text: "Rossi" },
    ];
    expect(namesInFiles(files)).toEqual([
      { name: "Kim", label: "Korean" },
      { name: "Lee", label: "Korean" },
      { name: "Rossi", label: "Italian" },
    ]);
  });

  it("may also have both columns", () => {
    const names = namesInFiles([{ fileName: "all.csv", text: "Kim,ko\nRossi,it" }]);
    expect(names.map(({ label }) => label)).toEqual(["ko", "it"]);
  });
});
