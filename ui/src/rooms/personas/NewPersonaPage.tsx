import { SegmentedControl } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { Proposed } from "~/api/types";
import type { Body } from "~/kit/condition/tree";
import { useFormat } from "~/kit/format";
import { Card, Page } from "~/kit/page/Page";
import { ErrorNote, Waiting } from "~/kit/states";
import { type Trait, Traits } from "~/rooms/explore/drawing/Traits";
import { customersBehind } from "~/rooms/explore/useExplore";
import { everyone } from "~/rooms/segments/SaveAsSegment";
import { belonging } from "~/rooms/segments/AskMenu";
import { useKeepingSegments, useSegment } from "~/rooms/segments/useSegments";
import { useTexts } from "~/texts/texts";
import { PersonaForm } from "./PersonaForm";
import classes from "./personas.module.css";
import { useKeepingPersonas, useProposed } from "./usePersonas";

const KINDS = { question: "clusters", params: {}, over: "touchpoints", per: "customer", query: {} } as const;

/** A new persona: said in a condition, of a segment, or the very customers of a kind that was proposed. */
export function NewPersonaPage() {
  const { say } = useTexts();
  const { segment } = useSearch({ from: "/personas/new" });
  return <Page title={say("personas.new")}>{segment === undefined ? <Making /> : <OfSegment of={segment} />}</Page>;
}

/** Begins with the name and the customers of a segment. */
function OfSegment({ of }: { of: string }) {
  const found = useSegment(of);
  if (found.error) return <ErrorNote error={found.error} again={() => void found.refetch()} />;
  return found.data ? <Making begin={{ name: found.data.name, condition: belonging(of) }} /> : <Waiting rows={3} height={60} />;
}

function Making({ begin }: { begin?: { name: string; condition: Body } }) {
  const navigate = useNavigate();
  const { kind: wanted } = useSearch({ from: "/personas/new" });
  const kind = useProposed(wanted !== undefined).data?.kinds.find(({ group }) => group === wanted);
  const [inWords, setInWords] = useState(false);
  const making = useMaking();
  const exactly = kind !== undefined && !inWords;
  const save = (name: string, condition: Body | null) => making.mutate({ name, condition, kind }, { onSuccess: ({ id }) => void navigate({ to: "/personas/$id", params: { id } }) });
  return (
    <>
      {kind && <Kind kind={kind} inWords={inWords} change={setInWords} />}
      <PersonaForm {...(begin && { begin })} error={making.error} busy={making.isPending} exactly={exactly} cancel={() => void navigate({ to: "/personas" })} save={save} />
    </>
  );
}

/** What the kind is like, and whether it is meant as it stands or said in a condition. */
function Kind({ kind, inWords, change }: { kind: Proposed; inWords: boolean; change: (inWords: boolean) => void }) {
  const { say } = useTexts();
  const format = useFormat();
  const size = say("behind.customers_count", { count: kind.customers, value: format.number(kind.customers) });
  return (
    <Card title={say("personas.kind", { kind: kind.group })} hint={size} className={classes.narrow}>
      <Traits traits={kind.typical as unknown as Trait[]} />
      <SegmentedControl className={classes.ways ?? ""} size="xs" aria-label={say("personas.condition")} value={inWords ? "words" : "exactly"} onChange={(chosen) => change(chosen === "words")} data={(["exactly", "words"] as const).map((value) => ({ value, label: say(`personas.way_${value}`) }))} />
      <p className={classes.faint}>{say(inWords ? "personas.words_help" : "personas.exactly_help")}</p>
    </Card>
  );
}

/** Keeps a persona; without a condition, the customers of the kind are kept as a list first, and no longer when it is refused. */
function useMaking() {
  const { list, remove } = useKeepingSegments();
  const { create } = useKeepingPersonas();
  return useMutation({
    mutationFn: async ({ name, condition, kind }: { name: string; condition: Body | null; kind: Proposed | undefined }) => {
      if (condition) return create.mutateAsync({ name, condition });
      const identifiers = await everyone(({ signal, ...page }) => customersBehind(KINDS, { group: String(kind?.group) }, page, signal));
      const { key } = (await list.mutateAsync({ name, identifiers })).segment;
      try {
        return await create.mutateAsync({ name, condition: { version: 1, condition: { segment: { is: key } } } });
      } catch (refused) {
        await remove.mutateAsync(key);
        throw refused;
      }
    },
  });
}
