let pen: CanvasRenderingContext2D | null = null;
const known = new Map<string, string>();

/** Any colour that a browser computes, as every program reads it; "" for one that cannot be seen. */
export function plainColour(colour: string): string {
  if (colour === "none" || colour === "transparent" || colour === "") return "";
  const kept = known.get(colour);
  if (kept !== undefined) return kept;
  if (!pen) {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 1;
    pen = canvas.getContext("2d", { willReadFrequently: true });
  }
  if (!pen) return colour;
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0, a = 0] = pen.getImageData(0, 0, 1, 1).data;
  const plain = a === 0 ? "" : a === 255 ? `rgb(${r},${g},${b})` : `rgba(${r},${g},${b},${Math.round((a / 255) * 1000) / 1000})`;
  known.set(colour, plain);
  return plain;
}

/** How far a font's letters reach above the baseline, in pixels. */
export function ascent(style: CSSStyleDeclaration): number {
  plainColour("rgb(1,1,1)");
  if (!pen) return 0;
  pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  return pen.measureText("x").fontBoundingBoxAscent;
}
