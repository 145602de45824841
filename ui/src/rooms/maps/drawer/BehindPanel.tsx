import type { Feeling, JourneyMap, MapStage, MapTouchpoint } from "~/api/types";
import type { ReactNode } from "react";
import { ChannelIcon, useChannelName } from "~/kit/drawing/ChannelIcon";
import { Face } from "~/kit/drawing/Face";
import { change, Spark } from "~/kit/drawing/Spark";
import { LEVELS, levelOf } from "~/kit/feelings";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import type { Asked } from "~/kit/selection/selection";
import { type TextKey, useTexts } from "~/texts/texts";
import { laneOf, movedOf, nameOf } from "../behinds";
import { MovesFacts } from "../moves/MovesFacts";
import type { Opened } from "../opened";
import { Remarks } from "../remarks/Remarks";
import { MapCustomers } from "./MapCustomers";
import classes from "./drawer.module.css";
import { ProvenanceNote } from "./ProvenanceNote";
import { Section } from "~/kit/behind/Section";

interface PanelProps {
  map: JourneyMap;
  opened: Opened;
  asked: Asked;
  open: (what: Opened) => void;
}

/** What is behind a stage, a touchpoint, a step or a feeling: its figures, then its customers. */
export function BehindPanel({ map, opened, asked, open }: PanelProps) {
  const { say } = useTexts();
  const name = nameOf(map, opened);
  if (opened.kind === "remark") return null;
  const stage = map.stages.find((one) => one.stage === (opened.stage || opened.key));
  const touchpoint = opened.kind === "touchpoint" ? map.touchpoints.find((one) => one.touchpoint === opened.key && (!opened.stage || one.stage === opened.stage)) : undefined;
  const feeling = opened.kind === "feeling" ? map.feelings.find((one) => one.behind.key === opened.key && (one.behind.stage ?? "") === (opened.stage ?? "")) : undefined;
  const lane = opened.kind === "entered" || opened.kind === "exited" ? laneOf(map, opened.key) : undefined;
  const moved = lane && movedOf(lane, opened.stage ?? "", opened.kind === "entered" ? "entered" : "exited");
  return (
    <>
      <header className={classes.heading}>
        <span className={classes.kind} data-calm="true">{say(`behind.kind_${opened.kind}`)}</span>
        <h2>{name && <Named name={name} />}</h2>
        {opened.kind !== "stage" && stage && <p>{say("behind.in_stage")} <Named name={stage.name} /></p>}
      </header>
      {opened.kind === "stage" && stage && <StageFacts map={map} stage={stage} open={open} />}
      {touchpoint && <TouchpointFacts touchpoint={touchpoint} />}
      {feeling && <FeelingFacts feeling={feeling} />}
      {lane && moved && <MovesFacts lane={lane} moved={moved} />}
      <Remarks map={map} opened={opened} />
      <MapCustomers opened={opened} asked={asked} />
      <ProvenanceNote provenance={map.provenance} />
    </>
  );
}

function Facts({ facts }: { facts: [TextKey, ReactNode][] }) {
  const { say } = useTexts();
  return (
    <dl className={classes.facts}>
      {facts.map(([key, value]) => value !== null && (
        <div key={key}>
          <dt>{say(key)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function StageFacts({ map, stage, open }: { map: JourneyMap; stage: MapStage; open: (what: Opened) => void }) {
  const format = useFormat();
  const next = map.stages[map.stages.indexOf(stage) + 1];
  const opens = (kind: Opened["kind"], key: string, text: string) => (
    <button type="button" className={`plain ${classes.opens}`} onClick={() => open({ kind, key, stage: stage.stage })}>
      {text}
    </button>
  );
  return (
    <Facts
      facts={[
        ["stage.reached", format.number(stage.customers)],
        ["stage.here_now", format.number(stage.here_now)],
        ["stage.slowing", opens("slowing", stage.stage, format.number(stage.slowing))],
        ["stage.left", opens("left", stage.stage, format.number(stage.left))],
        ["stage.next", stage.next_share && next ? opens("transition", `${stage.stage}>${next.stage}`, format.percent(stage.next_share.value)) : null],
        ["stage.median", stage.median_seconds === null ? null : format.duration(stage.median_seconds)],
        ["stage.p90", stage.p90_seconds === null ? null : format.duration(stage.p90_seconds)],
      ]}
    />
  );
}

function TouchpointFacts({ touchpoint }: { touchpoint: MapTouchpoint }) {
  const { say } = useTexts();
  const format = useFormat();
  const channel = useChannelName()(touchpoint.channel);
  const moved = change(touchpoint.trend.weekly);
  return (
    <>
      <p className={classes.channel}><ChannelIcon channel={touchpoint.channel} labelled={false} /> {channel}</p>
      <Facts
        facts={[
          ["touchpoint.events", format.number(touchpoint.events)],
          ["touchpoint.customers", format.number(touchpoint.customers)],
          ["touchpoint.repeats", format.number(touchpoint.repeats)],
          ["touchpoint.feeling", touchpoint.feeling && say("table.figure", { value: format.signed(touchpoint.feeling.value), low: format.signed(touchpoint.feeling.low), high: format.signed(touchpoint.feeling.high), n: format.number(touchpoint.feeling.n) })],
        ]}
      />
      {touchpoint.trend.weekly.length > 1 && (
        <Section title={say("touchpoint.trend")}>
          <Spark values={touchpoint.trend.weekly} width={272} height={48} />
          <p className={classes.method}>{say("touchpoint.change", { change: format.signed(moved * 100, 0), from: format.date(touchpoint.trend.starts_at) })}</p>
        </Section>
      )}
    </>
  );
}

function FeelingFacts({ feeling }: { feeling: Feeling }) {
  const { say } = useTexts();
  const format = useFormat();
  const total = feeling.levels.reduce((a, b) => a + b, 0);
  const interval = (figure: { value: number; low: number; high: number; n: number }) => say("table.figure", { value: format.signed(figure.value), low: format.signed(figure.low), high: format.signed(figure.high), n: format.number(figure.n) });
  return (
    <>
      {feeling.experience && <p className={classes.big}><Face level={levelOf(feeling.experience.value)} size={34} hollow={feeling.weak} /> {format.signed(feeling.experience.value)}</p>}
      {feeling.weak && <p className={classes.weak}>{say("feeling.weak")}</p>}
      <Facts facts={[["feeling.experience", feeling.experience && interval(feeling.experience)], ["feeling.expectation", feeling.expectation && interval(feeling.expectation)]]} />
      <Section title={say("feeling.levels")}>
        <ul className={classes.levels}>
          {[...LEVELS].reverse().map((level) => {
            const count = feeling.levels[level] ?? 0;
            return (
              <li key={level}>
                <Face level={level} size={16} />
                <span className={classes.levelName}>{say(`feeling.level_${level}`)}</span>
                <span className={classes.levelTrack} aria-hidden="true"><span style={{ width: `${total ? (count / total) * 100 : 0}%`, background: `var(--feeling-${level})` }} /></span>
                <span className="number">{format.number(count)}</span>
              </li>
            );
          })}
        </ul>
      </Section>
    </>
  );
}
