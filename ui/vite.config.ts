import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "~": here("./src") } },
  build: {
    outDir: here("../src/wend/web/app"),
    emptyOutDir: true,
    // The page's content security policy has no `data:` fonts or scripts: every asset is a file of its own.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { "/api": process.env.WEND_SERVER ?? "http://127.0.0.1:8377" } },
});
