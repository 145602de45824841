import type { Evidence, JourneyMap, Quote } from "~/api/types";
import { Face } from "~/kit/drawing/Face";
import { levelOf } from "~/kit/feelings";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import type { Asked } from "~/kit/selection/selection";
import { ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { useOutcome } from "../effect";
import type { Opened } from "../opened";
import { Remarks } from "../remarks/Remarks";
import { useEvidence } from "../useMap";
import { MapCustomers } from "./MapCustomers";
import { Comparisons } from "./Comparisons";
import classes from "./drawer.module.css";
import { Section } from "~/kit/behind/Section";

/** Why an obstacle is believed: its size, the groups compared, what customers said and did next, who they are. */
export function EvidencePanel({ map, obstacle: key, asked, opened }: { map: JourneyMap; obstacle: string; asked: Asked; opened: Opened }) {
  const { say } = useTexts();
  const evidence = useEvidence(key, asked);
  if (evidence.error) return <ErrorNote error={evidence.error} again={() => void evidence.refetch()} />;
  if (!evidence.data) return <Waiting rows={5} height={70} />;
  const { obstacle, breakdown, quotes, next_steps } = evidence.data;
  return (
    <>
      <Heading evidence={evidence.data} />
      <Section title={say("evidence.why")}>
        <Comparisons bars={breakdown.length > 0 ? breakdown : obstacle.comparisons} outcome={obstacle.outcome} />
      </Section>
      {quotes.length > 0 && (
        <Section title={say("evidence.quotes")}>
          <ul className={classes.quotes}>
            {quotes.map((quote) => (
              <QuoteLine key={`${quote.customer}${quote.at}`} quote={quote} />
            ))}
          </ul>
        </Section>
      )}
      {next_steps.length > 0 && (
        <Section title={say("evidence.next")}>
          <Comparisons bars={next_steps} outcome="next_step" grouped />
        </Section>
      )}
      <Remarks map={map} opened={opened} />
      <MapCustomers opened={opened} asked={asked} />
      <Section title={say("evidence.method")}>
        <p className={classes.method}><Named name={evidence.data.method} /></p>
        <p className={classes.method}>{say("evidence.tests", { count: obstacle.tests, p: pText(obstacle.p_adjusted) })}</p>
      </Section>
    </>
  );
}

const pText = (p: number) => (p < 0.001 ? "< 0.001" : `= ${p.toPrecision(2)}`);

function Heading({ evidence }: { evidence: Evidence }) {
  const { say } = useTexts();
  const format = useFormat();
  const outcome = useOutcome();
  const { obstacle } = evidence;
  return (
    <header className={classes.heading}>
      <span className={classes.kind}>{say(`obstacle.kind_${obstacle.kind}`)}</span>
      <h2><Named name={obstacle.title} /></h2>
      <p>
        {say("evidence.size", { value: format.number(obstacle.customers), of: format.number(obstacle.at_risk), share: format.percent(obstacle.share) })}
        {obstacle.group && <> · {obstacle.group}</>}
      </p>
      {obstacle.began !== null && <p>{obstacle.ended !== null ? say("evidence.between", { from: format.date(obstacle.began), to: format.date(obstacle.ended) }) : say("evidence.since", { from: format.date(obstacle.began) })}</p>}
      <p className={classes.effect}>
        <strong>{say(`evidence.effect_${obstacle.outcome}`, { value: outcome(obstacle.outcome, obstacle.effect) })}</strong>
        <span>{say("evidence.interval", { low: outcome(obstacle.outcome, obstacle.low), high: outcome(obstacle.outcome, obstacle.high) })}</span>
      </p>
    </header>
  );
}

function QuoteLine({ quote }: { quote: Quote }) {
  const format = useFormat();
  return (
    <li>
      <blockquote>{quote.text}</blockquote>
      <footer>
        {quote.rating !== null && <Face level={levelOf(quote.rating / 100)} size={14} />} {format.date(quote.at)}
      </footer>
    </li>
  );
}
