/** Numbers as the page's language writes them. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

export interface Format {
  /** A number with at most this many decimals, or exactly as many where `exact` is set. */
  number(value: number, decimals?: number): string;
  /** A number with exactly this many decimals, so that columns of them line up. */
  fixed(value: number, decimals: number): string;
  /** A share of 1 as a percentage. */
  percent(share: number, decimals?: number): string;
}

/** The formats of a language: pure, for tests and for everything outside React. */
export function createFormat(language: string): Format {
  const write = (value: number, options: Intl.NumberFormatOptions): string =>
    new Intl.NumberFormat(language, options).format(value);
  return {
    number: (value, decimals = 0) => write(value, { maximumFractionDigits: decimals }),
    fixed: (value, decimals) =>
      write(value, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
    percent: (share, decimals = 1) =>
      write(share, {
        style: "percent",
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      }),
  };
}

export function useFormat(): Format {
  const { i18n } = useTranslation();
  return useMemo(() => createFormat(i18n.language), [i18n.language]);
}
