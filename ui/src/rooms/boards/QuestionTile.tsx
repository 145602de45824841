import { Menu } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { QuestionLine, Saved } from "~/api/types";
import { useZone } from "~/kit/zone";
import { AnswerCard } from "~/rooms/explore/AnswerCard";
import type { Where } from "~/rooms/explore/address";
import { type Answer, type Asking, useQuestions } from "~/rooms/explore/useExplore";
import { useStageName, useStepName } from "~/rooms/explore/useStepNames";
import { useTexts } from "~/texts/texts";
import { askingOf, searchOf, shownBy } from "./asked";
import classes from "./boards.module.css";
import type { Handles } from "./Grid";
import { Period } from "./Period";
import { TileFrame } from "./TileFrame";
import { useSavedAnswer } from "./useBoards";

/** A number of a tile that was opened, with everything its drawer needs. */
export interface Opened {
  line: QuestionLine;
  asking: Asking;
  answer: Answer;
  where: Where;
  step: (key: string) => string;
  stage: (key: string) => string;
}

interface QuestionTileProps {
  saved: Saved;
  handles: Handles | null;
  remove: () => void;
  open: (opened: Opened) => void;
}

const nothing = () => {};

/** A saved question with its answer of this moment; its title leads to Explore, its numbers open their customers. */
export function QuestionTile({ saved, handles, remove, open }: QuestionTileProps) {
  const { say } = useTexts();
  const zone = useZone();
  const { asked } = saved;
  const line = useQuestions().data?.find(({ question }) => question === asked.question);
  const found = useSavedAnswer(saved.id, saved.version);
  const step = useStepName(asked.over || line?.over || "touchpoints");
  const stage = useStageName(asked.params?.stage_set);
  const asking = found.data ? askingOf(asked, found.data) : { question: asked.question, params: asked.params ?? {}, over: "touchpoints" as const, per: asked.per, query: {} };
  const link = { to: "/explore/$question" as const, params: { question: asked.question }, search: searchOf(saved, zone, Date.now() / 1000) };
  const menu = (
    <>
      <Menu.Item component={Link} {...(link as object)}>{say("boards.open_explore")}</Menu.Item>
      <Menu.Item color="red" onClick={remove}>{say("boards.take_off")}</Menu.Item>
    </>
  );
  return (
    <TileFrame name={saved.name} title={<Link {...link} className={classes.link}>{saved.name}</Link>} hint={<Period asked={asked} />} handles={handles} menu={menu}>
      {line && (
        <AnswerCard line={line} asking={asking} found={found} exploring={shownBy(asked)} change={nothing} step={step} stage={stage} open={(where) => found.data && open({ line, asking, answer: found.data, where, step, stage })} whole reset={nothing} />
      )}
    </TileFrame>
  );
}
