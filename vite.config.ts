import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
export default defineConfig({
  plugins: [react()],
  base: "./",
  resolve: { mainFields: ["module", "main"] },
  test: { server: { deps: { inline: [/@tensorflow/] } } },
});
