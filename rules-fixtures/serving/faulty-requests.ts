/** Requests that a server cannot serve, made of those that it can: for how it answers errors. */
import type { Sent, SentOverHttp, SentOverSocket, ServerRequest } from "./requests.js";

/** Each only once. */
export function faultyRequests(requests: readonly ServerRequest[]): readonly Sent[] {
  const faulty = requests.flatMap((request): readonly Sent[] => {
    if ("emit" in request) return faultyEvents(request);
    return "method" in request ? faultyHttpRequests(request) : [];
  });
  return [...new Map(faulty.map((each) => [JSON.stringify(each), each])).values()];
}

/** How a person names it. */
export function describeSent(sent: Sent): string {
  if ("emit" in sent)
    return `emit ${JSON.stringify(sent.emit)}${sent.namespace === undefined ? "" : ` to ${sent.namespace}`}`;
  const { method, path, headers = {}, body, form } = sent;
  const content = body ?? form;
  const shown = content === undefined ? [] : [JSON.stringify(content)];
  return [method, path, ...Object.keys(headers), ...shown].join(" ");
}

function faultyHttpRequests({ method, path, headers, body, form }: SentOverHttp): SentOverHttp[] {
  const whole: SentOverHttp = {
    method,
    path,
    ...(headers && { headers }),
    ...(body !== undefined && { body }),
    ...(form && { form }),
  };
  const faulty: SentOverHttp[] = [];
  const elsewhere = path.replace(/[^/]*$/u, "nowhere");
  if (elsewhere !== path && form === undefined) faulty.push({ ...whole, path: elsewhere });
  if (path.includes("?")) faulty.push({ ...whole, path: path.slice(0, path.indexOf("?")) });
  if (headers) faulty.push({ ...whole, headers: {} });
  if (typeof body === "string") faulty.push({ ...whole, body: "" });
  else if (body !== undefined) {
    faulty.push(
      { ...whole, body: {} },
      { ...whole, body: "{", headers: { ...headers, "content-type": "application/json" } },
    );
  }
  return faulty;
}

/** With values that name nothing, and of another type. */
function faultyEvents({ namespace, emit: [event, ...values] }: SentOverSocket): SentOverSocket[] {
  if (values.length === 0) return [];
  const to = namespace === undefined ? {} : { namespace };
  return ["nowhere", null].map((faulty) => ({ ...to, emit: [event, ...values.map(() => faulty)] }));
}
