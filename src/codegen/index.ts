export { type Comments, commentsAbove, commentsByPath } from "./comments-by-path.js";
export { type ProgramOptions, printProgram } from "./print-program.js";
export { haveSameRules, runProgram } from "./run-program.js";
