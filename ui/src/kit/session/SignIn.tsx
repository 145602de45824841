import { Button, PasswordInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api, body, Refused } from "~/api/client";
import type { SignedIn } from "~/api/types";
import { LanguageSwitch } from "~/kit/shell/Switches";
import { ErrorNote } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import classes from "./SignIn.module.css";
import { tokenIn } from "./token";

/** Asks for the token that `wend serve` printed. */
export function SignIn({ onEntered, refusal }: { onEntered: (session: SignedIn) => void; refusal: Error | null }) {
  const { say } = useTexts();
  const [pasted, setPasted] = useState("");
  const entering = useMutation({ mutationFn: (token: string) => body(api.POST("/api/session", { body: { token } })), onSuccess: onEntered });
  const enter = (event: FormEvent) => {
    event.preventDefault();
    entering.mutate(tokenIn(pasted));
  };
  const wrong = entering.error ?? (refusal instanceof Refused && refusal.code !== "web.sign_in" ? refusal : null);
  return (
    <main className={classes.page}>
      <form className={classes.card} onSubmit={enter}>
        <div className={classes.top}>
          <img src="/wend.svg" alt="" width={36} height={36} />
          <LanguageSwitch />
        </div>
        <h1>{say("signin.title")}</h1>
        <p>{say("signin.how")}</p>
        <pre className={classes.command}>wend serve</pre>
        <PasswordInput label={say("signin.token")} value={pasted} onChange={(event) => setPasted(event.currentTarget.value)} autoComplete="off" autoFocus required />
        {wrong && <ErrorNote error={wrong} />}
        <Button type="submit" loading={entering.isPending} disabled={pasted.trim() === ""}>
          {say("signin.enter")}
        </Button>
      </form>
    </main>
  );
}
