import { type KeyboardEvent, type RefObject, useEffect } from "react";

/** Arrow keys between the items of the map's grid: one Tab stop for the whole grid, `data-lane` and `data-column` say where an item is. */
export function useRoving(root: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const items = itemsOf(root.current);
    if (!items.some((item) => item.tabIndex === 0)) items[0]?.setAttribute("tabindex", "0");
  });

  const rest = (target: EventTarget) => {
    const item = (target as HTMLElement).closest<HTMLElement>("[data-item]");
    if (!item) return;
    for (const other of itemsOf(root.current)) other.tabIndex = other === item ? 0 : -1;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const item = (event.target as HTMLElement).closest<HTMLElement>("[data-item]");
    if (!item || event.altKey || event.metaKey) return;
    const next = follow(itemsOf(root.current), item, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  return { onKeyDown, onFocus: (event: { target: EventTarget }) => rest(event.target) };
}

function itemsOf(root: HTMLElement | null): HTMLElement[] {
  return root ? [...root.querySelectorAll<HTMLElement>("[data-item]")] : [];
}

const lane = (item: HTMLElement) => Number(item.dataset.lane);
const column = (item: HTMLElement) => Number(item.dataset.column);

export function follow(items: HTMLElement[], from: HTMLElement, key: string): HTMLElement | undefined {
  const same = items.filter((item) => column(item) === column(from)).sort((a, b) => lane(a) - lane(b));
  const row = items.filter((item) => lane(item) === lane(from));
  const inCell = same.filter((item) => lane(item) === lane(from)).indexOf(from);
  const beside = (to: number) => {
    const cell = row.filter((item) => column(item) === to);
    return cell[Math.min(inCell, cell.length - 1)];
  };
  switch (key) {
    case "ArrowDown":
      return same[same.indexOf(from) + 1];
    case "ArrowUp":
      return same[same.indexOf(from) - 1];
    case "ArrowRight":
      return beside(column(from) + 1);
    case "ArrowLeft":
      return beside(column(from) - 1);
    case "Home":
      return row.reduce<HTMLElement | undefined>((best, item) => (!best || column(item) < column(best) ? item : best), undefined);
    case "End":
      return row.reduce<HTMLElement | undefined>((best, item) => (!best || column(item) > column(best) ? item : best), undefined);
    default:
      return undefined;
  }
}
