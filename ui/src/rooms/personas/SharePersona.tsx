import { api, body } from "~/api/client";
import type { Persona } from "~/api/types";
import { ShareLinks } from "~/rooms/boards/ShareLinks";
import { useTexts } from "~/texts/texts";

/** Links to a persona: its page without customers and without their remarks. */
export function SharePersona({ persona, close }: { persona: Persona; close: () => void }) {
  const { say } = useTexts();
  const params = { path: { persona: persona.id } };
  return (
    <ShareLinks
      about={persona.id}
      title={say("boards.share_title", { name: persona.name })}
      hint={say("personas.share_hint")}
      page="/shared/persona"
      list={(signal) => body(api.GET("/api/personas/{persona}/shares", { params, signal }))}
      add={(days) => body(api.POST("/api/personas/{persona}/shares", { params, body: { days } }))}
      close={close}
    />
  );
}
