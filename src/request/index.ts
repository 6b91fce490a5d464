export { requestFromEvent } from "./request-from-event.js";
export { requestFromHttp } from "./request-from-http.js";
