export const step = {
  region: "This step",
} as const;
