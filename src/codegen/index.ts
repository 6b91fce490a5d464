export { type Comments, commentsAbove, commentsByPath } from "./comments-by-path.js";
export { haveSameRules } from "./have-same-rules.js";
export { type ProgramOptions, printProgram } from "./print-program.js";
export { runProgram } from "./run-program.js";
