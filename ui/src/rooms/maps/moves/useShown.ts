import { type RefObject, useEffect } from "react";

/** Scrolls to the lane of this segment once it is there. */
export function useShown(root: RefObject<HTMLElement | null>, segment: string | undefined) {
  useEffect(() => {
    if (segment) root.current?.querySelector(`[data-moves="${CSS.escape(segment)}"]`)?.scrollIntoView({ block: "nearest" });
  }, [root, segment]);
}
