import { useDocumentTitle } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "~/api/client";
import type { Saved, SharedPage as Shared } from "~/api/types";
import { useFormat } from "~/kit/format";
import { nameIn } from "~/kit/names";
import { SegmentsContext } from "~/kit/selection/useKeptSegments";
import { LanguageSwitch, ThemeSwitch } from "~/kit/shell/Switches";
import { Empty, ErrorNote, Waiting } from "~/kit/states";
import { ZoneContext } from "~/kit/zone";
import { AnswerCard } from "~/rooms/explore/AnswerCard";
import type { Answer } from "~/rooms/explore/useExplore";
import { useTexts } from "~/texts/texts";
import { askingOf, shownBy } from "./asked";
import classes from "./boards.module.css";
import { Grid } from "./Grid";
import { Period } from "./Period";
import { TextTile } from "./TextTile";
import { TileFrame } from "./TileFrame";

const HEADER = "x-wend-share";
const nothing = () => {};

/** A dashboard as somebody with a link sees it: nothing can be changed, no number opens its customers. */
export function SharedPage() {
  const [token] = useState(() => location.hash.slice(1));
  const headers = { [HEADER]: token };
  const found = useQuery({ queryKey: ["shared", token], queryFn: ({ signal }) => body(api.GET("/api/shared", { headers, signal })) });
  if (found.error) return <main className={classes.shared}><ErrorNote error={found.error} /></main>;
  if (!found.data) return <main className={classes.shared}><Waiting rows={3} height={200} /></main>;
  return (
    <ZoneContext value={found.data.board.timezone}>
      <SegmentsContext value={found.data.board.segments.map(({ key, name }) => ({ key, name: name.en }))}>
        <SharedBoard page={found.data} token={token} />
      </SegmentsContext>
    </ZoneContext>
  );
}

function SharedBoard({ page, token }: { page: Shared; token: string }) {
  const { say } = useTexts();
  const format = useFormat();
  const { board } = page;
  useDocumentTitle(`${board.name} · Wend`);
  return (
    <main className={classes.shared}>
      <header>
        <img src="/wend.svg" alt="" width={24} height={24} />
        <h1>{board.name}</h1>
        <p className={classes.faint}>{say("boards.shared_until", { at: format.date(board.expires_at) })}</p>
        <LanguageSwitch />
        <ThemeSwitch />
      </header>
      {board.tiles.length === 0 && <Empty title={say("boards.empty")}>{say("boards.shared_empty")}</Empty>}
      <Grid tiles={board.tiles} name={({ text }) => text}>
        {(tile) => {
          const saved = board.questions.find(({ id }) => id === tile.question);
          if (tile.kind === "text") return <TextTile tile={tile} handles={null} />;
          return saved && <SharedTile page={page} token={token} tile={tile.id} saved={saved} />;
        }}
      </Grid>
    </main>
  );
}

function SharedTile({ page, token, tile, saved }: { page: Shared; token: string; tile: string; saved: Saved }) {
  const { language } = useTexts();
  const { asked } = saved;
  const headers = { [HEADER]: token };
  const found = useQuery({
    queryKey: ["shared", token, tile],
    queryFn: async ({ signal }) => (await body(api.GET("/api/shared/tiles/{tile}", { params: { path: { tile } }, headers, signal }))) as unknown as Answer,
  });
  const line = page.lines.find(({ question }) => question === asked.question);
  const named = (list: Shared["board"]["touchpoints"]) => (key: string) => {
    const one = (each: string) => nameIn(list.find((known) => known.key === each)?.name ?? { en: each, vi: each }, language);
    return key.split(" | ").map(one).join(" / ");
  };
  const asking = found.data ? askingOf(asked, found.data) : { question: asked.question, params: asked.params ?? {}, over: "touchpoints" as const, per: asked.per, query: {} };
  return (
    <TileFrame name={saved.name} title={saved.name} hint={<Period asked={asked} />} handles={null}>
      {line && <AnswerCard line={line} asking={asking} found={found} exploring={shownBy(asked)} change={nothing} step={named(page.board.touchpoints)} stage={named(page.board.stages)} open={nothing} whole reset={nothing} />}
    </TileFrame>
  );
}
