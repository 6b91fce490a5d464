/**
 * GitHub's command line, as far as the workflow needs it: comments, kept in the file that $FAKE_GITHUB names. What else is
 * asked of it is an error.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import jq from "@michaelhomer/jqjs";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    field: { type: "string" },
    jq: { type: "string" },
    method: { type: "string", default: "GET" },
    paginate: { type: "boolean" },
    silent: { type: "boolean" },
  },
});
const file = process.env.FAKE_GITHUB;
const comments = JSON.parse(readFileSync(file, "utf8"));
const [command, path, ...others] = positionals;
if (command !== "api" || others.length > 0) throw new Error(`unknown command ${positionals.join(" ")}`);
if (!process.env.GH_TOKEN) throw new Error("there is no token");

const all = `repos/${process.env.GITHUB_REPOSITORY}/issues/7/comments`;
const one = comments.find(
  ({ id }) => path === `repos/${process.env.GITHUB_REPOSITORY}/issues/comments/${id}`,
);
const body = values.field && readFileSync(values.field.replace(/^body=@/, ""), "utf8");

if (values.method === "GET" && path === all) {
  for (const found of jq.compile(values.jq)(comments)) process.stdout.write(`${found}\n`);
} else if (values.method === "POST" && path === all) {
  comments.push({ id: 100 + comments.length, user: { login: "github-actions[bot]" }, body });
} else if (values.method === "PATCH" && one) {
  one.body = body;
} else throw new Error(`there is no ${values.method} ${path}`);
writeFileSync(file, JSON.stringify(comments));
