export const step = {
  region: "이번 단계",
} as const;
