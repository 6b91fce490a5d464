/*
 * Times as Go's time.Parse takes them, where kube-apiserver asks it: a fraction stands behind a point or a comma, and hours may
 * have one digit.
 */

const ZONE = "(?:Z|[-+](?<zoneHour>\\d\\d):(?<zoneMinute>\\d\\d))";
const CLOCK = (digits: string): string =>
  `(?<hour>\\d{1,2}):(?<minute>${digits}):(?<second>${digits})(?:[.,]\\d+)?`;
const RFC3339 = new RegExp(`^(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)T${CLOCK("\\d\\d")}${ZONE}$`);
const SHORT = "\\d{1,2}";
const YAML = new RegExp(
  `^(?<year>\\d{4})-(?<month>${SHORT})-(?<day>${SHORT})(?:[Tt]${CLOCK(SHORT)}${ZONE})?$`,
);
const YAML_WITHOUT_ZONE = new RegExp(
  `^(?<year>\\d{4})-(?<month>${SHORT})-(?<day>${SHORT}) +${CLOCK(SHORT)}$`,
);

/** Whether a text is a time as metadata has them. Upstream: k8s.io/apimachinery, pkg/apis/meta/v1/time.go, UnmarshalJSON */
export function isRfc3339(text: string): boolean {
  return isOnCalendar(RFC3339.exec(text));
}

/** Whether a text is a date or a time to YAML. Upstream: go.yaml.in/yaml/v2, resolve.go, parseTimestamp */
export function isTimestamp(text: string): boolean {
  return isOnCalendar(YAML.exec(text) ?? YAML_WITHOUT_ZONE.exec(text));
}

function isOnCalendar(match: RegExpExecArray | null): boolean {
  if (!match) return false;
  const part = (name: string): number => Number(match.groups?.[name] ?? 0);
  const [year, month, day] = [part("year"), part("month"), part("day")];
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  const isDay = day >= 1 && day <= days;
  const isTime = part("hour") < 24 && part("minute") < 60 && part("second") < 60;
  return isDay && isTime && part("zoneHour") <= 24 && part("zoneMinute") <= 60;
}
