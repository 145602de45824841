import { DatesProvider } from "@mantine/dates";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { api, body, Refused } from "~/api/client";
import type { SignedIn } from "~/api/types";
import { ErrorNote } from "~/kit/states";
import { ZoneContext } from "~/kit/zone";
import { useTexts } from "~/texts/texts";
import { SignIn } from "./SignIn";
import { takeToken } from "./token";

const SessionContext = createContext<SignedIn | null>(null);

/** Which workspace this browser is signed in to. */
export function useSession(): SignedIn {
  const session = useContext(SessionContext);
  if (!session) throw new Error("no session: SessionGate is missing above");
  return session;
}

async function findSession(): Promise<SignedIn> {
  const token = takeToken();
  if (token) return body(api.POST("/api/session", { body: { token } }));
  return body(api.GET("/api/session"));
}

/** Lets nobody further without a session: takes the token of a first-run link, or asks for it. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { language } = useTexts();
  const client = useQueryClient();
  const [expired, setExpired] = useState(false);
  const session = useQuery({ queryKey: ["session"], queryFn: findSession, staleTime: Number.POSITIVE_INFINITY, retry: 1 });

  useEffect(
    () =>
      client.getQueryCache().subscribe((event) => {
        const error = event.query.state.error as { status?: number } | null;
        if (event.type === "updated" && event.query.queryKey[0] !== "session" && error?.status === 401) setExpired(true);
      }),
    [client],
  );

  if (session.isPending) return null;
  const refused = session.error instanceof Refused && session.error.status >= 400 && session.error.status < 500;
  if (session.error && !refused) return <Alone><ErrorNote error={session.error} again={() => void session.refetch()} /></Alone>;
  if (refused || expired || !session.data?.signed_in) {
    const enter = (entered: SignedIn) => {
      client.setQueryData(["session"], entered);
      setExpired(false);
      void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "session" });
    };
    return <SignIn onEntered={enter} refusal={refused ? session.error : null} />;
  }
  return (
    <SessionContext value={session.data}>
      <ZoneContext value={session.data.timezone}>
        <DatesProvider settings={{ locale: language, firstDayOfWeek: 1, weekendDays: [] }}>{children}</DatesProvider>
      </ZoneContext>
    </SessionContext>
  );
}

function Alone({ children }: { children: ReactNode }) {
  return <main style={{ maxWidth: 520, margin: "15vh auto", padding: 16 }}>{children}</main>;
}
