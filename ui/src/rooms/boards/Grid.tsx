import { type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from "react";
import { useTexts } from "~/texts/texts";
import classes from "./boards.module.css";
import { byKey, COLUMNS, reading, settle, type Spot } from "./layout";

/** What a tile puts on its handles. */
export interface Handles {
  move: { onPointerDown: (event: PointerEvent<HTMLElement>) => void; onKeyDown: (event: KeyboardEvent) => void };
  resize: { onPointerDown: (event: PointerEvent<HTMLElement>) => void };
}

interface GridProps<T extends Spot> {
  tiles: readonly T[];
  name: (tile: T) => string;
  arrange?: ((tiles: T[]) => void) | undefined;
  children: (tile: T, handles: Handles | null) => ReactNode;
}

interface Drag<T> {
  tile: T;
  tiles: T[];
}

/** Tiles in their places. With `arrange` they are moved and made larger, by pointer and by keyboard. */
export function Grid<T extends Spot>({ tiles, name, arrange, children }: GridProps<T>) {
  const { say } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<Drag<T> | null>(null);
  const [told, setTold] = useState("");
  const shown = reading(drag?.tiles ?? tiles);

  const begin = (tile: T, resizing: boolean) => (event: PointerEvent<HTMLElement>) => {
    const grid = place.current;
    if (!arrange || !grid || event.button !== 0) return;
    event.preventDefault();
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    const gap = Number.parseFloat(getComputedStyle(grid).columnGap) || 0;
    const wide = (grid.clientWidth + gap) / COLUMNS;
    const high = (Number.parseFloat(getComputedStyle(grid).gridAutoRows) || 1) + gap;
    const from = { x: event.clientX, y: event.clientY };
    let last: T[] | null = null;
    const move = (to: globalThis.PointerEvent) => {
      const dx = Math.round((to.clientX - from.x) / wide);
      const dy = Math.round((to.clientY - from.y) / high);
      const spot = resizing ? { ...tile, width: Math.min(Math.max(1, tile.width + dx), COLUMNS - tile.x), height: tile.height + dy } : { ...tile, x: tile.x + dx, y: tile.y + dy };
      last = settle(tiles, spot);
      setDrag({ tile, tiles: last });
    };
    const stop = (keep: boolean) => () => {
      handle.removeEventListener("pointermove", move);
      handle.removeEventListener("pointerup", end);
      handle.removeEventListener("pointercancel", cancel);
      setDrag(null);
      if (keep && last) arrange(last);
    };
    const end = stop(true);
    const cancel = stop(false);
    handle.addEventListener("pointermove", move);
    handle.addEventListener("pointerup", end);
    handle.addEventListener("pointercancel", cancel);
  };

  const press = (tile: T) => (event: KeyboardEvent) => {
    const after = arrange && byKey(tiles, tile, event.key, event.shiftKey);
    if (!after) return;
    event.preventDefault();
    arrange(after);
    const now = after.find(({ id }) => id === tile.id) ?? tile;
    setTold(say("boards.moved", { name: name(tile), column: now.x + 1, row: now.y + 1, width: now.width, height: now.height }));
  };

  return (
    <>
      <div ref={place} className={classes.grid} data-dragging={drag !== null || undefined}>
        {shown.map((tile) => {
          const handles = arrange ? { move: { onPointerDown: begin(tile, false), onKeyDown: press(tile) }, resize: { onPointerDown: begin(tile, true) } } : null;
          const spot = { "--x": tile.x + 1, "--y": tile.y + 1, "--w": tile.width, "--h": tile.height } as CSSProperties;
          return (
            <div key={tile.id} className={classes.spot} style={spot} data-held={drag?.tile.id === tile.id || undefined}>
              {children(tile, handles)}
            </div>
          );
        })}
      </div>
      <p className="unseen" role="status">{told}</p>
    </>
  );
}
