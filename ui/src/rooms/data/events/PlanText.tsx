import { Button, Modal, Textarea } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "~/api/client";
import type { EventsPage } from "~/api/types";
import { ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import classes from "./events.module.css";

/** The whole plan as the text that the terminal reads and writes: today's, or a draft from what came. */
export function PlanText({ draft, show, close }: { draft: boolean; show: (page: EventsPage) => void; close: () => void }) {
  const { say } = useTexts();
  const [written, setWritten] = useState<string | null>(null);
  const asked = useQuery({
    queryKey: ["plan", draft ? "proposed" : "text"],
    queryFn: ({ signal }) => body(draft ? api.POST("/api/plan/propose", { signal }) : api.GET("/api/plan", { signal })),
    gcTime: 0,
  });
  const text = written ?? asked.data?.toml ?? "";
  const saving = useMutation({
    mutationFn: () => body(api.POST("/api/plan/load", { body: { toml: text } })),
    onSuccess: (page) => {
      show(page);
      close();
    },
  });
  return (
    <Modal opened onClose={close} size="xl" title={draft ? say("events.propose") : say("events.as_text")} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
      <div className={classes.drawer}>
        <p className={classes.note}>{draft ? say("events.propose_help") : say("events.as_text_help")}</p>
        {asked.isPending && <Waiting rows={3} height={60} />}
        {asked.error && <ErrorNote error={asked.error} again={() => void asked.refetch()} />}
        {asked.data && <Textarea aria-label={say("events.as_text")} classNames={{ input: classes.code ?? "" }} value={text} onChange={(event) => setWritten(event.currentTarget.value)} autosize minRows={12} maxRows={26} spellCheck={false} />}
        {saving.error && <ErrorNote error={saving.error} />}
        <div className={classes.foot}>
          <span />
          <Button variant="default" onClick={close}>{say("action.cancel")}</Button>
          <Button loading={saving.isPending} disabled={text.trim() === ""} onClick={() => saving.mutate()}>{say("events.make_plan")}</Button>
        </div>
      </div>
    </Modal>
  );
}
