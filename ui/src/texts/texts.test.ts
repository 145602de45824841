import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import en from "./en.json";
import vi from "./vi.json";

const english: Record<string, string> = en;
const vietnamese: Record<string, string> = vi;
const base = (key: string) => key.replace(/_(one|other)$/, "");
const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort();
const SOURCES = join(import.meta.dirname, "..");

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.includes(".test.") && entry.name !== "schema.ts" ? [path] : [];
  });
}

const written = sources(SOURCES).map((path) => ({ path, text: readFileSync(path, "utf8") }));

describe("texts", () => {
  it("say the same keys in both languages", () => {
    expect([...new Set(Object.keys(vietnamese).map(base))].sort()).toEqual([...new Set(Object.keys(english).map(base))].sort());
  });

  it("are never empty and have the same places", () => {
    for (const [key, text] of Object.entries(vietnamese)) {
      const twin = english[key] ?? english[`${base(key)}_other`] ?? "";
      expect(text.trim(), key).not.toBe("");
      expect(places(text), key).toEqual(places(twin));
    }
  });

  it("exist for every key that the code asks for", () => {
    const known = new Set(Object.keys(english).map(base));
    for (const { path, text } of written) {
      for (const [, key] of text.matchAll(/\bsay\("([^"]+)"/g)) expect(known.has(key as string), `${path}: ${key}`).toBe(true);
    }
  });

  it("are all used", () => {
    const code = written.map(({ text }) => text).join("\n");
    const stems = [...code.matchAll(/`([a-z_]+\.[a-z_]*)\$\{/g)].map((found) => found[1] as string);
    const unused = [...new Set(Object.keys(english).map(base))].filter((key) => !code.includes(`"${key}"`) && !stems.some((stem) => key.startsWith(stem)));
    expect(unused).toEqual([]);
  });

  it("are not written into components", () => {
    for (const { path, text } of written.filter(({ path }) => path.endsWith(".tsx"))) {
      const loose = [...text.matchAll(/>\s*([A-Z][a-z]{2,}[^<>{}=()]*)</g)].map((found) => found[1]).filter((word) => word !== "Wend");
      expect(loose, path).toEqual([]);
    }
  });
});
