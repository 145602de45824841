import { useEffect, useRef } from "react";

/** For the row of tabs: where it is wider than the screen, the chosen one is brought into view. */
export function useShownTab(chosen: string) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const tab = row.current?.querySelector<HTMLElement>("[aria-selected=true]");
    if (row.current && tab) row.current.scrollLeft = tab.offsetLeft - (row.current.clientWidth - tab.offsetWidth) / 2;
  }, [chosen]);
  return row;
}
