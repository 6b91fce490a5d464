export { findSelectorFault, type SelectorFault } from "./find-selector-fault.js";
export { type LoggedEvent, parseEvents } from "./parse-events.js";
export { type ParseRequestOptions, parseRequest } from "./parse-request.js";
export { printRequest } from "./print-request.js";
export { requestFromEvent } from "./request-from-event.js";
export { requestFromHttp } from "./request-from-http.js";
export { type ParsedRequest, type RequestWords, requestFromWords } from "./request-from-words.js";
export type { Requester } from "./requester.js";
export { resourcesFromWords } from "./resources-from-words.js";
