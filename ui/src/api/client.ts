import createClient, { type Middleware } from "openapi-fetch";
import { currentLanguage } from "~/texts/texts";
import type { paths } from "./schema";

/** What the server says went wrong: a sentence, its cause and the next step, in the language on screen. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly reason: string,
    readonly next: string,
  ) {
    super(message);
  }
}

interface Sentence {
  code?: unknown;
  message?: unknown;
  cause?: unknown;
  next?: unknown;
}

const written = (value: unknown): string => (typeof value === "string" ? value : "");

export async function refusal(response: Response): Promise<Refused> {
  let said: Sentence = {};
  try {
    const body = (await response.clone().json()) as Sentence & { detail?: unknown; error?: Sentence };
    said = body.error ?? body;
  } catch {
    // Not JSON: a proxy's page or an empty body. The status alone must do.
  }
  return new Refused(response.status, written(said.code), written(said.message), written(said.cause), written(said.next));
}

/** Every request that changes something carries this; no other site can send it. */
export const CHANGE_HEADER = "x-wend";

const manners: Middleware = {
  onRequest({ request }) {
    request.headers.set("Accept-Language", currentLanguage());
    request.headers.set(CHANGE_HEADER, "1");
    return request;
  },
  async onResponse({ response }) {
    if (!response.ok) throw await refusal(response);
    return response;
  },
};

export const api = createClient<paths>({ baseUrl: "", querySerializer: { array: { style: "form", explode: true } } });
api.use(manners);

/** The body of an answer; refusals were thrown before this. */
export async function body<T>(asked: Promise<{ data?: T }>): Promise<T> {
  const { data } = await asked;
  if (data === undefined) throw new Refused(0, "", "", "", "");
  return data;
}
