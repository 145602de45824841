import { type Figure, type Mark, n } from "./marks";

const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
export const escape = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => SIGNS[sign] as string);

/** The figure as an SVG file that any program draws: shapes and texts, no styles from outside. */
export function svg({ marks, width, height, background, family }: Figure): string {
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" viewBox="0 0 ${n(width)} ${n(height)}" font-family="${escape(family)}">`;
  return `${head}<rect width="100%" height="100%" fill="${background}"/>${marks.map(written).join("")}</svg>`;
}

function written(mark: Mark): string {
  const faint = mark.opacity < 1 ? ` opacity="${n(mark.opacity)}"` : "";
  if (mark.kind === "words") {
    const rim = mark.halo ? ` stroke="${mark.halo}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"` : "";
    return `<text x="${n(mark.x)}" y="${n(mark.y)}" font-size="${n(mark.size)}" font-weight="${mark.weight}" text-anchor="${mark.anchor}" fill="${mark.fill}"${rim}${faint}>${escape(mark.text)}</text>`;
  }
  const moved = mark.at.join(" ") === "1 0 0 1 0 0" ? "" : ` transform="matrix(${mark.at.map(n).join(" ")})"`;
  const line = mark.stroke ? ` stroke="${mark.stroke}" stroke-width="${n(mark.width)}"${mark.dash.length > 0 ? ` stroke-dasharray="${mark.dash.join(" ")}"` : ""}` : "";
  return `<path d="${escape(mark.d)}" fill="${mark.fill || "none"}"${line}${moved}${faint}/>`;
}
