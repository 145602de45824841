// Writes ui/src/api/schema.ts from the OpenAPI document that `python -m wend.web.openapi` prints.
// It lives in its own folder because openapi-typescript needs the TypeScript 5 compiler interface.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

const house = fileURLToPath(new URL("../../../", import.meta.url));
const own = `${house}.venv/bin/python`;
const python = process.env.WEND_PYTHON ?? (existsSync(own) ? own : "python3");
const given = process.argv[2];
const printed = given ? readFileSync(given, "utf8") : execFileSync(python, ["-m", "wend.web.openapi"], { cwd: house, encoding: "utf8", maxBuffer: 64 << 20 });

// openapi-fetch reads fixed-length tuples back as plain arrays; both sides must say the same.
const untupled = (_key, value) => {
  if (!Array.isArray(value?.prefixItems)) return value;
  const { prefixItems, minItems, maxItems, ...rest } = value;
  const kinds = [...new Map(prefixItems.map((item) => [JSON.stringify(item), item])).values()];
  return { ...rest, items: kinds.length === 1 ? kinds[0] : { anyOf: kinds } };
};

const types = astToString(await openapiTS(JSON.parse(printed, untupled), { defaultNonNullable: true, immutable: false, alphabetize: true }));
const heading = "// Generated from the OpenAPI document by `npm run api`. Do not edit.\n\n";
writeFileSync(new URL("../../src/api/schema.ts", import.meta.url), heading + types);
