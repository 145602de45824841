import { copyFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const APP = here("../src/wend/web/app");

/** The library that sites send events with, as it is: Wend gives it out beside its own pages. */
const library = {
  name: "library",
  closeBundle: () => copyFileSync(here("./node_modules/@segment/analytics-next/dist/umd/standalone.js"), `${APP}/analytics.js`),
};

export default defineConfig({
  plugins: [react(), library],
  resolve: { alias: { "~": here("./src") } },
  build: {
    outDir: APP,
    emptyOutDir: true,
    // The page's content security policy has no `data:` fonts or scripts: every asset is a file of its own.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { "/api": process.env.WEND_SERVER ?? "http://127.0.0.1:8377" } },
});
