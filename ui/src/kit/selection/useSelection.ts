import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { useZone } from "~/kit/zone";
import { type Asked, asked, type Chosen, readChosen } from "./selection";

export interface Selection {
  chosen: Chosen;
  asked: Asked;
  choose(change: Partial<Chosen>): void;
}

/** The selection in the address bar, shared by the map and the overview. */
export function useSelection(): Selection {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const zone = useZone();
  const written = JSON.stringify(readChosen(search));
  return useMemo(() => {
    const chosen = JSON.parse(written) as Chosen;
    return {
      chosen,
      asked: asked(chosen, zone),
      choose: (change) => void navigate({ to: ".", search: (before: Record<string, unknown>) => ({ ...before, ...change, open: undefined }) as never }),
    };
  }, [written, zone, navigate]);
}
