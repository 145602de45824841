import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { Persona, Portrait } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Page } from "~/kit/page/Page";
import { Empty, ErrorNote, Waiting } from "~/kit/states";
import { useDifference } from "~/rooms/explore/useDifference";
import { useStageName } from "~/rooms/explore/useStepNames";
import { useTexts } from "~/texts/texts";
import cards from "./gallery.module.css";
import classes from "./personas.module.css";
import { Proposals } from "./Proposals";
import { type Answers, apart } from "./telling";
import { MOST, usePersonas, usePortrait, useSaid } from "./usePersonas";

/** The few typical customers, beside each other; and kinds of customers that could become such. */
export function PersonasPage() {
  const { say } = useTexts();
  const found = usePersonas();
  const full = (found.data?.length ?? 0) >= MOST;
  const make = <Button component={Link} {...{ to: "/personas/new" }} size="xs" leftSection={<IconPlus size={15} aria-hidden="true" />}>{say("personas.new")}</Button>;
  const beside = full ? <span className={classes.faint}>{say("personas.full", { most: MOST })}</span> : make;
  return (
    <Page title={say("personas.title")} beside={found.data && found.data.length > 0 && beside}>
      {found.error && <ErrorNote error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Waiting rows={2} height={190} />}
      {found.data?.length === 0 && <Empty title={say("personas.none")} action={make}>{say("personas.none_next")}</Empty>}
      {found.data && found.data.length > 0 && (
        <ul className={cards.gallery}>
          {found.data.map((persona) => <PersonaCard key={persona.id} persona={persona} />)}
        </ul>
      )}
      {found.data && !full && <Proposals />}
    </Page>
  );
}

function PersonaCard({ persona }: { persona: Persona }) {
  const { say } = useTexts();
  const said = useSaid(persona.condition);
  const found = usePortrait(persona);
  return (
    <li className={cards.persona}>
      <h2><Link to="/personas/$id" params={{ id: persona.id }}>{persona.name}</Link></h2>
      {said.data && <p className={cards.sentence}>{said.data.says}</p>}
      {found.error && <ErrorNote error={found.error} />}
      {found.isPending && <Waiting rows={3} height={20} />}
      {found.data && <Told portrait={found.data} />}
      {found.data && found.data.unknown.length > 0 && (
        <p className={cards.gaps} title={found.data.unknown.map((gap) => say(`personas.gap_${gap}_why`)).join(" ")}>{say("personas.unknown_count", { count: found.data.unknown.length, value: found.data.unknown.length })}</p>
      )}
    </li>
  );
}

/** How many they are, and what sets them apart most. */
function Told({ portrait }: { portrait: Portrait }) {
  const { say } = useTexts();
  const format = useFormat();
  const told = useDifference(useStageName(undefined));
  const rows = apart(portrait.answers as unknown as Answers);
  return (
    <>
      <p className={cards.size}><strong>{say("personas.of_all", { count: portrait.customers, value: format.number(portrait.customers), of: format.number(portrait.of) })}</strong> <span>{format.percent(portrait.share)}</span></p>
      {rows.length === 0 && <p className={classes.faint}>{say("personas.nothing_apart")}</p>}
      <ul className={cards.apart}>
        {rows.map((row) => (
          <li key={`${row.about} ${row.what} ${row.value}`} data-less={row.effect < 0}>
            <span><i aria-hidden="true">{row.effect < 0 ? "▼" : "▲"}</i> {told.named(row)} <small>{told.about(row)}</small></span>
            <strong>{told.value(row)}</strong>
            <small>{told.against(row)}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
