import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "~/api/client";
import type { AddedSource } from "~/api/types";
import { Card } from "~/kit/page/Page";
import { Empty, ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { AddSource } from "./AddSource";
import { SecretKeys } from "./SecretKeys";
import { ShownOnce } from "./ShownOnce";
import { SourceDrawer } from "./SourceDrawer";
import { SourceLines } from "./SourceLines";
import classes from "./sources.module.css";

export const SOURCES = ["sources"];
const EVERY_MS = 5_000;

/** What sends events to Wend: each with its volume, its keys and what went wrong; and how to connect one more. */
export function SourcesPart() {
  const { say } = useTexts();
  const [opened, setOpened] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<AddedSource | null>(null);
  const found = useQuery({ queryKey: SOURCES, queryFn: ({ signal }) => body(api.GET("/api/sources", { signal })), refetchInterval: EVERY_MS });
  if (found.error) return <ErrorNote error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Waiting rows={4} height={64} />;
  const add = (
    <Button size="xs" leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={() => setAdding(true)}>
      {say("sources.add")}
    </Button>
  );
  const line = found.data.find((source) => source.key === opened);
  return (
    <div className={classes.part}>
      {found.data.length === 0 ? (
        <Empty title={say("sources.none")} action={add}>{say("sources.none_next")}</Empty>
      ) : (
        <Card title={say("sources.title")} hint={say("sources.help")} aside={add}>
          <SourceLines sources={found.data} open={setOpened} />
        </Card>
      )}
      <SecretKeys />
      {adding && (
        <AddSource
          close={() => setAdding(false)}
          done={(source) => {
            setAdding(false);
            setAdded(source);
          }}
        />
      )}
      {added && (
        <ShownOnce
          made={added.made}
          close={() => {
            setOpened(added.source.key);
            setAdded(null);
          }}
        />
      )}
      {line && <SourceDrawer key={line.key} line={line} close={() => setOpened(null)} />}
    </div>
  );
}
