import { request } from "node:http";
import { connect } from "node:net";
import { type LogCase, OBJECT } from "./log-case.js";

/** Sends a request to a server on loopback, and reads its answer to the end: the status, `broken off` where none came. */
export async function sendRequest(
  port: number,
  auditId: string,
  sent: LogCase,
): Promise<number | "broken off"> {
  const { method, url, answer } = sent;
  const headers = headersOf(auditId, sent);
  // Node spells methods in upper case.
  if (method !== method.toUpperCase()) return sendText(port, method, url, headers);
  return new Promise((resolve) => {
    const asked = request({ host: "127.0.0.1", port, method, path: url, headers, agent: false });
    asked.on("response", (response) => {
      const status = response.statusCode ?? 0;
      response.on("error", () => {}); // The server broke off, after the status.
      response.on("close", () => resolve(status));
      response.on("data", () => {
        if (answer === "until-gone" || answer === "late-gone") asked.destroy();
      });
    });
    for (const event of ["upgrade", "connect"]) {
      asked.on(event, ({ statusCode }, socket) => {
        socket.destroy();
        resolve(statusCode);
      });
    }
    asked.on("error", () => resolve("broken off"));
    asked.end(sent.hasBody ? OBJECT : undefined);
  });
}

function headersOf(
  auditId: string,
  { from, upgrade, answer, headers, hasBody }: LogCase,
): Readonly<Record<string, string | string[]>> {
  const who =
    typeof from === "object"
      ? { "X-Remote-User": from.name, "X-Remote-Group": [...from.groups] }
      : { ...(from === "bad-token" && { Authorization: "Bearer nobody's" }) };
  return {
    "Audit-ID": auditId,
    ...who,
    ...(upgrade && { Connection: "Upgrade", Upgrade: "echo" }),
    ...(answer && { Answer: answer }),
    ...(hasBody && { "Content-Type": "application/json", "Content-Length": String(OBJECT.length) }),
    ...headers,
  };
}

function sendText(
  port: number,
  method: string,
  url: string,
  headers: Readonly<Record<string, string | string[]>>,
): Promise<number | "broken off"> {
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().map((one) => `${name}: ${one}`),
  );
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port });
    let text = "";
    socket.setEncoding("latin1");
    socket.on("data", (chunk) => {
      text += chunk;
    });
    socket.on("error", () => {}); // It closes then.
    socket.on("close", () => {
      const status = /^HTTP\/1\.1 (\d{3}) /.exec(text)?.[1];
      resolve(status === undefined ? "broken off" : Number(status));
    });
    const head = [`${method} ${url} HTTP/1.1`, "Host: localhost", "Connection: close", ...lines];
    socket.write(`${head.join("\r\n")}\r\n\r\n`);
  });
}
