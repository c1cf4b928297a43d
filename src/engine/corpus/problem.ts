/** Why a whole input cannot be used: plain data, from which the page writes a sentence. */
import type { DroppedPairs, Encoding } from "./report";

/** Kinds of files that hold no text of pairs, each with a way out that the page names. */
export type NotText =
  | "xls"
  | "doc"
  | "ppt"
  | "docx"
  | "pptx"
  | "odt"
  | "ods"
  | "numbers"
  | "pdf"
  | "hwp"
  | "hwpx"
  | "rtf"
  | "png"
  | "jpeg"
  | "gif"
  | "rar"
  | "7z"
  | "tar"
  | "tarGz"
  | "bz2"
  | "xz"
  | "zstd"
  | "sqlite"
  | "anki" // a deck: .apkg or .colpkg
  | "epub"
  | "locked" // an Office file with a password
  | "model" // this app's own model file
  | "binary"; // of no kind that is known here

/** A file of two, by name and number of lines. */
export interface CountedFile {
  readonly name: string;
  readonly lines: number;
}

/** Why the input as a whole cannot be used. `name`: of the file, "" for pasted text or a nameless one. */
export type CorpusProblem =
  | { readonly kind: "empty" }
  | {
      readonly kind: "tooLarge";
      readonly name: string;
      readonly bytes: number;
      readonly limit: number;
    }
  | { readonly kind: "unpackedTooLarge"; readonly name: string; readonly limit: number }
  | { readonly kind: "tooManyFiles"; readonly files: number; readonly most: number }
  | { readonly kind: "unreadable"; readonly name: string } // the file was changed or deleted after it was chosen
  | { readonly kind: "notText"; readonly name: string; readonly format: NotText }
  /** An archive or workbook that cannot be unpacked. */
  | {
      readonly kind: "damaged";
      readonly name: string;
      readonly container: "gz" | "zip" | "xlsx";
      readonly why: "broken" | "password";
    }
  /** An archive without a file to read; `files` are the names of its first ones. */
  | { readonly kind: "noMember"; readonly name: string; readonly files: readonly string[] }
  /** `encoding`: the one chosen, "utf-8" where none was. */
  | {
      readonly kind: "encoding";
      readonly name: string;
      readonly encoding: Encoding;
      readonly byteOffset: number; // of the first invalid byte
    }
  /** No delimiter divides the lines in two. */
  | { readonly kind: "noColumns"; readonly line: number; readonly text: string }
  | {
      readonly kind: "tooManyColumns";
      readonly line: number;
      readonly columns: number;
      readonly limit: number;
    }
  /** JSON that ends or breaks off; `line` from 1. */
  | { readonly kind: "brokenJson"; readonly line: number; readonly quote: string }
  /** JSON without a list of records that have two fields; `fields`: those that were found. */
  | { readonly kind: "noFields"; readonly fields: readonly string[] }
  /**
   * Two files whose lines do not correspond. `line`: the first at which one file is blank and the other is not, so
   * perhaps the place; null where there is none.
   */
  | {
      readonly kind: "unequalLines";
      readonly first: CountedFile;
      readonly second: CountedFile;
      readonly line: number | null;
    }
  | {
      readonly kind: "tooFew";
      readonly kept: number; // pairs with the same source count once: the split keeps them together
      readonly least: number;
      readonly read: number; // rows
      readonly dropped: DroppedPairs;
    };
