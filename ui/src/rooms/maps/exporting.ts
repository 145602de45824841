import { createQuerySerializer } from "openapi-fetch";
import type { paths } from "~/api/schema";
import type { Asked } from "~/kit/selection/selection";
import type { Language } from "~/texts/texts";

export const FORMS = ["svg", "png", "pdf", "xlsx", "json"] as const;
const ADDRESS: keyof paths = "/api/map/export.{form}";

/** Where the browser downloads the map as a file, in the language on screen. */
export function exportAddress(form: (typeof FORMS)[number], language: Language, asked: Asked, moves: readonly string[]): string {
  const query = createQuerySerializer<Record<string, unknown>>()({ ...asked, ...(moves.length > 0 ? { moves } : {}), lang: language });
  return `${ADDRESS.replace("{form}", form)}?${query}`;
}
