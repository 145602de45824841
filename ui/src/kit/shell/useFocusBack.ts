import { useEffect } from "react";

/** What stands above the page while it is used; the page itself is the layer below. */
const LAYERS = "[role=dialog], [role=menu], [role=listbox]";

/** When a dialog goes away with the focus inside it, the focus goes back to where it last was: somebody without a mouse stays where they were. */
export function useFocusBack() {
  useEffect(() => {
    const places = new Map<Element | null, HTMLElement>();
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      const layer = target.closest(LAYERS);
      places.delete(layer);
      places.set(layer, target);
      for (const one of places.keys()) if (one && !one.isConnected) places.delete(one);
    };
    const back = () => {
      if (document.activeElement && document.activeElement !== document.body) return;
      const left = [...places.values()].filter((place) => place.isConnected && place.getClientRects().length > 0);
      left.at(-1)?.focus({ preventScroll: true });
    };
    // Dialogs stand in nodes at the end of the page, not in its tree: only what comes and goes directly in those is looked at.
    const watch = new MutationObserver((changes) => {
      for (const change of changes) for (const node of change.addedNodes) if (change.target === document.body) watch.observe(node, { childList: true });
      const gone = changes.flatMap((change) => [...change.removedNodes]);
      // Whoever closed it may have a better place in mind.
      if (gone.some((node) => node instanceof HTMLElement && node.querySelector("[role=dialog]"))) requestAnimationFrame(back);
    });
    watch.observe(document.body, { childList: true });
    for (const node of document.querySelectorAll("[data-portal]")) watch.observe(node, { childList: true });
    document.addEventListener("focusin", remember);
    return () => {
      watch.disconnect();
      document.removeEventListener("focusin", remember);
    };
  }, []);
}
