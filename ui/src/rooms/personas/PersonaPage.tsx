import { Button, Menu, Modal } from "@mantine/core";
import { IconDots, IconPencil, IconPrinter, IconShare, IconTrash } from "@tabler/icons-react";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { Persona } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Page } from "~/kit/page/Page";
import { ErrorNote, Waiting } from "~/kit/states";
import type { Where } from "~/rooms/explore/address";
import type { Asking } from "~/rooms/explore/useExplore";
import { whoIs } from "~/rooms/segments/SegmentsPage";
import { useTexts } from "~/texts/texts";
import { Behind } from "./Behind";
import { PersonaForm } from "./PersonaForm";
import classes from "./personas.module.css";
import { SharePersona } from "./SharePersona";
import { Shown } from "./Shown";
import { useKeepingPersonas, usePersona, usePortrait, useSaid } from "./usePersonas";

/** One persona on one page: who they are, what moves them, what is not known, and whom of them to ask. */
export function PersonaPage() {
  const { say } = useTexts();
  const { id } = useParams({ from: "/personas/$id" });
  const found = usePersona(id);
  if (found.error) {
    return (
      <Page title={say("personas.title")}>
        <ErrorNote error={found.error} again={() => void found.refetch()} />
        <p><Link className={classes.link} to="/personas">{say("personas.to_all")}</Link></p>
      </Page>
    );
  }
  if (!found.data) return <Page title={say("personas.title")}><Waiting rows={3} height={120} /></Page>;
  return <Sheet key={found.data.id} persona={found.data} />;
}

interface Opened {
  asking: Asking;
  where: Where;
  title: string;
}

function Sheet({ persona }: { persona: Persona }) {
  const { say } = useTexts();
  const { change } = useKeepingPersonas();
  const [editing, setEditing] = useState(false);
  const [sharing, setSharing] = useState(false);
  const [behind, setBehind] = useState<Opened | null>(null);
  const portrait = usePortrait(persona);
  if (editing) {
    const leave = () => {
      change.reset();
      setEditing(false);
    };
    return (
      <Page title={say("personas.change_of", { name: persona.name })}>
        <PersonaForm persona={persona} error={change.error} busy={change.isPending} cancel={leave} save={(name, condition) => condition && change.mutate({ persona, name, condition }, { onSuccess: leave })} />
      </Page>
    );
  }
  const beside = (
    <span className={classes.acts} data-controls>
      <Button size="xs" variant="default" leftSection={<IconPencil size={15} aria-hidden="true" />} onClick={() => setEditing(true)}>{say("personas.change")}</Button>
      <Button size="xs" variant="default" leftSection={<IconPrinter size={15} aria-hidden="true" />} disabled={!portrait.data} onClick={() => window.print()}>{say("personas.print")}</Button>
      <Button size="xs" variant="default" leftSection={<IconShare size={15} aria-hidden="true" />} onClick={() => setSharing(true)}>{say("boards.share")}</Button>
      <More persona={persona} />
    </span>
  );
  return (
    <div className={classes.sheet}>
      <div className={classes.paper}>
        <Page title={persona.name} beside={beside}>
          <Head persona={persona} />
          {portrait.error && <ErrorNote error={portrait.error} again={() => void portrait.refetch()} />}
          {portrait.isPending && <Waiting rows={4} height={150} />}
          {portrait.data && <Shown persona={persona} portrait={portrait.data} open={setBehind} />}
        </Page>
      </div>
      {sharing && <SharePersona persona={persona} close={() => setSharing(false)} />}
      {behind && <Behind persona={persona} {...behind} close={() => setBehind(null)} />}
    </div>
  );
}

/** Whose persona it is, in words, and who made it. */
function Head({ persona }: { persona: Persona }) {
  const { say } = useTexts();
  const format = useFormat();
  const said = useSaid(persona.condition);
  return (
    <div className={classes.head}>
      {said.error && <ErrorNote error={said.error} />}
      {said.data && <p className={classes.says}>{said.data.says}</p>}
      {said.data?.problems.map((problem) => <p key={problem.at} className={classes.odd} role="alert">{`${problem.message} ${problem.cause}`}</p>)}
      <p className={classes.faint}>{say("personas.made", { by: whoIs(persona.by, say), at: format.date(persona.at) })}</p>
    </div>
  );
}

function More({ persona }: { persona: Persona }) {
  const { say } = useTexts();
  const navigate = useNavigate();
  const { remove } = useKeepingPersonas();
  const [sure, setSure] = useState(false);
  return (
    <>
      <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
        <Menu.Target><Button size="xs" variant="default" aria-label={say("personas.more")}><IconDots size={16} aria-hidden="true" /></Button></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item color="red" leftSection={<IconTrash size={15} aria-hidden="true" />} onClick={() => setSure(true)}>{say("personas.remove")}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={sure} onClose={() => setSure(false)} title={say("personas.remove_sure", { name: persona.name })} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
        <div className={classes.stack}>
          <p>{say("personas.remove_help")}</p>
          {remove.error && <ErrorNote error={remove.error} />}
          <span className={classes.acts}>
            <Button variant="default" data-autofocus onClick={() => setSure(false)}>{say("action.cancel")}</Button>
            <Button color="red" loading={remove.isPending} onClick={() => remove.mutate(persona.id, { onSuccess: () => void navigate({ to: "/personas" }) })}>{say("personas.remove")}</Button>
          </span>
        </div>
      </Modal>
    </>
  );
}
