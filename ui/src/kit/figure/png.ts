import type { Figure, Mark } from "./marks";

/** Pixels of the file for one on screen. */
const SCALE = 2;

/** The figure as a PNG file. */
export async function png(figure: Figure): Promise<Blob> {
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(figure.width * SCALE);
  canvas.height = Math.ceil(figure.height * SCALE);
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas");
  pen.scale(SCALE, SCALE);
  pen.fillStyle = figure.background;
  pen.fillRect(0, 0, figure.width, figure.height);
  for (const mark of figure.marks) draw(pen, mark, figure.family);
  return await new Promise((done, refuse) => canvas.toBlob((blob) => (blob ? done(blob) : refuse(new Error("empty canvas"))), "image/png"));
}

function draw(pen: CanvasRenderingContext2D, mark: Mark, family: string): void {
  pen.save();
  pen.globalAlpha = mark.opacity;
  if (mark.kind === "words") {
    pen.font = `${mark.weight} ${mark.size}px ${family}`;
    pen.textAlign = mark.anchor === "middle" ? "center" : mark.anchor;
    if (mark.halo) {
      pen.strokeStyle = mark.halo;
      pen.lineWidth = 3;
      pen.lineJoin = "round";
      pen.strokeText(mark.text, mark.x, mark.y);
    }
    pen.fillStyle = mark.fill;
    pen.fillText(mark.text, mark.x, mark.y);
  } else {
    pen.transform(...mark.at);
    const path = new Path2D(mark.d);
    if (mark.fill) {
      pen.fillStyle = mark.fill;
      pen.fill(path);
    }
    if (mark.stroke) {
      pen.strokeStyle = mark.stroke;
      pen.lineWidth = mark.width;
      pen.setLineDash(mark.dash);
      pen.stroke(path);
    }
  }
  pen.restore();
}
