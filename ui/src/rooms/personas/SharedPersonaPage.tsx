import { useDocumentTitle } from "@mantine/hooks";
import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "~/api/client";
import type { Persona, SharedPersonaPage as Shared } from "~/api/types";
import { useFormat } from "~/kit/format";
import { useName } from "~/kit/names";
import { LanguageSwitch, ThemeSwitch } from "~/kit/shell/Switches";
import { ErrorNote, Waiting } from "~/kit/states";
import { ZoneContext } from "~/kit/zone";
import { useTexts } from "~/texts/texts";
import classes from "./personas.module.css";
import { Shown } from "./Shown";

const HEADER = "x-wend-share";

/** A persona as somebody with a link sees it: nothing can be changed, no number opens its customers. */
export function SharedPersonaPage() {
  const [token] = useState(() => location.hash.slice(1));
  const found = useQuery({ queryKey: ["shared-persona", token], queryFn: ({ signal }) => body(api.GET("/api/shared/persona", { headers: { [HEADER]: token }, signal })) });
  if (found.error) return <main className={classes.shared}><ErrorNote error={found.error} /></main>;
  if (!found.data) return <main className={classes.shared}><Waiting rows={4} height={150} /></main>;
  return (
    <ZoneContext value={found.data.persona.timezone}>
      <Told page={found.data} />
    </ZoneContext>
  );
}

function Told({ page }: { page: Shared }) {
  const { say } = useTexts();
  const format = useFormat();
  const name = useName();
  const { persona } = page;
  const [names] = useState(() => namesOf(page));
  useDocumentTitle(`${persona.name} · Wend`);
  const shown: Persona = { id: "", name: persona.name, condition: {}, lines: persona.lines, version: 1, by: "", at: 0 };
  return (
    <main className={classes.shared}>
      <header>
        <img src="/wend.svg" alt="" width={24} height={24} />
        <h1>{persona.name}</h1>
        <p className={classes.faint}>{say("boards.shared_until", { at: format.date(persona.expires_at) })}</p>
        <span className={classes.switches} data-controls>
          <LanguageSwitch />
          <ThemeSwitch />
        </span>
      </header>
      {persona.says && <p className={classes.says}>{name(persona.says)}</p>}
      <QueryClientProvider client={names}>
        <Shown persona={shown} portrait={persona.portrait} open={null} />
      </QueryClientProvider>
    </main>
  );
}

/** What things are called came with the page: whoever has a link may ask for nothing else. */
function namesOf({ persona, currency }: Shared): QueryClient {
  const names = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false, enabled: false } } });
  names.setQueryData(["touchpoints"], persona.touchpoints.map((touchpoint) => ({ touchpoint })));
  names.setQueryData(["stage-sets"], [{ stage_set: { key: "", stages: persona.stages }, suggested: true }]);
  names.setQueryData(["choices"], { currency });
  return names;
}
