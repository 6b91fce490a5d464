import type { Oracle } from "./go-program.js";

/** Every answer, in the order of the questions. */
export async function askAll<Answer>(
  oracle: Oracle,
  questions: readonly unknown[],
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for await (const answer of oracle.ask<Answer>(questions)) answers.push(answer);
  return answers;
}
