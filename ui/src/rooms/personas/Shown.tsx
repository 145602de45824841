import { Link } from "@tanstack/react-router";
import { IconQuestionMark } from "@tabler/icons-react";
import type { Persona, PersonaQuote, Portrait } from "~/api/types";
import { Face } from "~/kit/drawing/Face";
import { levelOf } from "~/kit/feelings";
import { useFormat } from "~/kit/format";
import { Card } from "~/kit/page/Page";
import type { Where } from "~/rooms/explore/address";
import type { Difference } from "~/rooms/explore/useDifference";
import type { Asking } from "~/rooms/explore/useExplore";
import { useTexts } from "~/texts/texts";
import { Answered } from "./Answered";
import { Driving } from "./Driving";
import { Invitation } from "./Invitation";
import { type Group, Journey } from "./Journey";
import classes from "./personas.module.css";
import { ASKS } from "./telling";
import { comparing, driving } from "./usePersonas";

interface ShownProps {
  persona: Persona;
  portrait: Portrait;
  /** Opens the customers behind a number; null where nobody may, and nothing can be changed. */
  open: ((opened: { asking: Asking; where: Where; title: string }) => void) | null;
}

/** Everything known of a persona: the four answers, its journey, its words, and what is missing. */
export function Shown({ persona, portrait, open }: ShownProps) {
  const { say } = useTexts();
  const format = useFormat();
  const size = say("personas.of_all", { count: portrait.customers, value: format.number(portrait.customers), of: format.number(portrait.of) });
  const asked = { compare: comparing(persona.condition), drivers: driving(persona.condition, "purchase"), satisfaction: driving(persona.condition, "rating") };
  const opens = (asking: Asking) => (open === null ? null : (where: Where, title: string) => open({ asking, where, title }));
  const compared = opens(asked.compare);
  const answer = (asks: "drivers" | "satisfaction") => <Driving told={asks === "drivers" ? portrait.purchase : portrait.satisfaction} asks={asks} params={asked[asks].params} open={opens(asked[asks])} />;
  const journey = portrait.journey as unknown as Group | null;
  return (
    <>
      <p className={classes.line}>
        <button type="button" className={`plain ${classes.count}`} disabled={portrait.customers === 0 || compared === null} onClick={() => compared?.({ group: "first" }, persona.name)}>{size}</button>
        <span>{say("personas.share", { share: format.percent(portrait.share), low: format.percent(portrait.low), high: format.percent(portrait.high) })}</span>
        <span>{say("personas.as_of", { at: format.date(portrait.as_of) })}</span>
        {open && <Link className={classes.link} to="/explore/$question" params={{ question: "compare" }} search={{ ask: comparing(persona.condition).params }} data-controls>{say("personas.whole_comparison")}</Link>}
      </p>
      <div className={classes.four}>
        {ASKS.map((asks) => <Answered key={asks} persona={persona} asks={asks} rows={(portrait.answers[asks] ?? []) as unknown as Difference[]} driving={asks === "drivers" || asks === "satisfaction" ? answer(asks) : undefined} open={compared} />)}
      </div>
      <p className={classes.how}>{say("personas.how")}</p>
      {journey && <Journey group={journey} />}
      <div className={classes.three}>
        {portrait.quotes.length > 0 && <Quotes quotes={portrait.quotes} />}
        {portrait.unknown.length > 0 && <Unknown gaps={portrait.unknown} />}
        {open && <Invitation key={persona.version} persona={persona} />}
      </div>
    </>
  );
}

function Quotes({ quotes }: { quotes: PersonaQuote[] }) {
  const { say } = useTexts();
  const format = useFormat();
  return (
    <Card title={say("personas.quotes")} hint={say("personas.quotes_hint")}>
      <ul className={classes.quotes}>
        {quotes.map(({ text, feeling, at }) => (
          <li key={text}>
            {feeling !== null && <span role="img" aria-label={say(`feeling.level_${levelOf(feeling)}`)}><Face level={levelOf(feeling)} size={20} /></span>}
            <blockquote>{text}</blockquote>
            <time dateTime={new Date(at * 1000).toISOString()}>{format.date(at)}</time>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What nobody knows yet, and what to do about it. */
function Unknown({ gaps }: { gaps: Portrait["unknown"] }) {
  const { say } = useTexts();
  return (
    <Card title={say("personas.unknown")} hint={say("personas.unknown_hint")}>
      <ul className={classes.missing}>
        {gaps.map((gap) => (
          <li key={gap}>
            <IconQuestionMark size={15} aria-hidden="true" />
            <span>{say(`personas.gap_${gap}_why`)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
