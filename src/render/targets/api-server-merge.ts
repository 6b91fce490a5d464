import type { Configuration } from "../configuration.js";
import {
  type Data,
  type DataObject,
  type DocumentMerge,
  isDataList,
  isDataObject,
  listAt,
  objectAt,
  stringAt,
} from "../editable-document.js";
import { placeMounts } from "./covered-mounts.js";
import { flagText } from "./pod-mounts.js";
import { formerFiles, type PresentFlag } from "./present-flags.js";
import { refuseMovedFiles } from "./refuse-moved-files.js";

/** What of it is merged, where something else holds the rest. */
export interface ApiServerParts {
  readonly hasArgs: boolean;
  readonly hasVolumes: boolean;
}

export interface ApiServerMerge extends DocumentMerge {
  /** The indexes of the volumes that others take the place of. */
  readonly replaced: readonly number[];
}

/**
 * Flags and mounts as they are merged into `apiServer` of a ClusterConfiguration, which stands at `path`: flags by their
 * names, mounts by where they are.
 */
export function mergeApiServer(
  configuration: Configuration,
  apiServer: DataObject,
  isList: boolean,
  path: string,
  { hasArgs, hasVolumes }: ApiServerParts = { hasArgs: true, hasVolumes: true },
): ApiServerMerge {
  const args = configuration.flags.map((entry) => ({ name: entry.flag.name, value: flagText(entry) }));
  const present = listAt(apiServer, "extraVolumes").map((volume) => ({
    name: stringAt(volume, "name"),
    hostPath: stringAt(volume, "hostPath"),
    mountPath: stringAt(volume, "mountPath"),
    readOnly: isDataObject(volume) && volume["readOnly"] === true,
  }));
  const places = new Map<Data, number>();
  const there = flagsOf(apiServer, path);
  const placed = hasVolumes ? placeMounts(configuration, present, { former: formerFiles(there) }) : [];
  refuseMovedFiles(configuration, there, present, placed);
  const extraVolumes = placed.map(({ name, directory, readOnly, type, at }) => {
    const volume = { name, hostPath: directory, mountPath: directory, readOnly, pathType: type };
    places.set(volume, at);
    return volume;
  });
  return {
    fragment: {
      ...(hasArgs && {
        extraArgs: isList ? args : Object.fromEntries(args.map(({ name, value }) => [name, value])),
      }),
      ...(extraVolumes.length > 0 && { extraVolumes }),
    },
    lists: {
      // Of a flag that is repeated the last counts.
      extraArgs: (wanted, items) =>
        items.findLastIndex((item) => stringAt(item, "name") === stringAt(wanted, "name")),
      extraVolumes: (wanted) => places.get(wanted) ?? -1,
    },
    replaced: placed.map(({ at }) => at),
  };
}

/** The flags that are set, whichever of the two forms they have. */
export function flagsOf(apiServer: DataObject, path: string): readonly PresentFlag[] {
  const args = apiServer["extraArgs"];
  if (!isDataList(args)) {
    return Object.keys(objectAt(apiServer, "extraArgs")).flatMap((name) =>
      flagOf(name, stringAt(args, name), `${path}.extraArgs.${name}`),
    );
  }
  return args.flatMap((item, index) =>
    flagOf(stringAt(item, "name"), stringAt(item, "value"), `${path}.extraArgs[${index}]`),
  );
}

function flagOf(name: string | undefined, value: string | undefined, path: string): readonly PresentFlag[] {
  return name === undefined || value === undefined ? [] : [{ name, value, path }];
}
